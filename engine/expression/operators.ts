/** What operators do with values. */
import type { BinaryOperator } from './ast.ts';
import { asNumber, Double, isLong, isNumeric, long, type Numeric } from './numbers.ts';
import { Failure } from './scope.ts';
import { isDate, isMap, stringify } from './values.ts';

type Plain = Exclude<BinaryOperator, 'or' | 'and' | '??' | '???'>;

export const OPERATIONS: Record<Plain, (left: unknown, right: unknown) => unknown> = {
  '+': add,
  '-': (left, right) => arithmetic('-', left, right),
  '*': (left, right) => arithmetic('*', left, right),
  '/': (left, right) => arithmetic('/', left, right),
  '%': (left, right) => arithmetic('%', left, right),
  '~': (left, right) => stringify(left) + stringify(right),
  '..': (left, right) => range(left, right, 1),
  '==': same,
  '!=': (left, right) => !same(left, right),
  '>': (left, right) => compare(left, right, '>') > 0,
  '<': (left, right) => compare(left, right, '<') < 0,
  '>=': (left, right) => compare(left, right, '>=') >= 0,
  '<=': (left, right) => compare(left, right, '<=') <= 0,
  contains,
  isIn: (left, right) => (isMap(right) ? Object.values(right).some((item) => same(item, left)) : contains(right, left)),
};

function add(left: unknown, right: unknown): unknown {
  if (typeof left === 'string') return left + stringify(right);
  if (Array.isArray(left)) return Array.isArray(right) ? [...left, ...right] : [...left, right];
  if (isNumeric(left) && typeof right === 'string') return stringify(left) + right;
  return arithmetic('+', left, right);
}

function arithmetic(operator: '+' | '-' | '*' | '/' | '%', left: unknown, right: unknown): Numeric {
  const a = left ?? 0;
  const b = right ?? 0;
  if (!isNumeric(a) || !isNumeric(b)) {
    throw new Failure(
      `invalid operands for mathematical operation [${operator}]`,
      `Operator ${operator} hanya untuk angka. Yang didapat: ${stringify(left)} dan ${stringify(right)}. Ubah teks menjadi angka dengan filter \`number\`.`,
    );
  }
  return isLong(a) && isLong(b)
    ? whole(operator, BigInt(a), BigInt(b))
    : new Double(fractional(operator, asNumber(a), asNumber(b)));
}

function whole(operator: '+' | '-' | '*' | '/' | '%', a: bigint, b: bigint): Numeric {
  if (b === 0n && (operator === '/' || operator === '%')) throw new Failure('/ by zero', 'Pembagian dengan nol.');
  return long({ '+': () => a + b, '-': () => a - b, '*': () => a * b, '/': () => a / b, '%': () => a % b }[operator]());
}

function fractional(operator: '+' | '-' | '*' | '/' | '%', a: number, b: number): number {
  return { '+': () => a + b, '-': () => a - b, '*': () => a * b, '/': () => a / b, '%': () => a % b }[operator]();
}

/** Numbers compare as doubles; "1" is not 1. */
export function same(left: unknown, right: unknown): boolean {
  const a = left ?? null;
  const b = right ?? null;
  if (a === b) return true;
  if (isNumeric(a) && isNumeric(b)) return asNumber(a) === asNumber(b);
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => same(item, b[index]));
  if (isDate(a) && isDate(b)) return a.toString() === b.toString();
  if (!isMap(a) || !isMap(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}

function compare(left: unknown, right: unknown, operator: string): number {
  if (isNumeric(left) && isNumeric(right)) return asNumber(left) - asNumber(right);
  throw new Failure(
    `invalid operands for mathematical comparison [${operator}]`,
    `Perbandingan ${operator} hanya untuk angka. Yang didapat: ${stringify(left)} dan ${stringify(right)}.`,
  );
}

function contains(left: unknown, right: unknown): boolean {
  if (left === null || left === undefined) return false;
  if (Array.isArray(left)) {
    const wanted = Array.isArray(right) ? right : [right];
    return wanted.every((one) => left.some((item) => same(item, one)));
  }
  if (isMap(left)) {
    const wanted = Array.isArray(right) ? right : [right];
    return wanted.every((key) => Object.hasOwn(left, stringify(key)));
  }
  if (typeof left === 'string') return left.includes(stringify(right));
  throw new Failure(
    'Contains operator can only be used on Collections, Maps and arrays.',
    '`contains` hanya untuk teks, daftar, dan map.',
  );
}

const MOST_VALUES = 100_000;

/** Both ends included; letters too: `'a'..'e'`. */
export function range(start: unknown, end: unknown, by: unknown): unknown[] {
  const step = isNumeric(by) ? asNumber(by) : 1;
  if (step === 0) throw new Failure('The step of a range cannot be 0', 'Langkah sebuah range tidak boleh 0.');
  const letters = typeof start === 'string' && typeof end === 'string';
  const from = letters ? start.charCodeAt(0) : isNumeric(start) ? asNumber(start) : Number.NaN;
  const to = letters ? end.charCodeAt(0) : isNumeric(end) ? asNumber(end) : Number.NaN;
  if (Number.isNaN(from) || Number.isNaN(to)) {
    throw new Failure(
      'Arguments of range function must be of type Number or String with length of 1',
      'Range memerlukan dua angka, atau dua huruf.',
    );
  }
  if ((to - from) / step > MOST_VALUES) throw new Failure('The range is too long', 'Range ini terlalu panjang.');
  const values: unknown[] = [];
  for (let at = from; step > 0 ? at <= to : at >= to; at += step) values.push(letters ? String.fromCharCode(at) : at);
  return values;
}
