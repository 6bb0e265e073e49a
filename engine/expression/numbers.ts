/**
 * Numbers as Java has them. A bigint is a `Long` (what a template writes and computes); a JavaScript integer from outside is an `Integer`
 * as far as 32 bits hold it, else a `Long`; any other JavaScript number is a `Double`. What JavaScript can't tell apart (1.0, a Float,
 * a BigDecimal) is a `Double` object of its kind.
 */
export class Double {
  readonly value: number;
  /** Its class in Java, for `className`. */
  readonly kind: string;
  /** The digits where a double could not hold them (BigDecimal). */
  readonly exact: string | undefined;

  constructor(value: number, kind = 'java.lang.Double', exact?: string) {
    this.value = value;
    this.kind = kind;
    this.exact = exact;
  }

  toJSON(): number {
    return this.value;
  }
}

export type Numeric = number | bigint | Double;

export const isNumeric = (value: unknown): value is Numeric =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof Double;

export const isLong = (value: Numeric): value is number | bigint =>
  typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value));

export const asNumber = (value: Numeric): number => (value instanceof Double ? value.value : Number(value));

const INT = 2_147_483_648;

/** A whole number that came from outside and fits 32 bits. */
export const isInteger = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= -INT && value < INT;

export function numberClass(value: Numeric): string {
  if (typeof value === 'bigint') return 'java.lang.Long';
  if (value instanceof Double) return value.kind;
  if (!Number.isInteger(value)) return 'java.lang.Double';
  return isInteger(value) ? 'java.lang.Integer' : 'java.lang.Long';
}

/** Wraps around at 64 bits, as Java's long does. */
export const long = (value: bigint): bigint => BigInt.asIntN(64, value);

/** As `Double.toString` prints it: `1.0`, `1.0E10`. */
export function printDouble(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  const size = Math.abs(value);
  if (value === 0 || (size >= 1e-3 && size < 1e7))
    return Number.isInteger(value) ? `${Object.is(value, -0) ? '-0' : value}.0` : String(value);
  const [digits = '0', exponent = '0'] = value.toExponential().split('e');
  return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`;
}

export function printNumber(value: Numeric): string {
  if (value instanceof Double) return value.exact ?? printDouble(value.value);
  return isLong(value) ? String(value) : printDouble(value);
}
