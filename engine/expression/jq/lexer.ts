/** A jq program to tokens. A text with `\( )` holds the tokens of what stands inside. */
import { JqError } from './errors.ts';

export type JqToken =
  | { type: 'name' | 'variable' | 'field' | 'format' | 'mark' | 'word'; text: string }
  | { type: 'number'; text: string }
  | { type: 'text'; parts: (string | JqToken[])[] }
  | { type: 'end' };

const SPACE = /(?:\s|#[^\n]*)*/y;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?/y;
const NAME = /[A-Za-z_]\w*(?:::[A-Za-z_]\w*)*/y;
const FORMAT = /@[A-Za-z\d_]+/y;
const MARK = /\?\/\/=?|\/\/=|\|=|\+=|-=|\*=|\/=|%=|==|!=|<=|>=|\/\/|\.\.|[.|,:;()[\]{}=<>+\-*/%$?]/y;
export const WORDS = [
  'def',
  'if',
  'then',
  'elif',
  'else',
  'end',
  'as',
  'reduce',
  'foreach',
  'try',
  'catch',
  'label',
  'import',
  'include',
  'and',
  'or',
  '__loc__',
];
const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '"': '"', '\\': '\\', '/': '/' };

export function jqTokens(source: string): JqToken[] {
  return new Lexer(source).all();
}

class Lexer {
  private readonly source: string;
  private at = 0;

  constructor(source: string) {
    this.source = source;
  }

  all(): JqToken[] {
    const tokens = this.until(undefined);
    tokens.push({ type: 'end' });
    return tokens;
  }

  /** Up to the closing bracket of a `\(`, or the end. */
  private until(close: ')' | undefined): JqToken[] {
    const tokens: JqToken[] = [];
    let open = 0;
    for (;;) {
      this.match(SPACE);
      if (this.at >= this.source.length) {
        if (close) throw new JqError('unterminated text');
        return tokens;
      }
      if (close && open === 0 && this.source[this.at] === close) {
        this.at++;
        return tokens;
      }
      const token = this.token(tokens.at(-1));
      if (token.type === 'mark' && token.text === '(') open++;
      if (token.type === 'mark' && token.text === ')') open--;
      tokens.push(token);
    }
  }

  private token(before: JqToken | undefined): JqToken {
    if (this.source[this.at] === '"') return this.text();
    const number = this.match(NUMBER);
    if (number !== undefined) return { type: 'number', text: number };
    const format = this.match(FORMAT);
    if (format !== undefined) return { type: 'format', text: format };
    const name = this.match(NAME);
    if (name !== undefined) {
      if (before?.type === 'mark' && before.text === '.' && this.source[this.at - name.length - 1] === '.')
        return { type: 'field', text: name };
      return { type: WORDS.includes(name) ? 'word' : 'name', text: name };
    }
    const mark = this.match(MARK);
    if (mark !== undefined) return { type: 'mark', text: mark };
    throw new JqError(`unexpected character ${this.source.charAt(this.at)}`);
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.source);
    if (match) this.at = pattern.lastIndex;
    return match?.[0];
  }

  private text(): JqToken {
    const parts: (string | JqToken[])[] = [];
    let text = '';
    this.at++;
    for (;;) {
      const character = this.source.charAt(this.at++);
      if (character === '') throw new JqError('unterminated text');
      if (character === '"') {
        parts.push(text);
        return { type: 'text', parts };
      }
      if (character !== '\\') text += character;
      else if (this.source[this.at] === '(') {
        this.at++;
        parts.push(text, [...this.until(')'), { type: 'end' }]);
        text = '';
      } else text += this.escape();
    }
  }

  private escape(): string {
    const character = this.source.charAt(this.at++);
    if (character === 'u') {
      const code = /^[\da-fA-F]{4}/.exec(this.source.slice(this.at, this.at + 4))?.[0];
      if (code === undefined) throw new JqError('bad escape');
      this.at += 4;
      return String.fromCharCode(Number.parseInt(code, 16));
    }
    const known = ESCAPES[character];
    if (known === undefined) throw new JqError(`bad escape \\${character}`);
    return known;
  }
}
