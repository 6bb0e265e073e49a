/** What operators do with values. */
import { type Arithmetic, type Comparison, calculate, compares, shown } from './arithmetic.ts';
import type { BinaryOperator } from './ast.ts';
import { classOf } from './classes.ts';
import { equals, extent, find, same } from './equality.ts';
import { Failure, wrongClass } from './failures.ts';
import { asNumber, isNumeric } from './numbers.ts';
import { made, type Scope, spend, step } from './scope.ts';
import { Character, entriesOf, isMap, isNothing, javaString } from './values.ts';

type Operation = (left: unknown, right: unknown, scope: Scope) => unknown;

const arithmetic =
  (operator: Arithmetic): Operation =>
  (left, right) =>
    calculate(operator, left, right);

const comparison =
  (operator: Comparison): Operation =>
  (left, right) =>
    compares(operator, left, right);

export const OPERATIONS: Record<Exclude<BinaryOperator, 'or' | 'and' | '??' | '???'>, Operation> = {
  '+': add,
  '-': subtract,
  '*': arithmetic('*'),
  '/': arithmetic('/'),
  '%': arithmetic('%'),
  '~': (left, right, scope) => made(joined(left, scope) + joined(right, scope), scope),
  '..': (left, right, scope) => range(left, right, 1n, scope),
  '==': (left, right, scope) => compared(left, right, scope),
  '!=': (left, right, scope) => !compared(left, right, scope),
  '>': comparison('>'),
  '<': comparison('<'),
  '>=': comparison('>='),
  '<=': comparison('<='),
  contains,
  isIn,
};

/** What a Pebble says of an operator that could not be carried out, whatever the reason. */
export const COULD_NOT: Partial<Record<BinaryOperator, string>> = {
  '+': 'addition',
  '-': 'subtraction',
  '*': 'multiplication',
  '/': 'division',
  '%': 'greater modulus',
  '==': 'equals comparison',
  '!=': 'not equals comparison',
  '>': 'greater than comparison',
  '<': 'greater modulus',
  '>=': 'greater than or equals comparison',
  '<=': 'less than or equals comparison',
};

/** A comparison with a number that is written out: it is turned into a double once. Undefined where there is nothing to be won. */
export function comparedWith(operator: BinaryOperator, right: unknown): Operation | undefined {
  if (!isNumeric(right)) return undefined;
  const number = asNumber(right);
  switch (operator) {
    case '==':
      return (left, _, scope) => (typeof left === 'number' ? left === number : compared(left, right, scope));
    case '!=':
      return (left, _, scope) => (typeof left === 'number' ? left !== number : !compared(left, right, scope));
    case '>':
      return (left) => (typeof left === 'number' ? left > number : compares('>', left, right));
    case '<':
      return (left) => (typeof left === 'number' ? left < number : compares('<', left, right));
    case '>=':
      return (left) => (typeof left === 'number' ? left >= number : compares('>=', left, right));
    case '<=':
      return (left) => (typeof left === 'number' ? left <= number : compares('<=', left, right));
    default:
      return undefined;
  }
}

/** For `~`, null is nothing. */
function joined(value: unknown, scope: Scope): string {
  if (typeof value === 'string') return value;
  return isNothing(value) ? '' : textOf(value, scope);
}

/** Java's `toString`, counted where it may be long. */
export function textOf(value: unknown, scope: Scope): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && !isNothing(value)) step(scope, weight(value, scope));
  return javaString(value);
}

/** All places of a value, however deep; stops where the budget does. */
export function weight(value: unknown, scope: Scope): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || isNothing(value)) return 1;
  const items = Array.isArray(value) ? value : isMap(value) ? entriesOf(value).map(([, item]) => item) : [];
  step(scope, items.length);
  let total = items.length;
  for (const item of items) total += weight(item, scope);
  spend(scope, items.length);
  return total;
}

function add(left: unknown, right: unknown, scope: Scope): unknown {
  if (typeof left === 'string' || typeof right === 'string')
    return made(textOf(left, scope) + textOf(right, scope), scope);
  if (!Array.isArray(left)) return calculate('+', left, right);
  const more: unknown[] = Array.isArray(right) ? right : [right];
  spend(scope, left.length + more.length);
  return [...left, ...more];
}

function subtract(left: unknown, right: unknown, scope: Scope): unknown {
  if (!Array.isArray(left)) return calculate('-', left, right);
  spend(scope, left.length);
  if (!Array.isArray(right)) {
    const at = left.findIndex((item) => equals(item, right));
    return at < 0 ? left : left.toSpliced(at, 1);
  }
  const less: unknown[] = right;
  return left.filter((item) => {
    step(scope, less.length * 4);
    return !less.some((one) => equals(one, item));
  });
}

function compared(left: unknown, right: unknown, scope: Scope): boolean {
  if (typeof left === 'object' && typeof right === 'object') step(scope, Math.min(extent(left), extent(right)));
  return same(left, right);
}

function contains(left: unknown, right: unknown, scope: Scope): boolean {
  if (isNothing(left)) return false;
  step(scope, extent(left));
  if (Array.isArray(left)) {
    if (!Array.isArray(right)) return left.some((item) => equals(item, right));
    return right.every((one) => {
      step(scope, left.length);
      return left.some((item) => equals(item, one));
    });
  }
  if (isMap(left)) return find(left, right) !== undefined;
  if (typeof left === 'string') {
    return left.includes(textOf(right, scope));
  }
  throw new Failure(
    `Contains operator can only be used on Collections, Maps and arrays. Actual type was: ${classOf(left)}`,
    `\`contains\` hanya untuk teks, daftar, dan map. Yang didapat: ${shown(left)}.`,
  );
}

/** Among the items of a list, the keys or values of a map, by how they print; never within a text. */
function isIn(left: unknown, right: unknown, scope: Scope): boolean {
  if (isNothing(right) || isNothing(left)) return false;
  const wanted = textOf(left, scope);
  const matches = (item: unknown): boolean => {
    if (isNothing(item))
      throw new Failure(
        'Cannot invoke "Object.toString()" because the return value of "java.util.Map$Entry.getValue()" is null',
        '`isIn` tidak bisa mencari di dalam daftar atau map yang berisi null.',
        true,
      );
    const text = textOf(item, scope);
    step(scope, text.length);
    return text === wanted;
  };
  if (Array.isArray(right)) return right.some(matches);
  return isMap(right) && entriesOf(right).some(([key, item]) => matches(key) || matches(item));
}

/** A Long takes the room of so many places. */
const LONG = 8;
const MOST_VALUES = 1_000_000;

/** Both ends included; letters too: `'a'..'e'`. */
export function range(start: unknown, end: unknown, by: unknown, scope: Scope): unknown[] {
  if (!isNumeric(by)) {
    throw new Failure(
      `The increment of the range function must be a number ${javaString(by)}`,
      `Langkah sebuah range harus angka. Yang didapat: ${shown(by)}.`,
    );
  }
  const size = BigInt(Math.trunc(asNumber(by)));
  if (size === 0n)
    throw new Failure(
      'The increment of the range function must be different than 0',
      'Langkah sebuah range tidak boleh 0.',
    );
  const letters = typeof start === 'string' && typeof end === 'string' && start.length === 1 && end.length === 1;
  if (!letters && !(isNumeric(start) && isNumeric(end))) {
    throw new Failure(
      'Arguments of range function must be of type Number or String with a length of 1',
      'Range memerlukan dua angka, atau dua huruf.',
    );
  }
  const [from, to] = [placeIn(start), placeIn(end)];
  const count = (to - from) / size + 1n;
  if (count > BigInt(MOST_VALUES)) throw new Failure('The range is too long', 'Range ini terlalu panjang.');
  spend(scope, Math.max(0, Number(count) * LONG));
  const values: unknown[] = [];
  for (let at = from; size > 0n ? at <= to : at >= to; at += size)
    values.push(letters ? new Character(String.fromCharCode(Number(at))) : at);
  return values;
}

const placeIn = (end: unknown): bigint =>
  isNumeric(end) ? whole(end) : BigInt(typeof end === 'string' ? end.charCodeAt(0) : 0);

function whole(value: number | bigint | { value: number }): bigint {
  if (typeof value === 'bigint') return value;
  const number = Math.trunc(typeof value === 'number' ? value : value.value);
  if (!Number.isFinite(number)) throw wrongClass(value, 'java.lang.Long', 'Range memerlukan angka biasa.');
  return BigInt(number);
}
