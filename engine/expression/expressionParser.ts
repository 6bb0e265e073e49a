/** Expressions by precedence (see `precedence.ts`). Deep nesting is refused, not followed. */
import type { Argument, Expr, FilterCall } from './ast.ts';
import { ExpressionError, placeOf } from './errors.ts';
import { type Token, tokenize } from './lexer.ts';
import { Double } from './numbers.ts';
import { BINARY, FILTER, TEST } from './precedence.ts';

const DEEPEST = 200;

export class ExpressionParser {
  protected readonly source: string;
  protected readonly tokens: Token[];
  protected position = 0;
  protected depth = 0;

  constructor(source: string) {
    this.source = source;
    this.tokens = tokenize(source);
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

  protected binary(least: number): Expr {
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

  protected test(value: Expr): Expr {
    const { at } = this.next();
    const negated = this.isWord('not');
    if (negated) this.next();
    const name = this.take('name').text;
    const args = this.isPunctuation('(') ? this.args() : [];
    return { kind: 'test', value, name, args, negated, at };
  }

  protected unary(): Expr {
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

  protected postfix(start: Expr): Expr {
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

  protected primary(): Expr {
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

  protected named(name: string, at: number): Expr {
    const constant = CONSTANTS[name.toLowerCase()];
    if (constant && !this.isPunctuation('(')) return { kind: 'literal', value: constant.value };
    return this.isPunctuation('(') ? { kind: 'call', name, args: this.args(), at } : { kind: 'name', name, at };
  }

  protected items(close: string): Expr[] {
    const items: Expr[] = [];
    while (!this.isPunctuation(close)) {
      items.push(this.expression());
      if (!this.isPunctuation(close)) this.punctuation(',');
    }
    this.next();
    return items;
  }

  protected map(): Expr {
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

  protected filterCall(): FilterCall {
    const { text: name, at } = this.take('name');
    return { name, args: this.isPunctuation('(') ? this.args() : [], at };
  }

  protected args(): Argument[] {
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
  protected joined(text: string): Expr {
    const parts: Expr[] = [];
    let at = 0;
    for (let open = text.indexOf('#{'); open >= 0; open = text.indexOf('#{', at)) {
      const close = text.indexOf('}', open);
      if (close < 0) this.fail('Unclosed interpolation', 'Tanda } penutup sesudah #{ belum ada.');
      if (open > at) parts.push({ kind: 'literal', value: text.slice(at, open) });
      const inner = new ExpressionParser(`{{${text.slice(open + 2, close)}}}`);
      inner.depth = this.depth + 1;
      inner.take('open');
      parts.push(inner.expression());
      at = close + 1;
    }
    if (at < text.length) parts.push({ kind: 'literal', value: text.slice(at) });
    return { kind: 'joined', parts };
  }

  protected peek(ahead = 0): Token {
    return (
      this.tokens[Math.min(this.position + ahead, this.tokens.length - 1)] ?? { type: 'end', at: this.source.length }
    );
  }

  protected next(): Token {
    const token = this.peek();
    this.position++;
    return token;
  }

  protected take<T extends Token['type']>(type: T): Extract<Token, { type: T }> {
    const token = this.peek();
    if (token.type !== type) this.fail(type === 'close' ? 'Expected the end of the expression' : `Expected a ${type}`);
    this.position++;
    return token as Extract<Token, { type: T }>;
  }

  protected isPunctuation(text: string): boolean {
    const token = this.peek();
    return token.type === 'punctuation' && token.text === text;
  }

  protected isOperator(text: string): boolean {
    const token = this.peek();
    return token.type === 'operator' && token.text === text;
  }

  protected isWord(text: string): boolean {
    const token = this.peek();
    return token.type === 'name' && token.text === text;
  }

  protected punctuation(text: string): void {
    if (!this.isPunctuation(text)) this.fail(`Expected "${text}"`);
    this.position++;
  }

  protected operator(text: string): void {
    if (!this.isOperator(text)) this.fail(`Expected "${text}"`);
    this.position++;
  }

  protected word(text: string): void {
    if (!this.isWord(text)) this.fail(`Expected "${text}"`);
    this.position++;
  }

  protected fail(message: string, explanation?: string): never {
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
