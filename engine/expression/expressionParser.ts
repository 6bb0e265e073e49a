/** Expressions by precedence (see `precedence.ts`). Deep nesting is refused, not followed. */
import type { Argument, Expr, FilterCall } from './ast.ts';
import { ExpressionError, placeOf } from './errors.ts';
import { type Token, tokenize } from './lexer.ts';
import { Double } from './numbers.ts';
import { BINARY, FILTER, TEST } from './precedence.ts';

export const DEEPEST = 200;

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
    if (!this.isPunctuation('?')) return test;
    this.next();
    const then = this.expression();
    this.punctuation(':');
    return { kind: 'ternary', test, then, otherwise: this.expression() };
  }

  protected binary(least: number): Expr {
    let left = this.unary();
    for (;;) {
      const token = this.peek();
      const word = token.type === 'operator' ? token.text : '';
      if (word === '|' && FILTER >= least) {
        this.next();
        left = { kind: 'filtered', value: left, filter: this.filterCall() };
      } else if (word === 'is' && TEST >= least) {
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
    const negated = this.isOperator('not');
    if (negated) this.next();
    const name = this.take('name').text;
    const args = this.isPunctuation('(') ? this.args() : [];
    return { kind: 'test', value, name, args, negated, at };
  }

  protected unary(): Expr {
    const token = this.peek();
    if (token.type === 'operator' && ['not', '-', '+'].includes(token.text)) {
      if (++this.depth > DEEPEST) this.fail('Expression is nested too deeply', 'Ungkapan ini terlalu dalam bersarang.');
      this.next();
      const value = this.unary();
      this.depth--;
      return { kind: 'unary', operator: token.text as 'not' | '-' | '+', value, at: token.at };
    }
    return this.primary();
  }

  protected postfix(start: Expr): Expr {
    let value = start;
    for (;;) {
      const { at } = this.peek();
      if (this.isPunctuation('.')) {
        this.next();
        const key: Expr = { kind: 'literal', value: this.take('name').text };
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
    const token = this.peek();
    switch (token.type) {
      case 'number':
        this.next();
        return this.postfix({ kind: 'literal', value: this.number(token.text) });
      case 'string':
        this.next();
        return this.postfix(this.joined({ kind: 'literal', value: token.text }));
      case 'name':
        this.next();
        return this.postfix(this.named(token.text, token.at));
      case 'punctuation':
        if (token.text === '(') return this.postfix(this.parenthesised());
        if (token.text === '[') return { kind: 'list', items: this.items() };
        if (token.text === '{') return this.map();
        break;
      default:
    }
    this.fail(`Unexpected token "${typeOf(token)}" of value "${textOfToken(token)}"`);
  }

  protected parenthesised(): Expr {
    this.next();
    const value = this.expression();
    this.punctuation(')');
    return value;
  }

  protected named(name: string, at: number): Expr {
    if (this.isPunctuation('(')) return { kind: 'call', name, args: this.args(), at };
    return Object.hasOwn(CONSTANTS, name)
      ? { kind: 'literal', value: CONSTANTS[name] ?? null }
      : { kind: 'name', name, at };
  }

  protected number(text: string): unknown {
    const plain = text.replace(/L$/, '');
    if (plain.includes('.')) return new Double(Number(plain));
    const value = BigInt(plain);
    if (value !== BigInt.asIntN(64, value))
      this.fail(`For input string: "${plain}"`, `Angka ${plain} terlalu besar untuk 64 bit.`);
    return value;
  }

  protected items(): Expr[] {
    this.punctuation('[');
    const items: Expr[] = [];
    while (!this.isPunctuation(']')) {
      if (items.length > 0) this.punctuation(',');
      items.push(this.expression());
    }
    this.next();
    return items;
  }

  protected map(): Expr {
    this.punctuation('{');
    const entries: { key: Expr; value: Expr }[] = [];
    while (!this.isPunctuation('}')) {
      if (entries.length > 0) this.punctuation(',');
      const key = this.expression();
      this.punctuation(':');
      entries.push({ key, value: this.expression() });
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
      if (args.length > 0) this.punctuation(',');
      const name = this.peek();
      const assignment = this.peek(1);
      if (name.type === 'name' && assignment.type === 'punctuation' && assignment.text === '=') {
        this.position += 2;
        args.push({ name: name.text, value: this.expression() });
      } else {
        if (args.at(-1)?.name !== undefined)
          this.fail(
            'Positional arguments must be declared before any named arguments.',
            'Argumen tanpa nama harus berdiri sebelum yang bernama.',
          );
        args.push({ value: this.expression() });
      }
    }
    this.next();
    return args;
  }

  /** `"a #{b} c"` */
  protected joined(first: Expr): Expr {
    const parts: Expr[] = [first];
    while (this.peek().type === 'interpolation') {
      this.next();
      parts.push(this.expression());
      this.take('interpolationEnd');
      parts.push({ kind: 'literal', value: this.take('string').text });
    }
    return parts.length === 1 ? first : { kind: 'joined', parts };
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
    if (!isOf(type, token)) this.expected(NAMES[type]);
    this.position++;
    return token;
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
    if (!this.isPunctuation(text)) this.expected('PUNCTUATION', `Di sini seharusnya ada tanda ${text}.`);
    this.position++;
  }

  protected expected(type: string, explanation?: string): never {
    const token = this.peek();
    this.fail(
      `Unexpected token of value "${textOfToken(token)}" and type ${typeOf(token)}, expected token of type ${type}`,
      explanation,
    );
  }

  protected fail(message: string, explanation?: string): never {
    const token = this.peek();
    const place = placeOf(this.source, token.at);
    throw new ExpressionError(
      `io.pebbletemplates.pebble.error.ParserException: ${message} (${this.source}:${place.line})`,
      {
        explanation:
          explanation ??
          (token.type === 'end'
            ? 'Ungkapan ini belum ditutup: tambahkan }} atau %} di akhirnya.'
            : `Ungkapan ini tidak bisa dibaca di dekat \`${textOfToken(token)}\`.`),
        ...place,
      },
    );
  }
}

const isOf = <T extends Token['type']>(type: T, token: Token): token is Extract<Token, { type: T }> =>
  token.type === type;

/** Pebble's names for the kinds of token. */
const NAMES: Record<Token['type'], string> = {
  text: 'TEXT',
  open: 'EXECUTE_START',
  close: 'PRINT_END',
  name: 'NAME',
  operator: 'OPERATOR',
  punctuation: 'PUNCTUATION',
  number: 'NUMBER',
  string: 'STRING',
  interpolation: 'STRING_INTERPOLATION_START',
  interpolationEnd: 'STRING_INTERPOLATION_END',
  end: 'EOF',
};

const typeOf = (token: Token): string =>
  token.type === 'close' && token.kind === 'tag' ? 'EXECUTE_END' : NAMES[token.type];

function textOfToken(token: Token): string {
  if ('text' in token) return token.text;
  if (token.type === 'close') return token.kind === 'print' ? '}}' : '%}';
  return 'null';
}

const CONSTANTS: Record<string, unknown> = {
  true: true,
  TRUE: true,
  false: false,
  FALSE: false,
  null: null,
  NULL: null,
  none: null,
  NONE: null,
};
