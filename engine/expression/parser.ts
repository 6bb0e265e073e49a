/** Tokens to nodes: text, `{{ }}`, and the tags by hand. */
import type { Argument, Expr, Node } from './ast.ts';
import { ExpressionError, placeOf } from './errors.ts';
import { DEEPEST, ExpressionParser } from './expressionParser.ts';

/** Tags of Pebble that Kestra does not have. */
const NOT_HERE = ['autoescape', 'extends', 'embed', 'flush', 'import', 'from', 'include', 'parallel', 'cache'];

export interface Parsed {
  nodes: Node[];
  macros: Extract<Node, { kind: 'macro' }>[];
  blocks: Extract<Node, { kind: 'block' }>[];
  /** Names that the template itself sets anywhere. */
  names: ReadonlySet<string>;
}

/** Throws `ExpressionError`. */
export function parse(source: string): Parsed {
  return new TemplateParser(source).template();
}

class TemplateParser extends ExpressionParser {
  private readonly macros = new Map<string, Extract<Node, { kind: 'macro' }>>();
  private readonly blocks: Extract<Node, { kind: 'block' }>[] = [];
  private readonly names = new Set<string>();
  /** What stands in a filter tag defines nothing, as in Pebble. */
  private inFilter = 0;

  template(): Parsed {
    const nodes = this.nodes([]);
    if (this.peek().type !== 'end') this.expected('EOF');
    return { nodes, macros: [...this.macros.values()], blocks: this.blocks, names: this.names };
  }

  /** Until one of these tags (left unread), or the end. */
  private nodes(until: readonly string[]): Node[] {
    if (++this.depth > DEEPEST) this.fail('Template is nested too deeply', 'Tag di sini terlalu dalam bersarang.');
    const nodes = this.list(until);
    this.depth--;
    return nodes;
  }

  private list(until: readonly string[]): Node[] {
    const nodes: Node[] = [];
    for (;;) {
      const token = this.peek();
      if (token.type === 'text') nodes.push({ kind: 'text', text: this.take('text').text });
      else if (token.type === 'open' && token.kind === 'print') nodes.push(this.print());
      else if (token.type === 'open') {
        const name = this.peek(1);
        if (name.type === 'name' && until.includes(name.text)) return nodes;
        nodes.push(this.tag());
      } else return nodes;
    }
  }

  private print(): Node {
    const { at } = this.take('open');
    const value = this.expression();
    this.close('print');
    return { kind: 'print', value, at };
  }

  private tag(): Node {
    const { at } = this.take('open');
    if (this.peek().type !== 'name') this.fail('A block must start with a tag name.', 'Nama tag belum ada sesudah {%.');
    const name = this.take('name');
    switch (name.text) {
      case 'if':
        return this.ifTag();
      case 'for':
        return this.forTag();
      case 'set':
        return this.setTag();
      case 'block':
        return this.blockTag();
      case 'macro':
        return this.macroTag();
      case 'filter':
        return this.filterTag(at);
      default:
        return this.unknownTag(name.text);
    }
  }

  private unknownTag(name: string): never {
    this.position--;
    const known = NOT_HERE.includes(name);
    this.fail(
      `Unexpected tag name "${name}"`,
      known
        ? `Tag ${name} tidak tersedia di Kestra.`
        : `Tag ${name} tidak dikenal. Yang ada: if, for, set, block, macro, filter, raw.`,
    );
  }

  private ifTag(): Node {
    const branches = [{ test: this.tagExpression(), body: this.nodes(['elseif', 'else', 'endif']) }];
    let otherwise: Node[] = [];
    for (;;) {
      const tag = this.tagName('endif');
      if (tag === 'elseif')
        branches.push({ test: this.tagExpression(), body: this.nodes(['elseif', 'else', 'endif']) });
      else if (tag === 'else') {
        this.close('tag');
        otherwise = this.nodes(['endif']);
      } else {
        this.close('tag');
        return { kind: 'if', branches, otherwise };
      }
    }
  }

  private forTag(): Node {
    const name = this.take('name').text;
    this.word('in');
    this.names.add(name).add('loop');
    const of = this.tagExpression();
    const body = this.nodes(['else', 'endfor']);
    let otherwise: Node[] = [];
    if (this.tagName('endfor') === 'else') {
      this.close('tag');
      otherwise = this.nodes(['endfor']);
      this.tagName('endfor');
    }
    this.close('tag');
    return { kind: 'for', name, of, body, otherwise };
  }

  private setTag(): Node {
    const name = this.take('name').text;
    this.punctuation('=');
    this.names.add(name);
    return { kind: 'set', name, value: this.tagExpression() };
  }

  private blockTag(): Node {
    const token = this.peek();
    if (token.type !== 'name' && token.type !== 'string') this.expected('NAME');
    this.next();
    this.close('tag');
    const block: Extract<Node, { kind: 'block' }> = { kind: 'block', name: token.text, body: [] };
    if (this.inFilter === 0) this.blocks.push(block);
    block.body = this.nodes(['endblock']);
    this.tagName('endblock');
    if (this.peek().type !== 'close') this.next();
    this.close('tag');
    return block;
  }

  private macroTag(): Node {
    const { text: name, at } = this.take('name');
    this.punctuation('(');
    const parameters: Argument[] = [];
    while (!this.isPunctuation(')')) {
      const parameter = this.take('name').text;
      const given = this.isPunctuation('=');
      if (given) this.next();
      parameters.push({ name: parameter, value: given ? this.expression() : { kind: 'literal', value: null } });
      this.names.add(parameter);
      if (!this.isPunctuation(')')) this.punctuation(',');
    }
    this.next();
    this.close('tag');
    const body = this.nodes(['endmacro']);
    this.tagName('endmacro');
    if (this.peek().type === 'name') this.next();
    this.close('tag');
    const macro: Extract<Node, { kind: 'macro' }> = { kind: 'macro', name, parameters, body, at };
    if (this.inFilter === 0) this.define(macro);
    return macro;
  }

  private define(macro: Extract<Node, { kind: 'macro' }>): void {
    if (this.macros.has(macro.name)) {
      throw new ExpressionError(
        `io.pebbletemplates.pebble.error.PebbleException: More than one macro can not share the same name: ${macro.name} (?:?)`,
        {
          explanation: `Ada dua macro bernama \`${macro.name}\`. Beri nama yang berbeda.`,
          ...placeOf(this.source, macro.at),
        },
      );
    }
    this.macros.set(macro.name, macro);
  }

  private filterTag(at: number): Node {
    const filters = [this.filterCall()];
    while (this.isOperator('|')) {
      this.next();
      filters.push(this.filterCall());
    }
    this.close('tag');
    this.inFilter++;
    const body = this.nodes(['endfilter']);
    this.inFilter--;
    this.tagName('endfilter');
    this.close('tag');
    return { kind: 'filter', filters, body, at };
  }

  private tagExpression(): Expr {
    const value = this.expression();
    this.close('tag');
    return value;
  }

  private close(kind: 'print' | 'tag'): void {
    const token = this.peek();
    if (token.type !== 'close' || token.kind !== kind) this.expected(kind === 'print' ? 'PRINT_END' : 'EXECUTE_END');
    this.next();
  }

  private word(text: string): void {
    const token = this.peek();
    if (token.type !== 'name' || token.text !== text) this.expected('NAME', `Di sini seharusnya ada kata ${text}.`);
    this.next();
  }

  /** Reads `{% name`; what was expected is said where the template ends before. */
  private tagName(expected: string): string {
    if (this.peek().type === 'end')
      this.fail(
        `Unexpected end of template. Pebble was looking for the "${expected}" tag`,
        `Blok ini belum ditutup. Tambahkan {% ${expected} %}.`,
      );
    this.take('open');
    return this.take('name').text;
  }
}
