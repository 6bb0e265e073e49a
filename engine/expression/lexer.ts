/**
 * Text to tokens. The mode is a method that says which mode comes next: text, or inside `{{ }}`, `{% %}`.
 * `raw` and `verbatim` are kept literally; `{# #}` is dropped; `-` at a delimiter trims the white space beside it.
 */
import { ExpressionError, placeOf } from './errors.ts';

export type Token =
  | { type: 'text'; text: string; at: number }
  | { type: 'open'; kind: 'print' | 'tag'; at: number }
  | { type: 'close'; kind: 'print' | 'tag'; at: number }
  | { type: 'name'; text: string; at: number }
  | { type: 'operator'; text: string; at: number }
  | { type: 'punctuation'; text: string; at: number }
  | { type: 'number'; text: string; at: number }
  /** A double-quoted one with `#{ }` comes in pieces: string, interpolation, tokens, its end, string, and so on. */
  | { type: 'string'; text: string; at: number }
  | { type: 'interpolation'; at: number }
  | { type: 'interpolationEnd'; at: number }
  | { type: 'end'; at: number };

const SPACE = /\s/;
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const NUMBER = /\d+(?:\.\d+)?L?/y;
const OPERATORS = ['???', '??', '..', '==', '!=', '>=', '<=', '>', '<', '+', '-', '*', '/', '%', '|', '~'];
const WORDS = ['and', 'or', 'not', 'is', 'contains', 'equals', 'isIn'];
const PUNCTUATION = '()[]{},.=?:';
const CLOSING: Record<string, string> = { '(': ')', '[': ']', '{': '}' };
const RAW = /\{%-?\s*(raw|verbatim)\s*-?%\}/y;

export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  /** White space before the next text is to be dropped. */
  let trimNext = false;
  /** Of `raw` and `verbatim`, those that nothing closes any more: looked for once. */
  const unclosed = new Set<string>();

  function fail(message: string, offset: number, explanation: string): never {
    const place = placeOf(source, offset);
    throw new ExpressionError(`io.pebbletemplates.pebble.error.ParserException: ${message} (${source}:${place.line})`, {
      explanation,
      ...place,
    });
  }

  function text(value: string, start: number): void {
    const kept = trimNext ? value.trimStart() : value;
    trimNext = false;
    if (kept !== '') tokens.push({ type: 'text', text: kept, at: start });
  }

  function trimBefore(): void {
    const last = tokens.at(-1);
    if (last?.type !== 'text') return;
    const kept = last.text.trimEnd();
    tokens.pop();
    tokens.push({ ...last, text: kept });
  }

  /** `verbatim` takes part in trimming, Kestra's `raw` does not. */
  function raw(open: string, name: string): boolean {
    const start = at + open.length;
    if (unclosed.has(name)) return false;
    const end = new RegExp(`\\{%(-?)\\s*end${name}\\s*(-?)%\\}`, 'g');
    end.lastIndex = start;
    const close = end.exec(source);
    if (!close) {
      unclosed.add(name);
      return false;
    }
    const trims = name === 'verbatim';
    if (trims && open.startsWith('{%-')) trimBefore();
    let body = source.slice(start, close.index);
    if (trims && open.endsWith('-%}')) body = body.replace(/^\s+/, '');
    if (trims && close[1]) body = body.trimEnd();
    tokens.push({ type: 'text', text: body, at: start });
    trimNext = trims && close[2] === '-';
    at = end.lastIndex;
    return true;
  }

  function data(): void {
    const next = nextOpening(source, at);
    text(source.slice(at, next), at);
    at = next;
    if (at >= source.length) return;
    if (source.startsWith('{#', at)) {
      comment();
      return;
    }
    RAW.lastIndex = at;
    const rawOpening = RAW.exec(source);
    if (rawOpening?.[1] && raw(rawOpening[0], rawOpening[1])) return;
    const kind = source[at + 1] === '{' ? 'print' : 'tag';
    const trims = source[at + 2] === '-' && SPACE.test(source[at + 3] ?? '');
    if (trims) trimBefore();
    tokens.push({ type: 'open', kind, at });
    at += trims ? 3 : 2;
    inside(kind);
  }

  function comment(): void {
    const close = source.indexOf('#}', at + 2);
    if (close < 0) fail('Unclosed comment.', at, 'Komentar belum ditutup. Tambahkan #} di akhirnya.');
    if (source[at + 2] === '-') trimBefore();
    trimNext = source[close - 1] === '-';
    at = close + 2;
  }

  function inside(kind: 'print' | 'tag'): void {
    const close = kind === 'print' ? '}}' : '%}';
    const open: string[] = [];
    for (;;) {
      skipSpace();
      if (at >= source.length) return;
      if (open.length === 0 && (source.startsWith(close, at) || source.startsWith(`-${close}`, at))) {
        trimNext = source[at] === '-';
        tokens.push({ type: 'close', kind, at });
        at += trimNext ? 3 : 2;
        return;
      }
      token(open);
    }
  }

  function skipSpace(): void {
    while (at < source.length && SPACE.test(source[at] ?? '')) at++;
  }

  /** One token; `open` are the brackets that still have to be closed. */
  function token(open: string[]): void {
    const start = at;
    const character = source[at] ?? '';
    const read = matched(NUMBER);
    const name = read === undefined ? matched(NAME) : undefined;
    if (character === "'") plainString();
    else if (character === '"') string();
    else if (read !== undefined) tokens.push({ type: 'number', text: read, at: start });
    else if (name !== undefined)
      tokens.push({ type: WORDS.includes(name) ? 'operator' : 'name', text: name, at: start });
    else mark(character, open);
  }

  function matched(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match) at = pattern.lastIndex;
    return match?.[0];
  }

  function mark(character: string, open: string[]): void {
    const operator = OPERATORS.find((one) => source.startsWith(one, at));
    if (!operator && !PUNCTUATION.includes(character)) {
      fail(`Unexpected character [${character}]`, at, `Karakter ${character} tidak dikenal di dalam ungkapan.`);
    }
    tokens.push({ type: operator ? 'operator' : 'punctuation', text: operator ?? character, at });
    const closing = CLOSING[character];
    if (closing) open.push(closing);
    else if (')]}'.includes(character)) closeBracket(character, open);
    at += operator?.length ?? 1;
  }

  function closeBracket(character: string, open: string[]): void {
    const expected = open.pop();
    if (expected === undefined)
      fail(`Unexpected "${character}"`, at, `Tanda ${character} ini tidak punya pasangan pembuka.`);
    if (expected !== character)
      fail(`Unclosed "${expected}"`, at, `Tanda kurung belum ditutup: ${expected} belum ada sebelum ${character}.`);
  }

  /** Only the quote itself is escaped; before anything else the backslash stays, and what follows it ends no string. */
  function escaped(quote: string): string {
    const pair = source.slice(at, at + 2);
    at += 2;
    return pair === `\\${quote}` ? quote : pair;
  }

  function plainString(): void {
    const start = at;
    at++;
    let value = '';
    while (at < source.length && source[at] !== "'") {
      if (source[at] === '\\') value += escaped("'");
      else value += source[at++];
    }
    if (at >= source.length) fail("Unexpected character [']", start, "Tanda kutip ' belum ditutup.");
    at++;
    tokens.push({ type: 'string', text: value, at: start });
  }

  function string(): void {
    const start = at;
    at++;
    let value = '';
    const piece = () => tokens.push({ type: 'string', text: value, at: start });
    while (at < source.length && source[at] !== '"') {
      if (source.startsWith('#{', at)) {
        piece();
        value = '';
        interpolation();
        continue;
      }
      if (source[at] === '\\') value += escaped('"');
      else value += source[at++];
    }
    if (at >= source.length) fail('Unclosed """', start, 'Tanda kutip " belum ditutup.');
    at++;
    piece();
  }

  function interpolation(): void {
    tokens.push({ type: 'interpolation', at });
    at += 2;
    const open: string[] = [];
    for (;;) {
      skipSpace();
      if (at >= source.length) fail('Unclosed """', at, 'Tanda } penutup sesudah #{ belum ada.');
      if (source[at] === '}' && open.length === 0) {
        tokens.push({ type: 'interpolationEnd', at });
        at++;
        return;
      }
      token(open);
    }
  }

  while (at < source.length) data();
  tokens.push({ type: 'end', at: source.length });
  return tokens;
}

function nextOpening(source: string, from: number): number {
  for (let at = source.indexOf('{', from); at >= 0; at = source.indexOf('{', at + 1)) {
    if ('{%#'.includes(source[at + 1] ?? ' ')) return at;
  }
  return source.length;
}
