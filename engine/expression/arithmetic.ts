/** `+ - * / %` and comparisons on numbers: longs among whole numbers, else doubles; BigDecimals stay exact (see `decimal.ts`). */
import { exactly } from './decimal.ts';
import { Failure } from './failures.ts';
import { float } from './floats.ts';
import { asNumber, Double, isLong, isNumeric, long, type Numeric } from './numbers.ts';
import { javaString } from './values.ts';

export type Arithmetic = '+' | '-' | '*' | '/' | '%';
export type Comparison = '>' | '<' | '>=' | '<=';

const NAMES: Record<Arithmetic | Comparison, string> = {
  '+': 'ADD',
  '-': 'SUBTRACT',
  '*': 'MULTIPLICATION',
  '/': 'DIVIDE',
  '%': 'MODULUS',
  '>': 'GREATER_THAN',
  '<': 'LESS_THAN',
  '>=': 'GREATER_THAN_EQUALS',
  '<=': 'LESS_THAN_EQUALS',
};

export function calculate(operator: Arithmetic, left: unknown, right: unknown): Numeric {
  if (!isNumeric(left) || !isNumeric(right)) {
    throw new Failure(
      `invalid operands for mathematical operation [${NAMES[operator]}]`,
      `Operator ${operator} hanya untuk angka. Yang didapat: ${shown(left)} dan ${shown(right)}. Ubah teks menjadi angka dengan filter \`number\`.`,
      true,
    );
  }
  const [a, b] = [kindOf(left), kindOf(right)];
  if (a === 'whole' && b === 'whole') return whole(operator, wholeOf(left), wholeOf(right));
  if (a === 'decimal' || b === 'decimal') return exactly(operator, left, right);
  const result = fractional(operator, asNumber(left), asNumber(right));
  return a === 'double' || b === 'double' ? new Double(result) : float(result);
}

type NumberKind = 'whole' | 'float' | 'double' | 'decimal';

function kindOf(value: Numeric): NumberKind {
  if (isLong(value)) return 'whole';
  if (!(value instanceof Double)) return 'double';
  switch (value.kind) {
    case 'java.math.BigInteger':
      return 'whole';
    case 'java.math.BigDecimal':
      return 'decimal';
    case 'java.lang.Float':
      return 'float';
    default:
      return 'double';
  }
}

/** A BigInteger is a long here, as in a Kestra. */
const wholeOf = (value: Numeric): bigint =>
  value instanceof Double ? long(BigInt(value.exact ?? Math.trunc(value.value))) : BigInt(value);

function whole(operator: Arithmetic, a: bigint, b: bigint): bigint {
  switch (operator) {
    case '+':
      return long(a + b);
    case '-':
      return long(a - b);
    case '*':
      return long(a * b);
    case '/':
      if (b === 0n) throw byZero();
      return long(a / b);
    case '%':
      if (b === 0n) throw byZero();
      return a % b;
  }
}

export const byZero = (): Failure => new Failure('/ by zero', 'Pembagian dengan nol.', true);

function fractional(operator: Arithmetic, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '%':
      return a % b;
  }
}

/** Null is neither more nor less than anything. */
export function compares(operator: Comparison, left: unknown, right: unknown): boolean {
  if (left === null || left === undefined || right === null || right === undefined) return false;
  if (!isNumeric(left) || !isNumeric(right)) {
    throw new Failure(
      `invalid operands for mathematical comparison [${NAMES[operator]}]`,
      `Perbandingan ${operator} hanya untuk angka. Yang didapat: ${shown(left)} dan ${shown(right)}.`,
      true,
    );
  }
  const [a, b] = [asNumber(left), asNumber(right)];
  switch (operator) {
    case '>':
      return a > b;
    case '<':
      return a < b;
    case '>=':
      return a >= b;
    case '<=':
      return a <= b;
  }
}

/** A value as an error shows it: not the whole of a long one. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'sebuah daftar';
  const text = typeof value === 'object' ? (isNumeric(value) ? javaString(value) : 'sebuah map') : javaString(value);
  return text.length > 40 ? `"${text.slice(0, 40)}…"` : typeof value === 'string' ? `"${text}"` : text;
}
