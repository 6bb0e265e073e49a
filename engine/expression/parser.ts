/** Tokens to nodes: text, `{{ }}`, and the tags by hand. */
import type { Argument, Expr, Node } from './ast.ts';
import { ExpressionParser } from './expressionParser.ts';

/** Tags of Pebble that Kestra does not have. */
const NOT_HERE = ['autoescape', 'extends', 'embed', 'flush', 'import', 'from', 'include', 'parallel', 'cache'];

export function parse(source: string): Node[] {
  return new TemplateParser(source).template();
}

class TemplateParser extends ExpressionParser {
  template(): Node[] {
    const nodes = this.nodes([]);
    if (this.peek().type !== 'end') this.fail('Unexpected tag');
    return nodes;
  }

  /** Until one of these tags (left unread), or the end. */
  private nodes(until: readonly string[]): Node[] {
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
    this.take('close');
    return { kind: 'print', value, at };
  }

  private tag(): Node {
    const { at } = this.take('open');
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
        this.take('close');
        otherwise = this.nodes(['endif']);
      } else {
        this.take('close');
        return { kind: 'if', branches, otherwise };
      }
    }
  }

  private forTag(): Node {
    const name = this.take('name').text;
    this.word('in');
    const of = this.tagExpression();
    const body = this.nodes(['else', 'endfor']);
    let otherwise: Node[] = [];
    if (this.tagName('endfor') === 'else') {
      this.take('close');
      otherwise = this.nodes(['endfor']);
      this.tagName('endfor');
    }
    this.take('close');
    return { kind: 'for', name, of, body, otherwise };
  }

  private setTag(): Node {
    const name = this.take('name').text;
    this.operator('=');
    return { kind: 'set', name, value: this.tagExpression() };
  }

  private blockTag(): Node {
    const token = this.next();
    if (token.type !== 'name' && token.type !== 'string') this.fail('Unexpected block name');
    this.take('close');
    const body = this.nodes(['endblock']);
    this.tagName('endblock');
    if (this.peek().type !== 'close') this.next();
    this.take('close');
    return { kind: 'block', name: token.text, body };
  }

  private macroTag(): Node {
    const name = this.take('name').text;
    this.punctuation('(');
    const parameters: Argument[] = [];
    while (!this.isPunctuation(')')) {
      const parameter = this.take('name').text;
      const given = this.isOperator('=');
      if (given) this.next();
      parameters.push({ name: parameter, value: given ? this.expression() : { kind: 'literal', value: null } });
      if (this.isPunctuation(',')) this.next();
    }
    this.next();
    this.take('close');
    const body = this.nodes(['endmacro']);
    this.tagName('endmacro');
    if (this.peek().type === 'name') this.next();
    this.take('close');
    return { kind: 'macro', name, parameters, body };
  }

  private filterTag(at: number): Node {
    const filters = [this.filterCall()];
    while (this.isOperator('|')) {
      this.next();
      filters.push(this.filterCall());
    }
    this.take('close');
    const body = this.nodes(['endfilter']);
    this.tagName('endfilter');
    this.take('close');
    return { kind: 'filter', filters, body, at };
  }

  private tagExpression(): Expr {
    const value = this.expression();
    this.take('close');
    return value;
  }

  /** Reads `{% name`; what was expected is said where the template ends before. */
  private tagName(expected: string): string {
    if (this.peek().type === 'end')
      this.fail(`Missing tag "${expected}"`, `Blok ini belum ditutup. Tambahkan {% ${expected} %}.`);
    this.take('open');
    return this.take('name').text;
  }
}
