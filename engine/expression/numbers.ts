/**
 * Numbers as Java has them: a whole number is a 64-bit long (a JavaScript integer, or a bigint beyond the safe ones), anything with
 * a point is a `Double`, so that 1.0 stays 1.0 and `/` divides whole numbers whole.
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

/** As small a form as holds it; wraps around at 64 bits, as Java's long does. */
export function long(value: bigint): number | bigint {
  const wrapped = BigInt.asIntN(64, value);
  return wrapped >= Number.MIN_SAFE_INTEGER && wrapped <= Number.MAX_SAFE_INTEGER ? Number(wrapped) : wrapped;
}

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
  return isLong(value) ? String(value) : printDouble(Number(value));
}
