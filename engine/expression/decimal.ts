/** Java's BigDecimal, as far as arithmetic goes: exact, and 34 digits (DECIMAL128) where a division does not end. */
import { Failure } from './failures.ts';
import { asNumber, Double, type Numeric, printDouble } from './numbers.ts';

interface Decimal {
  unscaled: bigint;
  scale: number;
}

const DIGITS = 34;

function read(text: string): Decimal {
  const match = /^([-+]?)(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?$/.exec(text);
  if (!match) throw new Failure(`Character array is missing "exponent" mark`, `"${text}" bukan angka desimal.`, true);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  return {
    unscaled: BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`),
    scale: fraction.length - Number(exponent),
  };
}

const power = (digits: number): bigint => 10n ** BigInt(digits);

/** A sum or a remainder goes by way of doubles there, so `1.50 + 1` is `2.5`; products and quotients are exact. */
export function exactly(operator: '+' | '-' | '*' | '/' | '%', left: Numeric, right: Numeric): Numeric {
  const [a, b] = [any(left), any(right)];
  switch (operator) {
    case '*':
      return decimal(rounded({ unscaled: a.unscaled * b.unscaled, scale: a.scale + b.scale }));
    case '/':
      return decimal(divided(a, b));
    default: {
      const [x, y] = [asNumber(left), asNumber(right)];
      const result = operator === '+' ? x + y : operator === '-' ? x - y : x % y;
      if (!Number.isFinite(result)) throw new Failure('Division by zero', 'Pembagian dengan nol.', true);
      return new Double(result, 'java.math.BigDecimal', printDouble(result));
    }
  }
}

const any = (value: Numeric): Decimal =>
  read(value instanceof Double && value.exact !== undefined ? value.exact : String(asNumber(value)));

function divided(a: Decimal, b: Decimal): Decimal {
  if (b.unscaled === 0n) throw new Failure('Division by zero', 'Pembagian dengan nol.', true);
  const more = Math.max(0, DIGITS + 3 + length(b.unscaled) - length(a.unscaled));
  const numerator = a.unscaled * power(more);
  const exact = rounded({ unscaled: numerator / b.unscaled, scale: a.scale - b.scale + more });
  return stripped(exact, a.scale - b.scale);
}

/** Zeros at the end go, but not below the scale that the division is to have. */
function stripped({ unscaled, scale }: Decimal, least: number): Decimal {
  let [value, at] = [unscaled, scale];
  while (at > least && value % 10n === 0n) {
    value /= 10n;
    at--;
  }
  return { unscaled: value, scale: at };
}

const length = (value: bigint): number => (value < 0n ? -value : value).toString().length;

/** To 34 digits, half to even. */
function rounded({ unscaled, scale }: Decimal): Decimal {
  const drop = length(unscaled) - DIGITS;
  if (drop <= 0) return { unscaled, scale };
  const unit = power(drop);
  const [kept, rest] = [unscaled / unit, (unscaled < 0n ? -unscaled : unscaled) % unit];
  const half = unit / 2n;
  const up = rest > half || (rest === half && kept % 2n !== 0n);
  return { unscaled: kept + (up ? (unscaled < 0n ? -1n : 1n) : 0n), scale: scale - drop };
}

function decimal(value: Decimal): Double {
  const text = print(value);
  return new Double(Number(text), 'java.math.BigDecimal', text);
}

function print({ unscaled, scale }: Decimal): string {
  if (scale < 0 && -scale < 40) return String(unscaled * power(-scale));
  if (scale <= 0) return scale === 0 ? String(unscaled) : `${unscaled}E+${-scale}`;
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
