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
  | { type: 'string'; text: string; interpolates: boolean; at: number }
  | { type: 'end'; at: number };

const SPACE = /\s/;
const NAME = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const NUMBER = /\d+(?:\.\d+)?[lL]?/y;
const OPERATORS = [
  '???',
  '??',
  '..',
  '==',
  '!=',
  '>=',
  '<=',
  '>',
  '<',
  '+',
  '-',
  '*',
  '/',
  '%',
  '|',
  '~',
  '=',
  '?',
  ':',
];
const PUNCTUATION = '()[]{},.';
const RAW = /\{%-?\s*(raw|verbatim)\s*-?%\}/y;

export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  /** White space before the next text is to be dropped. */
  let trimNext = false;

  function fail(message: string, offset: number, explanation: string): never {
    throw new ExpressionError(message, { explanation, ...placeOf(source, offset) });
  }

  function text(value: string, start: number): void {
    const kept = trimNext ? value.replace(/^\s+/, '') : value;
    trimNext = false;
    if (kept !== '') tokens.push({ type: 'text', text: kept, at: start });
  }

  function trimBefore(): void {
    const last = tokens.at(-1);
    if (last?.type !== 'text') return;
    const kept = last.text.replace(/\s+$/, '');
    tokens.pop();
    if (kept !== '') tokens.push({ ...last, text: kept });
  }

  function raw(open: string, name: string): void {
    const start = at + open.length;
    const end = new RegExp(`\\{%(-?)\\s*end${name}\\s*(-?)%\\}`, 'g');
    end.lastIndex = start;
    const close = end.exec(source);
    if (!close)
      fail(
        `Could not find the end of the ${name} block`,
        at,
        `Blok ${name} belum ditutup. Tambahkan {% end${name} %}.`,
      );
    if (name === 'verbatim' && open.startsWith('{%-')) trimBefore();
    trimNext = open.endsWith('-%}');
    let body = source.slice(start, close.index);
    if (trimNext) body = body.replace(/^\s+/, '');
    if (close[1]) body = body.replace(/\s+$/, '');
    trimNext = false;
    tokens.push({ type: 'text', text: body, at: start });
    trimNext = close[2] === '-';
    at = end.lastIndex;
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
    if (rawOpening?.[1]) {
      raw(rawOpening[0], rawOpening[1]);
      return;
    }
    const kind = source[at + 1] === '{' ? 'print' : 'tag';
    if (source[at + 2] === '-') trimBefore();
    tokens.push({ type: 'open', kind, at });
    at += source[at + 2] === '-' ? 3 : 2;
    inside(kind);
  }

  function comment(): void {
    const close = source.indexOf('#}', at + 2);
    if (close < 0) fail('Unclosed comment', at, 'Komentar belum ditutup. Tambahkan #} di akhirnya.');
    if (source[at + 2] === '-') trimBefore();
    trimNext = source[close - 1] === '-';
    at = close + 2;
  }

  function inside(kind: 'print' | 'tag'): void {
    const opened = at;
    const close = kind === 'print' ? '}}' : '%}';
    let depth = 0;
    for (;;) {
      while (at < source.length && SPACE.test(source[at] ?? '')) at++;
      if (at >= source.length) {
        const missing = kind === 'print' ? '}}' : '%}';
        fail(`Unclosed "${kind === 'print' ? '{{' : '{%'}"`, opened - 2, `Tanda penutup ${missing} belum ada.`);
      }
      if (depth === 0 && (source.startsWith(close, at) || source.startsWith(`-${close}`, at))) {
        trimNext = source[at] === '-';
        tokens.push({ type: 'close', kind, at });
        at += trimNext ? 3 : 2;
        return;
      }
      depth += token();
    }
  }

  /** One token; says by how much it opened or closed a brace. */
  function token(): number {
    const start = at;
    const character = source[at] ?? '';
    if (character === '"' || character === "'") {
      string(character);
      return 0;
    }
    NUMBER.lastIndex = at;
    const number = NUMBER.exec(source);
    if (number) {
      at = NUMBER.lastIndex;
      tokens.push({ type: 'number', text: number[0], at: start });
      return 0;
    }
    NAME.lastIndex = at;
    const name = NAME.exec(source);
    if (name) {
      at = NAME.lastIndex;
      tokens.push({ type: 'name', text: name[0], at: start });
      return 0;
    }
    const operator = OPERATORS.find((one) => source.startsWith(one, at));
    if (operator) {
      at += operator.length;
      tokens.push({ type: 'operator', text: operator, at: start });
      return 0;
    }
    if (!PUNCTUATION.includes(character)) {
      fail(`Unexpected character [${character}]`, at, `Karakter ${character} tidak dikenal di dalam ungkapan.`);
    }
    at++;
    tokens.push({ type: 'punctuation', text: character, at: start });
    return character === '{' ? 1 : character === '}' ? -1 : 0;
  }

  function string(quote: string): void {
    const start = at;
    at++;
    let value = '';
    while (at < source.length && source[at] !== quote) {
      if (source[at] === '\\' && source[at + 1] === quote) at++;
      value += source[at++];
    }
    if (at >= source.length) fail('Unclosed string', start, `Tanda kutip ${quote} belum ditutup.`);
    at++;
    tokens.push({ type: 'string', text: value, interpolates: quote === '"' && value.includes('#{'), at: start });
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
