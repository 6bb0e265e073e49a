/** jq's functions on texts and numbers. */
import { JsonError, readJson, wholeOf } from '../json.ts';
import { asNumber, Double, isNumeric } from '../numbers.ts';
import { entriesOf, isMap, sizeOf } from '../values.ts';
import { JqError } from './errors.ts';
import { type Entry, listOf, notFor, plain, textOf } from './native.ts';
import { kindOf, named, number, text } from './order.ts';

function length(value: unknown): unknown {
  switch (kindOf(value)) {
    case 'null':
      return 0;
    case 'string':
      return [...String(value)].length;
    case 'array':
      return listOf(value, 'length').length;
    case 'object':
      return isMap(value) ? sizeOf(value) : entriesOf({}).length;
    case 'number':
      return isNumeric(value) ? number(Math.abs(asNumber(value))) : 0;
    case 'boolean':
      throw new JqError(`${named(value)} has no length`);
  }
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') throw new JqError(`${named(value)} only strings can be parsed`);
  try {
    return readJson(value);
  } catch (error) {
    if (error instanceof JsonError) throw new JqError(`failed to parse ${named(value)} as json`);
    throw error;
  }
}

function toNumber(value: unknown): unknown {
  if (isNumeric(value)) return value;
  if (typeof value !== 'string') throw new JqError(`${named(value)} cannot be parsed as a number`);
  const plain = value.trim();
  if (/^[-+]?\d+$/.test(plain)) return wholeOf(BigInt(plain));
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(plain)) throw new JqError('N/A');
  return number(Number(plain));
}

const affix = (name: 'startsWith' | 'endsWith'): Entry =>
  plain(name.toLowerCase(), 1, (input, [part]) => {
    if (typeof input === 'string' && typeof part === 'string') return input[name](part);
    throw new JqError(`${name.toLowerCase()}() requires string inputs`);
  });

const trimmed = (name: string, at: 'startsWith' | 'endsWith', rest: (text: string, size: number) => string): Entry =>
  plain(name, 1, (input, [part]) =>
    typeof input === 'string' && typeof part === 'string' && input[at](part) ? rest(input, part.length) : input,
  );

const ascii = (name: string, pattern: RegExp, change: (text: string) => string): Entry =>
  plain(name, 0, (input) => textOf(input, 'explode').replace(pattern, change));

const mathematics = (name: string, work: (value: number) => number): Entry =>
  plain(name, 0, (input) => {
    if (!isNumeric(input)) throw notFor('mathfunc', input, ['number']);
    return new Double(work(asNumber(input)));
  });

/** To the even one where two are as near, as Java's `rint`; halves go up here. */
const rounded = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));

function isoDate(value: unknown): string {
  if (!isNumeric(value)) throw notFor('todateiso8601', value, ['number']);
  const date = new Date(Math.trunc(asNumber(value)) * 1_000);
  if (Number.isNaN(date.getTime())) throw new JqError('Instant exceeds minimum or maximum instant');
  return date.toISOString().replace('.000Z', 'Z');
}

function isoSeconds(value: unknown): unknown {
  const milliseconds = Date.parse(textOf(value, 'fromdateiso8601'));
  if (Number.isNaN(milliseconds)) throw new JqError(`date "${String(value)}" does not match format`);
  return number(Math.floor(milliseconds / 1_000));
}

const isBroken = (value: unknown, test: (value: number) => boolean): boolean =>
  isNumeric(value) && test(asNumber(value));

export const textNatives: readonly Entry[] = [
  plain('length', 0, length),
  plain('utf8bytelength', 0, (input) => new TextEncoder().encode(textOf(input, 'utf8bytelength')).length),
  plain('tostring', 0, (input) => (typeof input === 'string' ? input : text(input))),
  plain('tojson', 0, text),
  plain('fromjson', 0, parsed),
  plain('tonumber', 0, toNumber),
  affix('startsWith'),
  affix('endsWith'),
  trimmed('ltrimstr', 'startsWith', (whole, size) => whole.slice(size)),
  trimmed('rtrimstr', 'endsWith', (whole, size) => whole.slice(0, whole.length - size)),
  ascii('ascii_upcase', /[a-z]+/g, (part) => part.toUpperCase()),
  ascii('ascii_downcase', /[A-Z]+/g, (part) => part.toLowerCase()),
  plain('explode', 0, (input) => [...textOf(input, 'explode')].map((letter) => letter.codePointAt(0) ?? 0)),
  plain('implode', 0, (input) =>
    String.fromCharCode(
      ...listOf(input, 'implode').map((code) => {
        if (!isNumeric(code)) throw new JqError('input to implode() must be a list of codepoints');
        return asNumber(code);
      }),
    ),
  ),
  plain('split', 1, (input, [by], { counter }) => {
    if (typeof input !== 'string' || typeof by !== 'string')
      throw new JqError('split input and separator must be strings');
    counter.made(input.length);
    return input === '' ? [] : input.split(by);
  }),
  plain('todateiso8601', 0, isoDate),
  plain('fromdateiso8601', 0, isoSeconds),
  plain('infinite', 0, () => new Double(Number.POSITIVE_INFINITY)),
  plain('nan', 0, () => new Double(Number.NaN)),
  plain('isnan', 0, (input) => isBroken(input, Number.isNaN)),
  plain('isinfinite', 0, (input) => isBroken(input, (value) => Math.abs(value) === Number.POSITIVE_INFINITY)),
  plain('isnormal', 0, (input) => isBroken(input, (value) => Number.isFinite(value) && value !== 0)),
  plain('pow', 2, (_, [base, exponent]) => {
    if (!isNumeric(base) || !isNumeric(exponent)) throw notFor('pow', isNumeric(base) ? exponent : base, ['number']);
    return number(asNumber(base) ** asNumber(exponent));
  }),
  mathematics('floor', Math.floor),
  mathematics('ceil', Math.ceil),
  mathematics('round', rounded),
  mathematics('sqrt', Math.sqrt),
  mathematics('log', Math.log),
  mathematics('log2', Math.log2),
  mathematics('log10', Math.log10),
  mathematics('exp', Math.exp),
  mathematics('exp2', (value) => 2 ** value),
  mathematics('exp10', (value) => 10 ** value),
  mathematics('sin', Math.sin),
  mathematics('cos', Math.cos),
  mathematics('tan', Math.tan),
  mathematics('asin', Math.asin),
  mathematics('acos', Math.acos),
  mathematics('atan', Math.atan),
];
