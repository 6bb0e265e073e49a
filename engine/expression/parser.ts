/** Tokens to nodes: tags by hand, expressions by precedence (see `precedence.ts`). Deep nesting is refused, not followed. */
import type { Argument, Expr, FilterCall, Node } from './ast.ts';
import { ExpressionError, placeOf } from './errors.ts';
import { type Token, tokenize } from './lexer.ts';
import { Double } from './numbers.ts';
import { BINARY, FILTER, TEST } from './precedence.ts';

const DEEPEST = 200;
/** Tags of Pebble that Kestra does not have. */
const NOT_HERE = ['autoescape', 'extends', 'embed', 'flush', 'import', 'from', 'include', 'parallel', 'cache'];

export function parse(source: string): Node[] {
  return new Parser(source).template();
}

class Parser {
  private readonly source: string;
  private readonly tokens: Token[];
  private position = 0;
  private depth = 0;

  constructor(source: string) {
    this.source = source;
    this.tokens = tokenize(source);
  }

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

  expression(): Expr {
    if (++this.depth > DEEPEST)
      this.fail(
        'Expression is nested too deeply',
        'Ungkapan ini terlalu dalam bersarang. Bagi menjadi beberapa bagian.',
      );
    const test = this.binary(0);
    this.depth--;
    if (!this.isOperator('?')) return test;
    this.next();
    const then = this.expression();
    this.operator(':');
    return { kind: 'ternary', test, then, otherwise: this.expression() };
  }

  private binary(least: number): Expr {
    let left = this.unary();
    for (;;) {
      const token = this.peek();
      const word = token.type === 'operator' || token.type === 'name' ? token.text : '';
      if (token.type === 'operator' && word === '|' && FILTER >= least) {
        this.next();
        left = { kind: 'filtered', value: left, filter: this.filterCall() };
      } else if (token.type === 'name' && word === 'is' && TEST >= least) {
        left = this.test(left);
      } else {
        const operator = BINARY[word];
        if (!operator || operator.precedence < least) return left;
        this.next();
        left = {
          kind: 'binary',
          operator: operator.as,
          left,
          right: this.binary(operator.precedence + 1),
          at: token.at,
        };
      }
    }
  }

  private test(value: Expr): Expr {
    const { at } = this.next();
    const negated = this.isWord('not');
    if (negated) this.next();
    const name = this.take('name').text;
    const args = this.isPunctuation('(') ? this.args() : [];
    return { kind: 'test', value, name, args, negated, at };
  }

  private unary(): Expr {
    const token = this.peek();
    if ((token.type === 'name' && token.text === 'not') || (token.type === 'operator' && '+-'.includes(token.text))) {
      if (++this.depth > DEEPEST) this.fail('Expression is nested too deeply', 'Ungkapan ini terlalu dalam bersarang.');
      this.next();
      const value = this.unary();
      this.depth--;
      return { kind: 'unary', operator: token.text as 'not' | '-' | '+', value, at: token.at };
    }
    return this.postfix(this.primary());
  }

  private postfix(start: Expr): Expr {
    let value = start;
    for (;;) {
      const { at } = this.peek();
      if (this.isPunctuation('.')) {
        this.next();
        const token = this.next();
        if (token.type !== 'name' && token.type !== 'number') this.fail('Expected an attribute name after the dot');
        const key: Expr = { kind: 'literal', value: token.text };
        const args = this.isPunctuation('(') ? this.args() : undefined;
        value = { kind: 'attribute', of: value, key, dotted: true, at, ...(args && { args }) };
      } else if (this.isPunctuation('[')) {
        this.next();
        const key = this.expression();
        this.punctuation(']');
        value = { kind: 'attribute', of: value, key, dotted: false, at };
      } else return value;
    }
  }

  private primary(): Expr {
    const token = this.next();
    if (token.type === 'number') return { kind: 'literal', value: numberOf(token.text) };
    if (token.type === 'string')
      return token.interpolates ? this.joined(token.text) : { kind: 'literal', value: token.text };
    if (token.type === 'name') return this.named(token.text, token.at);
    if (token.type === 'punctuation' && token.text === '(') {
      const value = this.expression();
      this.punctuation(')');
      return this.postfix(value);
    }
    if (token.type === 'punctuation' && token.text === '[') return { kind: 'list', items: this.items(']') };
    if (token.type === 'punctuation' && token.text === '{') return this.map();
    this.position--;
    this.fail(token.type === 'close' ? 'Unexpected end of the expression' : 'Unexpected token');
  }

  private named(name: string, at: number): Expr {
    const constant = CONSTANTS[name.toLowerCase()];
    if (constant && !this.isPunctuation('(')) return { kind: 'literal', value: constant.value };
    return this.isPunctuation('(') ? { kind: 'call', name, args: this.args(), at } : { kind: 'name', name, at };
  }

  private items(close: string): Expr[] {
    const items: Expr[] = [];
    while (!this.isPunctuation(close)) {
      items.push(this.expression());
      if (!this.isPunctuation(close)) this.punctuation(',');
    }
    this.next();
    return items;
  }

  private map(): Expr {
    const entries: { key: Expr; value: Expr }[] = [];
    while (!this.isPunctuation('}')) {
      const key = this.binary(0);
      this.operator(':');
      entries.push({ key, value: this.expression() });
      if (!this.isPunctuation('}')) this.punctuation(',');
    }
    this.next();
    return { kind: 'map', entries };
  }

  private filterCall(): FilterCall {
    const { text: name, at } = this.take('name');
    return { name, args: this.isPunctuation('(') ? this.args() : [], at };
  }

  private args(): Argument[] {
    this.punctuation('(');
    const args: Argument[] = [];
    while (!this.isPunctuation(')')) {
      const name = this.peek();
      const assignment = this.peek(1);
      if (name.type === 'name' && assignment.type === 'operator' && assignment.text === '=') {
        this.position += 2;
        args.push({ name: name.text, value: this.expression() });
      } else args.push({ value: this.expression() });
      if (!this.isPunctuation(')')) this.punctuation(',');
    }
    this.next();
    return args;
  }

  /** `"a #{b} c"` */
  private joined(text: string): Expr {
    const parts: Expr[] = [];
    let at = 0;
    for (let open = text.indexOf('#{'); open >= 0; open = text.indexOf('#{', at)) {
      const close = text.indexOf('}', open);
      if (close < 0) this.fail('Unclosed interpolation', 'Tanda } penutup sesudah #{ belum ada.');
      if (open > at) parts.push({ kind: 'literal', value: text.slice(at, open) });
      const inner = new Parser(`{{${text.slice(open + 2, close)}}}`);
      inner.depth = this.depth + 1;
      inner.take('open');
      parts.push(inner.expression());
      at = close + 1;
    }
    if (at < text.length) parts.push({ kind: 'literal', value: text.slice(at) });
    return { kind: 'joined', parts };
  }

  private peek(ahead = 0): Token {
    return (
      this.tokens[Math.min(this.position + ahead, this.tokens.length - 1)] ?? { type: 'end', at: this.source.length }
    );
  }

  private next(): Token {
    const token = this.peek();
    this.position++;
    return token;
  }

  private take<T extends Token['type']>(type: T): Extract<Token, { type: T }> {
    const token = this.peek();
    if (token.type !== type) this.fail(type === 'close' ? 'Expected the end of the expression' : `Expected a ${type}`);
    this.position++;
    return token as Extract<Token, { type: T }>;
  }

  private isPunctuation(text: string): boolean {
    const token = this.peek();
    return token.type === 'punctuation' && token.text === text;
  }

  private isOperator(text: string): boolean {
    const token = this.peek();
    return token.type === 'operator' && token.text === text;
  }

  private isWord(text: string): boolean {
    const token = this.peek();
    return token.type === 'name' && token.text === text;
  }

  private punctuation(text: string): void {
    if (!this.isPunctuation(text)) this.fail(`Expected "${text}"`);
    this.position++;
  }

  private operator(text: string): void {
    if (!this.isOperator(text)) this.fail(`Expected "${text}"`);
    this.position++;
  }

  private word(text: string): void {
    if (!this.isWord(text)) this.fail(`Expected "${text}"`);
    this.position++;
  }

  private fail(message: string, explanation?: string): never {
    const token = this.peek();
    const seen =
      'text' in token
        ? token.text
        : token.type === 'end'
          ? 'akhir teks'
          : token.type === 'close'
            ? 'penutup'
            : token.type;
    throw new ExpressionError(message, {
      explanation: explanation ?? `Ungkapan ini tidak bisa dibaca di dekat \`${seen}\`.`,
      ...placeOf(this.source, token.at),
    });
  }
}

const CONSTANTS: Record<string, { value: unknown }> = {
  true: { value: true },
  false: { value: false },
  null: { value: null },
  none: { value: null },
};

function numberOf(text: string): unknown {
  const plain = text.replace(/[lL]$/, '');
  if (plain.includes('.')) return new Double(Number(plain));
  const value = Number(plain);
  return Number.isSafeInteger(value) ? value : BigInt(plain);
}
