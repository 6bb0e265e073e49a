/** Filters on numbers. */
import { classOf } from '../classes.ts';
import { optionalText } from '../convert.ts';
import { Failure } from '../failures.ts';
import { float } from '../floats.ts';
import { wholeOf } from '../json.ts';
import { formatNumber } from '../numberFormat.ts';
import { Double, isNumeric, long } from '../numbers.ts';
import { isNothing } from '../values.ts';
import type { Filter } from './filter.ts';

export const numberFilters: readonly Filter[] = [
  {
    name: 'abs',
    args: 'any',
    help: 'Nilai mutlak.',
    example: ['{{ -5 | abs }}', '5'],
    apply: (value) => {
      if (isNothing(value))
        throw new Failure('Can not pass null value to "abs" filter.', 'Nilai untuk `abs` tidak boleh null.');
      if (!isNumeric(value))
        throw new Failure("The 'abs' filter does require as input a number.", '`abs` hanya untuk angka.');
      if (typeof value === 'bigint') return value < 0n ? long(-value) : value;
      if (typeof value === 'number') return Math.abs(value);
      return value.value < 0
        ? new Double(-value.value, value.kind, value.exact === undefined ? undefined : value.exact.replace(/^-/, ''))
        : value;
    },
  },
  {
    name: 'number',
    args: ['type'],
    help: 'Mengubah teks menjadi angka: INT, LONG, FLOAT, DOUBLE, BIGDECIMAL, atau BIGINTEGER.',
    example: ["{{ '12' | number + 1 }}", '13'],
    apply: (value, { type }) => {
      if (isNothing(value)) return null;
      if (typeof value !== 'string')
        throw new Failure(
          `'number' filter can only be applied to String. Actual type was: ${classOf(value)}`,
          isNumeric(value) ? 'Nilai ini sudah angka: filter `number` tidak perlu.' : '`number` hanya untuk teks.',
        );
      return numberFrom(value, optionalText(type, 'number'));
    },
  },
  {
    name: 'numberFormat',
    args: ['format'],
    cost: 50,
    help: 'Menulis angka menurut pola, misalnya #,##0.00.',
    example: ["{{ 1234.5 | numberFormat('#,##0.00') }}", '1,234.50'],
    apply: (value, { format }) => {
      if (isNothing(value)) return null;
      if (!isNumeric(value))
        throw new Failure(
          "The input for the 'NumberFormat' filter has to be a number.",
          '`numberFormat` hanya untuk angka. Ubah teks dengan filter `number`.',
        );
      return formatNumber(value, optionalText(format, 'numberFormat'));
    },
  },
];

function numberFrom(text: string, type: string | undefined): unknown {
  const isWhole = /^[-+]?\d+$/.test(text);
  const refuse = (message: string) =>
    new Failure(message, `Teks "${text.slice(0, 80)}" bukan angka${type ? ` jenis ${type}` : ''}.`, true);
  switch (type) {
    case 'INT':
      if (isWhole && BigInt(text) === BigInt.asIntN(32, BigInt(text))) return Number(text);
      throw refuse(`For input string: "${text}"`);
    case 'LONG':
      if (isWhole && BigInt(text) === BigInt.asIntN(64, BigInt(text))) return BigInt(text);
      throw refuse(`For input string: "${text}"`);
    case 'BIGINTEGER':
      if (isWhole) return bigInteger(BigInt(text));
      throw refuse(`For input string: "${text}"`);
    case 'FLOAT':
      return float(fractional(text, refuse));
    case 'DOUBLE':
      return new Double(fractional(text, refuse));
    case 'BIGDECIMAL':
      if (/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,9})?$/.test(text))
        return new Double(Number(text), 'java.math.BigDecimal', text.replace(/^\+/, ''));
      throw refuse('Character array contains no digits');
    default:
      return smallest(text, refuse);
  }
}

/** As Java's `Double.parseDouble`. */
function fractional(text: string, refuse: (message: string) => Failure): number {
  const match = /^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)[fFdD]?\s*$/.exec(text);
  if (match) return Number(match[1]);
  const special = /^\s*([-+]?)(NaN|Infinity)\s*$/.exec(text);
  if (special) return special[2] === 'NaN' ? Number.NaN : special[1] === '-' ? -Infinity : Infinity;
  throw refuse(text.trim() === '' ? 'empty String' : `For input string: "${text}"`);
}

/** The smallest type that holds it, as `NumberUtils.createNumber` has it. */
function smallest(text: string, refuse: (message: string) => Failure): unknown {
  if (text.trim() === '') throw refuse('A blank string is not a valid number');
  if (/^[-+]?(?:0|[1-9]\d*)$/.test(text)) return wholeOf(BigInt(text));
  if (/^[-+]?0[0-7]+$/.test(text)) return wholeOf(BigInt(text.replace(/0+/, '0o').replace(/0o$/, '0')));
  const plain = /^([-+]?(?:\d+\.\d*|\.\d+|\d+)(?:[eE][-+]?\d+)?)([fFdD]?)$/.exec(text);
  if (!plain) throw refuse(`${text} is not a valid number.`);
  const value = Number(plain[1]);
  const digits = (plain[1] ?? '')
    .replace(/[eE].*$/, '')
    .replace(/^[-+]?0*\.?0*/, '')
    .replace('.', '');
  if (digits.length <= 7 && Number.isFinite(Math.fround(value))) return float(value);
  if (digits.length <= 16) return new Double(value);
  return new Double(value, 'java.math.BigDecimal', plain[1]);
}

const bigInteger = (value: bigint): Double => new Double(Number(value), 'java.math.BigInteger', value.toString());
