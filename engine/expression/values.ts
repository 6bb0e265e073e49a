/** What values there are, and how one prints: text as it is, null as nothing, maps and lists as JSON, as Kestra has set Pebble up. */
import { Temporal } from 'temporal-polyfill';
import { Double, isNumeric, printNumber } from './numbers.ts';

/** A map that an expression has made: any value may be a key, and the order is kept. */
export class JavaMap extends Map<unknown, unknown> {
  /** Its class in Java, for `className`. */
  readonly kind: string;

  /** Filled by hand: a subclass's own way of taking entries is slow. */
  constructor(entries?: Iterable<readonly [unknown, unknown]>, kind = 'java.util.LinkedHashMap') {
    super();
    this.kind = kind;
    if (entries) for (const [key, value] of entries) this.set(key, value);
  }
}

/** One letter of a text, which Java does not take for a text. */
export class Character {
  readonly letter: string;

  constructor(letter: string) {
    this.letter = letter;
  }
}

/** One entry of a map, as `for` gives it. */
export class Entry {
  readonly key: unknown;
  readonly value: unknown;

  constructor(key: unknown, value: unknown) {
    this.key = key;
    this.value = value;
  }
}

export type MapValue = Record<string, unknown> | Map<unknown, unknown>;

export const isNothing = (value: unknown): value is null | undefined => value === null || value === undefined;

/** A plain object or a map, asked first of what it mostly is. */
export const isMap = (value: unknown): value is MapValue =>
  typeof value === 'object' && value !== null && (value instanceof Map || isPlainObject(value) || isOtherMap(value));

export function isPlainObject(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

const isOtherMap = (value: object): boolean =>
  !Array.isArray(value) &&
  !(value instanceof Double) &&
  !(value instanceof Entry) &&
  !(value instanceof Character) &&
  !isDate(value);

export const entriesOf = (map: MapValue): [unknown, unknown][] => (map instanceof Map ? [...map] : Object.entries(map));

export const sizeOf = (map: MapValue): number => (map instanceof Map ? map.size : Object.keys(map).length);

export type DateValue = Temporal.Instant | Temporal.ZonedDateTime | Temporal.PlainDateTime | Temporal.PlainDate;

export const isDate = (value: unknown): value is DateValue =>
  value instanceof Temporal.Instant ||
  value instanceof Temporal.ZonedDateTime ||
  value instanceof Temporal.PlainDateTime ||
  value instanceof Temporal.PlainDate;

export function stringify(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (typeof value === 'object' && (Array.isArray(value) || isMap(value))) return toJson(value);
  return javaString(value);
}

/** As Java's `toString`: what `~`, `+`, `join` and text filters see of a list (`[1, 2]`) or a map (`{a=1}`). */
export function javaString(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'bigint') return String(value);
  if (isNumeric(value)) return printNumber(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(javaString).join(', ')}]`;
  if (value instanceof Character) return value.letter;
  if (value instanceof Entry) return `${javaString(value.key)}=${javaString(value.value)}`;
  if (isDate(value)) return printDate(value);
  if (!isMap(value)) return String(value);
  return `{${entriesOf(value)
    .map(([key, item]) => `${javaString(key)}=${javaString(item)}`)
    .join(', ')}}`;
}

export function printDate(value: DateValue): string {
  if (value instanceof Temporal.ZonedDateTime) return value.toString({ timeZoneName: 'never' });
  return value.toString();
}

/** As Kestra's JSON: an entry whose value is null is left out. */
export function toJson(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (isNumeric(value)) return jsonNumber(printNumber(value));
  if (typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(toJson).join(',')}]`;
  if (isDate(value)) return JSON.stringify(printDate(value));
  if (value instanceof Character) return JSON.stringify(value.letter);
  if (value instanceof Entry) return toJson(new JavaMap([[value.key, value.value]]));
  if (!isMap(value)) return JSON.stringify(String(value));
  const parts: string[] = [];
  for (const [key, item] of entriesOf(value))
    if (item !== null && item !== undefined) parts.push(`${JSON.stringify(javaString(key))}:${toJson(item)}`);
  return `{${parts.join(',')}}`;
}

/** What JSON has no number for is written as text. */
const jsonNumber = (text: string): string => (/^(?:NaN|-?Infinity)$/.test(text) ? `"${text}"` : text);

/** Out of the language: whole numbers and doubles become plain numbers (as far as they hold them), maps plain objects. */
export function toPlain(value: unknown): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Double) return value.value;
  if (Array.isArray(value)) return value.map(toPlain);
  if (value instanceof Character) return value.letter;
  if (value instanceof Entry) return plainObject([[value.key, value.value]]);
  return isMap(value) ? plainObject(entriesOf(value)) : value;
}

function plainObject(entries: readonly [unknown, unknown][]): Record<string, unknown> {
  return Object.fromEntries(entries.map(([key, item]) => [javaString(key), toPlain(item)]));
}
