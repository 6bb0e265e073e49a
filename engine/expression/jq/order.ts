/** jq's order of values: null, false, true, numbers, texts, lists, maps; and their kinds and texts. */

import { wholeOf } from '../json.ts';
import { asNumber, Double, isNumeric, type Numeric, printNumber } from '../numbers.ts';
import { entriesOf, isMap, type MapValue, toJson } from '../values.ts';

export type Kind = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

export function kindOf(value: unknown): Kind {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  if (isNumeric(value)) return 'number';
  if (typeof value === 'string') return 'string';
  return Array.isArray(value) ? 'array' : 'object';
}

/** What counts as true: all but null and false. */
export const isTrue = (value: unknown): boolean => value !== null && value !== undefined && value !== false;

/** The result of a calculation: a whole number where it is one, whatever it was worked out from. */
export function number(value: number): Numeric {
  if (!Number.isInteger(value) || Math.abs(value) >= 2 ** 63) return new Double(value);
  const whole = wholeOf(BigInt(value));
  return isNumeric(whole) ? whole : new Double(value);
}

const RANK: Record<Kind, number> = { null: 0, boolean: 1, number: 3, string: 4, array: 5, object: 6 };
const rank = (value: unknown): number => RANK[kindOf(value)] + (value === true ? 1 : 0);

/** Less than zero, zero, more than zero. */
export function compare(a: unknown, b: unknown): number {
  const difference = rank(a) - rank(b);
  if (difference !== 0) return difference;
  if (isNumeric(a) && isNumeric(b)) return order(asNumber(a), asNumber(b));
  if (typeof a === 'string' && typeof b === 'string') return order(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return lists(a, b);
  return isMap(a) && isMap(b) ? maps(a, b) : 0;
}

const order = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

function lists(a: readonly unknown[], b: readonly unknown[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = compare(a[at], b[at]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** By their keys first, then by what stands under each. */
function maps(a: MapValue, b: MapValue): number {
  const [left, right] = [sortedEntries(a), sortedEntries(b)];
  const byKeys = lists(
    left.map(([key]) => key),
    right.map(([key]) => key),
  );
  return byKeys !== 0
    ? byKeys
    : lists(
        left.map(([, item]) => item),
        right.map(([, item]) => item),
      );
}

export const sortedEntries = (map: MapValue): [unknown, unknown][] =>
  entriesOf(map).sort(([a], [b]) => order(String(a), String(b)));

/** As jq writes it: 1.0 is `1`, and what is null stays. */
export function text(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (isNumeric(value)) return numberText(value);
  if (Array.isArray(value)) return `[${value.map(text).join(',')}]`;
  if (!isMap(value)) return toJson(value);
  return `{${entriesOf(value)
    .map(([key, item]) => `${JSON.stringify(String(key))}:${text(item)}`)
    .join(',')}}`;
}

/** JSON has no infinity: the largest there is stands for it. */
function numberText(value: Numeric): string {
  if (!(value instanceof Double)) return printNumber(value);
  if (Number.isNaN(value.value)) return 'null';
  if (!Number.isFinite(value.value)) return printNumber(new Double(Math.sign(value.value) * Number.MAX_VALUE));
  return value.exact ?? printNumber(number(value.value));
}

export const named = (value: unknown): string => `${kindOf(value)} (${short(value)})`;

/** Not more of it than fits in a sentence. */
export function short(value: unknown): string {
  const whole = text(value);
  return whole.length > 14 ? `${whole.slice(0, 11)}...` : whole;
}
