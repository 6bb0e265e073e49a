/** What jq's operators do. */

import { wholeOf } from '../json.ts';
import { asNumber, isLong, isNumeric, long, type Numeric } from '../numbers.ts';
import { entriesOf, isMap, JavaMap, type MapValue } from '../values.ts';
import type { Operator } from './ast.ts';
import { JqError } from './errors.ts';
import { compare, named, number } from './order.ts';

const WORDS = { '+': 'added', '-': 'subtracted', '*': 'multiplied', '/': 'divided', '%': 'divided (remainder)' };

/** `made` counts what grows. */
export function operate(operator: Operator, a: unknown, b: unknown, made: (size: number) => void): unknown {
  switch (operator) {
    case '==':
      return compare(a, b) === 0;
    case '!=':
      return compare(a, b) !== 0;
    case '<':
      return compare(a, b) < 0;
    case '<=':
      return compare(a, b) <= 0;
    case '>':
      return compare(a, b) > 0;
    case '>=':
      return compare(a, b) >= 0;
    case '+':
      return add(a, b, made);
    case '-':
      return subtract(a, b, made);
    case '*':
      return multiply(a, b, made);
    case '/':
      return divide(a, b, made);
    case '%':
      return remainder(a, b);
  }
}

const refused = (operator: keyof typeof WORDS, a: unknown, b: unknown, why = ''): JqError =>
  new JqError(`${named(a)} and ${named(b)} cannot be ${WORDS[operator]}${why}`);

/** Whole numbers stay whole and wrap around at 64 bits. */
function numbers(
  a: Numeric,
  b: Numeric,
  whole: (a: bigint, b: bigint) => bigint,
  broken: (a: number, b: number) => number,
) {
  return isLong(a) && isLong(b) ? wholeOf(long(whole(BigInt(a), BigInt(b)))) : number(broken(asNumber(a), asNumber(b)));
}

export function add(a: unknown, b: unknown, made: (size: number) => void): unknown {
  if (a === null) return b;
  if (b === null) return a;
  if (isNumeric(a) && isNumeric(b))
    return numbers(
      a,
      b,
      (x, y) => x + y,
      (x, y) => x + y,
    );
  if (typeof a === 'string' && typeof b === 'string') {
    made(a.length + b.length);
    return a + b;
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    made(a.length + b.length);
    return [...a, ...b];
  }
  if (!isMap(a) || !isMap(b) || isNumeric(a)) throw refused('+', a, b);
  const entries = [...entriesOf(a), ...entriesOf(b)];
  made(entries.length);
  return new JavaMap(entries);
}

function subtract(a: unknown, b: unknown, made: (size: number) => void): unknown {
  if (isNumeric(a) && isNumeric(b))
    return numbers(
      a,
      b,
      (x, y) => x - y,
      (x, y) => x - y,
    );
  if (!Array.isArray(a) || !Array.isArray(b)) throw refused('-', a, b);
  made(a.length * Math.max(1, b.length));
  return a.filter((item) => !b.some((one) => compare(one, item) === 0));
}

function multiply(a: unknown, b: unknown, made: (size: number) => void): unknown {
  if (isNumeric(a) && isNumeric(b))
    return numbers(
      a,
      b,
      (x, y) => x * y,
      (x, y) => x * y,
    );
  if (typeof a === 'string' && isNumeric(b)) return repeated(a, asNumber(b), made);
  if (isNumeric(a) && typeof b === 'string') return repeated(b, asNumber(a), made);
  if (isMap(a) && isMap(b)) return merged(a, b);
  throw refused('*', a, b);
}

function repeated(text: string, times: number, made: (size: number) => void): string | null {
  if (!(times > 0)) return null;
  const count = Math.max(1, Math.ceil(times - 0));
  made(text.length * count);
  return text.repeat(count);
}

/** Maps within maps are merged too. */
function merged(a: MapValue, b: MapValue): JavaMap {
  const map = new JavaMap(entriesOf(a));
  for (const [key, item] of entriesOf(b)) {
    const before = map.get(key);
    map.set(key, isMap(before) && isMap(item) ? merged(before, item) : item);
  }
  return map;
}

function divide(a: unknown, b: unknown, made: (size: number) => void): unknown {
  if (typeof a === 'string' && typeof b === 'string') {
    made(a.length);
    return a === '' ? [] : a.split(b);
  }
  if (!isNumeric(a) || !isNumeric(b)) throw refused('/', a, b);
  if (asNumber(b) === 0) throw refused('/', a, b, ' because the divisor is zero');
  return number(asNumber(a) / asNumber(b));
}

function remainder(a: unknown, b: unknown): unknown {
  if (!isNumeric(a) || !isNumeric(b)) throw refused('%', a, b);
  const [x, y] = [whole(a), whole(b)];
  if (y === 0n) throw refused('%', a, b, ' because the divisor is zero');
  return wholeOf(x % y);
}

/** As Java takes the whole part of a double: within 64 bits, nothing for NaN. */
function whole(value: Numeric): bigint {
  if (isLong(value)) return BigInt(value);
  const number = Math.trunc(asNumber(value));
  if (Number.isNaN(number)) return 0n;
  const most = 2n ** 63n - 1n;
  if (Math.abs(number) >= 2 ** 63) return number > 0 ? most : -most - 1n;
  return BigInt(number);
}
