/** Tokens of a jq program to its tree, as jq 1.6 reads it. */
import { wholeOf } from '../json.ts';
import { Double } from '../numbers.ts';
import type { Assignment, JqNode, Operator, Pattern } from './ast.ts';
import { Cursor } from './cursor.ts';
import { JqError } from './errors.ts';
import { type JqToken, jqTokens } from './lexer.ts';

const DEEPEST = 200;
const ASSIGNMENTS: readonly string[] = ['=', '|=', '+=', '-=', '*=', '/=', '%=', '//='] satisfies Assignment[];
const COMPARISONS: readonly string[] = ['==', '!=', '<', '<=', '>', '>='] satisfies Operator[];
const isAssignment = (text: string): text is Assignment => ASSIGNMENTS.includes(text);
const isComparison = (text: string): text is '==' | '!=' | '<' | '<=' | '>' | '>=' => COMPARISONS.includes(text);
const isSum = (text: string): text is '+' | '-' => text === '+' || text === '-';
const isProduct = (text: string): text is '*' | '/' | '%' => text === '*' || text === '/' || text === '%';

const IDENTITY: JqNode = { kind: 'identity' };
const NULL: JqNode = { kind: 'literal', value: null };
/** `{a}` takes null where there is no map. */
const IS_MAP: JqNode = {
  kind: 'calculate',
  operator: '==',
  left: { kind: 'call', name: 'type', args: [] },
  right: { kind: 'literal', value: 'object' },
};

/** Throws `JqError`. */
export function parseJq(source: string): JqNode {
  return new Parser(jqTokens(source), 0).program();
}

class Parser extends Cursor {
  private depth: number;

  constructor(tokens: readonly JqToken[], depth: number) {
    super(tokens);
    this.depth = depth;
  }

  program(): JqNode {
    const node = this.pipe();
    if (this.peek().type !== 'end') this.unexpected();
    return node;
  }

  /** The loosest there is: definitions, `label`, `|`, `,`. */
  private pipe(comma = true): JqNode {
    if (++this.depth > DEEPEST) throw new JqError('nested too deeply');
    const node = this.piped(comma);
    this.depth--;
    return node;
  }

  private piped(comma: boolean): JqNode {
    if (this.takes('word', 'def')) return this.definition(comma);
    if (this.takes('word', 'label')) {
      const name = this.variable();
      this.mark('|');
      return { kind: 'label', name, body: this.pipe(comma) };
    }
    const left = comma ? this.commas() : this.alternative();
    return this.takes('mark', '|') ? { kind: 'pipe', left, right: this.pipe(comma) } : left;
  }

  private definition(comma: boolean): JqNode {
    const name = this.name();
    const parameters: string[] = [];
    const values: string[] = [];
    if (this.takes('mark', '(')) {
      do {
        if (this.takes('mark', '$')) {
          const parameter = this.name();
          parameters.push(parameter);
          values.push(parameter);
        } else parameters.push(this.name());
      } while (this.takes('mark', ';'));
      this.mark(')');
    }
    this.mark(':');
    let body = this.pipe();
    this.mark(';');
    for (const value of values.reverse())
      body = {
        kind: 'as',
        of: { kind: 'call', name: value, args: [] },
        pattern: { kind: 'variable', name: value },
        body,
      };
    return { kind: 'define', definition: { name, parameters, body }, rest: this.pipe(comma) };
  }

  private commas(): JqNode {
    let left = this.alternative();
    while (this.takes('mark', ',')) left = { kind: 'comma', left, right: this.alternative() };
    return left;
  }

  /** `//` goes to the right. */
  private alternative(): JqNode {
    const left = this.assignment();
    return this.takes('mark', '//') ? { kind: 'alternative', left, right: this.alternative() } : left;
  }

  private assignment(): JqNode {
    const left = this.or();
    const token = this.peek();
    if (token.type !== 'mark' || !isAssignment(token.text)) return left;
    this.at++;
    return { kind: 'assign', operator: token.text, left, right: this.alternative() };
  }

  private or(): JqNode {
    let left = this.and();
    while (this.takes('word', 'or')) left = { kind: 'logic', operator: 'or', left, right: this.and() };
    return left;
  }

  private and(): JqNode {
    let left = this.comparison();
    while (this.takes('word', 'and')) left = { kind: 'logic', operator: 'and', left, right: this.comparison() };
    return left;
  }

  private comparison(): JqNode {
    const left = this.sum();
    const token = this.peek();
    if (token.type !== 'mark' || !isComparison(token.text)) return left;
    this.at++;
    return { kind: 'calculate', operator: token.text, left, right: this.sum() };
  }

  private sum(): JqNode {
    let left = this.product();
    for (let token = this.peek(); token.type === 'mark' && isSum(token.text); token = this.peek()) {
      this.at++;
      left = { kind: 'calculate', operator: token.text, left, right: this.product() };
    }
    return left;
  }

  private product(): JqNode {
    let left = this.unary();
    for (let token = this.peek(); token.type === 'mark' && isProduct(token.text); token = this.peek()) {
      this.at++;
      left = { kind: 'calculate', operator: token.text, left, right: this.unary() };
    }
    return left;
  }

  private unary(): JqNode {
    if (++this.depth > DEEPEST) throw new JqError('nested too deeply');
    const node: JqNode = this.takes('mark', '-') ? { kind: 'negative', of: this.unary() } : this.postfix();
    this.depth--;
    return node;
  }

  private postfix(): JqNode {
    const of = this.steps();
    if (!this.takes('word', 'as')) return of;
    const pattern = this.pattern();
    this.mark('|');
    return { kind: 'as', of, pattern, body: this.pipe() };
  }

  /** A term and what is reached from it: `.a[0]?`. */
  private steps(): JqNode {
    let node = this.term();
    for (;;) {
      if (this.takes('mark', '?')) node = optional(node);
      else if (this.takes('mark', '[')) node = this.bracket(node);
      else if (this.isMark('.') && this.startsStep(1)) {
        this.at++;
        node = this.step(node);
      } else return node;
    }
  }

  /** After a dot. */
  private step(of: JqNode): JqNode {
    const token = this.peek();
    if (token.type === 'field') {
      this.at++;
      return { kind: 'index', of, key: { kind: 'literal', value: token.text } };
    }
    if (token.type === 'text') {
      this.at++;
      return { kind: 'index', of, key: this.textOf(token.parts, undefined) };
    }
    this.mark('[');
    return this.bracket(of);
  }

  /** After a `[`. */
  private bracket(of: JqNode): JqNode {
    if (this.takes('mark', ']')) return { kind: 'each', of };
    if (this.takes('mark', ':')) {
      const to = this.pipe();
      this.mark(']');
      return { kind: 'slice', of, from: undefined, to };
    }
    const key = this.pipe();
    if (this.takes('mark', ':')) {
      const to = this.isMark(']') ? undefined : this.pipe();
      this.mark(']');
      return { kind: 'slice', of, from: key, to };
    }
    this.mark(']');
    return { kind: 'index', of, key };
  }

  private term(): JqNode {
    const token = this.next();
    switch (token.type) {
      case 'number':
        return { kind: 'literal', value: numberOf(token.text) };
      case 'text':
        return this.textOf(token.parts, undefined);
      case 'format': {
        const text = this.peek();
        if (text.type !== 'text') return { kind: 'format', name: token.text };
        this.at++;
        return this.textOf(text.parts, token.text);
      }
      case 'name':
        return this.called(token.text);
      case 'word':
        return this.worded(token.text);
      case 'mark':
        return this.marked(token.text);
      default:
        return this.unexpected();
    }
  }

  private called(name: string): JqNode {
    if (Object.hasOwn(CONSTANTS, name) && !this.isMark('(')) return { kind: 'literal', value: CONSTANTS[name] ?? null };
    if (name === 'break') return { kind: 'break', name: this.variable() };
    const args: JqNode[] = [];
    if (this.takes('mark', '(')) {
      do args.push(this.pipe());
      while (this.takes('mark', ';'));
      this.mark(')');
    }
    return { kind: 'call', name, args };
  }

  private worded(word: string): JqNode {
    switch (word) {
      case 'if':
        return this.condition();
      case 'try': {
        const of = this.steps();
        return { kind: 'try', of, handler: this.takes('word', 'catch') ? this.steps() : undefined };
      }
      case 'reduce': {
        const { of, pattern } = this.source();
        const start = this.pipe();
        this.mark(';');
        const update = this.pipe();
        this.mark(')');
        return { kind: 'reduce', of, pattern, start, update };
      }
      case 'foreach': {
        const { of, pattern } = this.source();
        const start = this.pipe();
        this.mark(';');
        const update = this.pipe();
        const extract = this.takes('mark', ';') ? this.pipe() : IDENTITY;
        this.mark(')');
        return { kind: 'foreach', of, pattern, start, update, extract };
      }
      case 'def':
        this.at--;
        return this.pipe();
      default:
        return this.unexpected();
    }
  }

  /** `reduce` and `foreach`, up to their bracket. */
  private source(): { of: JqNode; pattern: Pattern } {
    const of = this.steps();
    this.word('as');
    const pattern = this.pattern();
    this.mark('(');
    return { of, pattern };
  }

  private condition(): JqNode {
    const test = this.pipe();
    this.word('then');
    const then = this.pipe();
    if (this.takes('word', 'elif')) return { kind: 'if', test, then, otherwise: this.condition() };
    this.word('else');
    const otherwise = this.pipe();
    this.word('end');
    return { kind: 'if', test, then, otherwise };
  }

  private marked(mark: string): JqNode {
    switch (mark) {
      case '.':
        return this.startsStep(0) ? this.step(IDENTITY) : IDENTITY;
      case '..':
        return { kind: 'everything' };
      case '$':
        return { kind: 'variable', name: this.name() };
      case '(': {
        const node = this.pipe();
        this.mark(')');
        // A `?` after it is for the whole of what stands in the brackets.
        return { kind: 'pipe', left: IDENTITY, right: node };
      }
      case '[': {
        if (this.takes('mark', ']')) return { kind: 'list', of: undefined };
        const of = this.pipe();
        this.mark(']');
        return { kind: 'list', of };
      }
      case '{':
        return this.map();
      default:
        return this.unexpected();
    }
  }

  private map(): JqNode {
    const entries: { key: JqNode; value: JqNode }[] = [];
    while (!this.takes('mark', '}')) {
      if (entries.length > 0) this.mark(',');
      entries.push(this.entry());
    }
    return { kind: 'map', entries };
  }

  private entry(): { key: JqNode; value: JqNode } {
    if (this.takes('mark', '$')) {
      const name = this.name();
      return { key: { kind: 'literal', value: name }, value: { kind: 'variable', name } };
    }
    const key = this.key();
    if (this.takes('mark', ':')) return { key, value: this.pipe(false) };
    return { key, value: { kind: 'if', test: IS_MAP, then: { kind: 'index', of: IDENTITY, key }, otherwise: NULL } };
  }

  private key(): JqNode {
    const token = this.next();
    if (token.type === 'name' || token.type === 'word') return { kind: 'literal', value: token.text };
    if (token.type === 'text') return this.textOf(token.parts, undefined);
    if (token.type !== 'mark' || token.text !== '(') return this.unexpected();
    const key = this.pipe();
    this.mark(')');
    return key;
  }

  private pattern(): Pattern {
    if (this.takes('mark', '$')) return { kind: 'variable', name: this.name() };
    if (this.takes('mark', '[')) {
      const items: Pattern[] = [];
      do items.push(this.pattern());
      while (this.takes('mark', ','));
      this.mark(']');
      return { kind: 'list', items };
    }
    this.mark('{');
    const entries: Extract<Pattern, { kind: 'map' }>['entries'] = [];
    do {
      if (this.takes('mark', '$')) {
        const name = this.name();
        const key: JqNode = { kind: 'literal', value: name };
        entries.push(this.takes('mark', ':') ? { key, name, value: this.pattern() } : { key, name });
      } else {
        const key = this.key();
        this.mark(':');
        entries.push({ key, value: this.pattern() });
      }
    } while (this.takes('mark', ','));
    this.mark('}');
    return { kind: 'map', entries };
  }

  private textOf(parts: readonly (string | JqToken[])[], format: string | undefined): JqNode {
    const [only] = parts;
    if (parts.length === 1 && typeof only === 'string') return { kind: 'literal', value: only };
    return {
      kind: 'text',
      parts: parts.map((part) => (typeof part === 'string' ? part : new Parser(part, this.depth).program())),
      format,
    };
  }
}

const CONSTANTS: Record<string, unknown> = { true: true, false: false, null: null };

/** Of a step only what goes wrong there; of anything else all. */
function optional(node: JqNode): JqNode {
  if (node.kind === 'index' || node.kind === 'slice' || node.kind === 'each') return { ...node, optional: true };
  return { kind: 'try', of: node, handler: undefined };
}

function numberOf(text: string): unknown {
  return /^\d+$/.test(text) ? wholeOf(BigInt(text)) : new Double(Number(text));
}
