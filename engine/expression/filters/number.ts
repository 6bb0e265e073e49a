/** Filters on numbers. */
import { asNumber, Double, isLong, isNumeric, long } from '../numbers.ts';
import { Failure } from '../scope.ts';
import { stringify } from '../values.ts';
import type { Filter } from './filter.ts';

export const numberFilters: readonly Filter[] = [
  {
    name: 'abs',
    args: [],
    help: 'Nilai mutlak.',
    example: ['{{ -5 | abs }}', '5'],
    apply: (value) => {
      if (!isNumeric(value)) throw new Failure("The 'abs' filter expects a number", '`abs` hanya untuk angka.');
      if (isLong(value)) return long(BigInt(value) < 0n ? -BigInt(value) : BigInt(value));
      return new Double(Math.abs(asNumber(value)));
    },
  },
  {
    name: 'number',
    args: ['type'],
    help: 'Mengubah teks menjadi angka: INT, LONG, FLOAT, DOUBLE, BIGDECIMAL, atau BIGINTEGER.',
    example: ["{{ '12' | number + 1 }}", '13'],
    apply: (value, { type }) =>
      value === null || value === undefined
        ? null
        : numberFrom(stringify(value), type === undefined ? undefined : stringify(type).toUpperCase()),
  },
  {
    name: 'numberFormat',
    args: ['format'],
    help: 'Menulis angka menurut pola, misalnya #,##0.00.',
    example: ["{{ 1234.5 | numberFormat('#,##0.00') }}", '1,234.50'],
    apply: (value, { format }) =>
      isNumeric(value) ? formatted(asNumber(value), format === undefined ? undefined : stringify(format)) : null,
  },
];

function numberFrom(text: string, type: string | undefined): unknown {
  const trimmed = text.trim();
  const refuse = () =>
    new Failure(`For input string: "${text}"`, `Teks "${text}" bukan angka${type ? ` jenis ${type}` : ''}.`);
  const isWhole = /^[-+]?\d+$/.test(trimmed);
  const value = Number(trimmed);
  if (trimmed === '' || Number.isNaN(value)) throw refuse();
  switch (type) {
    case undefined:
      return isWhole ? integer(trimmed) : new Double(value, 'java.lang.Float');
    case 'INT':
    case 'LONG':
    case 'BIGINTEGER':
      if (!isWhole) throw refuse();
      return integer(trimmed, type === 'BIGINTEGER' ? 'java.math.BigInteger' : undefined);
    case 'FLOAT':
      return new Double(
        Math.fround(value),
        'java.lang.Float',
        String(Number(Math.fround(value).toPrecision(7))).replace(/^(-?\d+)$/, '$1.0'),
      );
    case 'DOUBLE':
      return new Double(value);
    case 'BIGDECIMAL':
      return new Double(value, 'java.math.BigDecimal', trimmed.replace(/^\+/, ''));
    default:
      throw new Failure(`Invalid number type: ${type}`, `Jenis angka ${type} tidak dikenal.`);
  }
}

function integer(text: string, kind?: string): unknown {
  const value = BigInt(text.replace(/^\+/, ''));
  if (kind) return new Double(Number(value), kind, value.toString());
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER
    ? Number(value)
    : BigInt.asIntN(64, value);
}

/** Java's DecimalFormat, as far as `0`, `#`, `,`, `.`, `%` and text around them go. */
function formatted(value: number, pattern = '#,##0.###'): string {
  const match = /^([^#0,.]*)([#,0]*)(?:\.([0#]*))?([^#0]*)$/.exec(pattern);
  if (!match) throw new Failure(`Malformed pattern "${pattern}"`, `Pola angka ${pattern} tidak dikenal.`);
  const [, before = '', whole = '', fraction = '', after = ''] = match;
  const scaled = after.includes('%') ? value * 100 : value;
  const text = new Intl.NumberFormat('en-US', {
    useGrouping: whole.includes(','),
    minimumIntegerDigits: Math.max(1, whole.replace(/[^0]/g, '').length),
    minimumFractionDigits: fraction.replace(/[^0]/g, '').length,
    maximumFractionDigits: fraction.length,
    roundingMode: 'halfEven',
  }).format(scaled);
  return before + text + after;
}
