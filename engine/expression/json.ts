/**
 * JSON as Kestra's own reader takes it: the order of keys is kept, 1.0 is not 1, and what follows the first value is passed over.
 * Written by hand, as JSON.parse puts keys like "10" first and does not tell 1.0 from 1.
 */
import { Failure } from './failures.ts';
import { Double } from './numbers.ts';
import { JavaMap } from './values.ts';

const DEEPEST = 500;

export class JsonError extends Error {
  override name = 'JsonError';
}

/** The first value of the text. Throws `JsonError`. */
export function readJson(text: string): unknown {
  return new Reader(text).document();
}

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const PLAIN = /[^"\\]*/y;
const ESCAPES: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\', '/': '/' };
const WORDS: Record<string, unknown> = { true: true, false: false, null: null };

class Reader {
  private readonly text: string;
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  document(): unknown {
    this.skip();
    if (this.at >= this.text.length) throw new JsonError('No content to map due to end-of-input');
    const scalar = !'{["'.includes(this.text.charAt(this.at));
    const value = this.value();
    const next = this.text.charAt(this.at);
    if (scalar && next !== '' && !' \t\r\n'.includes(next))
      this.unexpected('Expected space separating root-level values');
    return value;
  }

  private value(): unknown {
    if (++this.depth > DEEPEST) throw new JsonError(`Document nesting depth exceeds the maximum allowed (${DEEPEST})`);
    const value = this.any();
    this.depth--;
    return value;
  }

  private any(): unknown {
    const character = this.text.charAt(this.at);
    if (character === '{') return this.map();
    if (character === '[') return this.list();
    if (character === '"') return this.string();
    if (character === '-' || /\d/.test(character)) return this.number();
    const word = /[A-Za-z]*/y;
    word.lastIndex = this.at;
    const name = word.exec(this.text)?.[0] ?? '';
    if (name === '')
      this.unexpected("expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')");
    if (!Object.hasOwn(WORDS, name))
      throw new JsonError(
        `Unrecognized token '${name}': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')`,
      );
    this.at += name.length;
    return WORDS[name];
  }

  private map(): JavaMap {
    const map = new JavaMap();
    this.at++;
    this.skip();
    while (!this.took('}')) {
      if (map.size > 0 || this.text.charAt(this.at) === ',') {
        this.expect(',', 'was expecting comma to separate Object entries');
        this.skip();
      }
      if (this.text.charAt(this.at) !== '"') this.unexpected('was expecting double-quote to start field name');
      const key = this.string();
      this.skip();
      this.expect(':', 'was expecting a colon to separate field name and value');
      this.skip();
      map.set(key, this.value());
      this.skip();
    }
    return map;
  }

  private list(): unknown[] {
    const list: unknown[] = [];
    this.at++;
    this.skip();
    while (!this.took(']')) {
      if (list.length > 0) {
        this.expect(',', 'was expecting comma to separate Array entries');
        this.skip();
      }
      list.push(this.value());
      this.skip();
    }
    return list;
  }

  private string(): string {
    let text = '';
    this.at++;
    for (;;) {
      PLAIN.lastIndex = this.at;
      const plain = PLAIN.exec(this.text)?.[0] ?? '';
      if (hasControl(plain))
        throw new JsonError(
          'Illegal unquoted character: has to be escaped using backslash to be included in string value',
        );
      text += plain;
      this.at += plain.length;
      const character = this.text.charAt(this.at++);
      if (character === '"') return text;
      if (character === '') throw new JsonError('Unexpected end-of-input in a String value');
      text += this.escape();
    }
  }

  private escape(): string {
    const character = this.text.charAt(this.at++);
    if (character === 'u') {
      const code = this.text.slice(this.at, this.at + 4);
      if (!/^[\da-fA-F]{4}$/.test(code)) throw new JsonError(`Illegal unicode escape: ${code}`);
      this.at += 4;
      return String.fromCharCode(Number.parseInt(code, 16));
    }
    const known = ESCAPES[character];
    if (known === undefined) throw new JsonError(`Unrecognized character escape '${character}'`);
    return known;
  }

  private number(): unknown {
    NUMBER.lastIndex = this.at;
    const text = NUMBER.exec(this.text)?.[0];
    if (text === undefined) throw new JsonError('Invalid numeric value');
    this.at += text.length;
    if (/[\d.]/.test(this.text.charAt(this.at)))
      throw new JsonError('Invalid numeric value: Leading zeroes not allowed');
    if (/[.eE]/.test(text)) return new Double(Number(text));
    return wholeOf(BigInt(text));
  }

  private skip(): void {
    SPACE.lastIndex = this.at;
    this.at += SPACE.exec(this.text)?.[0].length ?? 0;
  }

  private took(character: string): boolean {
    if (this.text.charAt(this.at) !== character) return false;
    this.at++;
    return true;
  }

  private expect(character: string, why: string): void {
    if (!this.took(character)) this.unexpected(why);
  }

  private unexpected(why: string): never {
    const character = this.text.charAt(this.at);
    if (character === '') throw new JsonError('Unexpected end-of-input');
    throw new JsonError(`Unexpected character ('${character}' (code ${character.charCodeAt(0)})): ${why}`);
  }
}

function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) < 32) return true;
  return false;
}

/** An Integer, a Long, or a BigInteger: whatever holds it. */
export function wholeOf(value: bigint): unknown {
  if (value === BigInt.asIntN(32, value)) return Number(value);
  if (value === BigInt.asIntN(64, value)) return value;
  return new Double(Number(value), 'java.math.BigInteger', value.toString());
}

/** `readJson`, its errors the learner's. */
export function jsonFrom(text: string): unknown {
  try {
    return readJson(text);
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    throw new Failure(`Invalid json: ${error.message}`, `Teks ini bukan JSON yang benar: ${text.slice(0, 80)}`);
  }
}
