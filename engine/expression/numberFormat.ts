/** Java's DecimalFormat: `0`, `#`, `,`, `.`, `%`, `‰`, `E`, text in quotes, and a pattern of its own for negative numbers; halves to even. */
import { Failure } from './failures.ts';
import { asNumber, Double, isLong, type Numeric } from './numbers.ts';

interface Pattern {
  before: string;
  whole: string;
  fraction: string;
  /** It has a decimal point. */
  pointed: boolean;
  exponent: number;
  after: string;
  times: number;
}

/** `#,##0.###` where none is given. */
export function formatNumber(value: Numeric, pattern = '#,##0.###'): string {
  const [positive = '', negative] = pattern.split(';');
  const number = asNumber(value);
  const minus = number < 0 || Object.is(number, -0);
  const parts = read(positive, pattern);
  const size = digitsOf(value, parts);
  const isNegative = minus && /[1-9]/.test(size);
  const sign = isNegative && negative === undefined ? '-' : '';
  const { before, after } = isNegative && negative !== undefined ? read(negative, pattern) : parts;
  return `${sign}${before}${size}${after}`;
}

/** As Java takes `#.##` for `0.##`: at least one digit stands before the point where no `0` says otherwise. */
function leastWhole({ whole, fraction, pointed }: Pattern): number {
  const zeros = count(whole, '0');
  return zeros === 0 && pointed && whole.includes('#') && !fraction.includes('0') ? 1 : zeros;
}

const isSpecial = (character: string): boolean => '#0,.%‰E'.includes(character);

function read(text: string, all: string): Pattern {
  const found: Pattern = { before: '', whole: '', fraction: '', pointed: false, exponent: 0, after: '', times: 1 };
  let part: 'before' | 'whole' | 'fraction' | 'after' = 'before';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === "'") {
      const close = text.indexOf("'", at + 1);
      const quoted = close === at + 1 ? "'" : text.slice(at + 1, close < 0 ? text.length : close);
      if (part === 'before') found.before += quoted;
      else found.after += quoted;
      part = part === 'before' ? part : 'after';
      at = close < 0 ? text.length : close;
    } else if ('#0,'.includes(character) && part !== 'after') {
      part = part === 'before' ? 'whole' : part;
      found[part === 'fraction' ? 'fraction' : 'whole'] += character;
    } else if (character === '.' && (part === 'before' || part === 'whole')) {
      part = 'fraction';
      found.pointed = true;
    } else if (character === 'E' && (part === 'whole' || part === 'fraction')) {
      const zeros = /^0+/.exec(text.slice(at + 1))?.[0].length ?? 0;
      if (zeros === 0) throw malformed(all, 'exponential');
      found.exponent = zeros;
      at += zeros;
      part = 'after';
    } else {
      if (character === '%') found.times = 100;
      if (character === '‰') found.times = 1000;
      if (part !== 'before' && isSpecial(character) && character !== '%' && character !== '‰') throw malformed(all);
      if (part === 'before') found.before += character;
      else found.after += character;
      part = part === 'before' ? part : 'after';
    }
  }
  if (/0[,]*#/.test(found.whole) || /#0/.test(found.fraction) || found.fraction.includes(',')) throw malformed(all);
  return found;
}

const malformed = (pattern: string, kind = ''): Failure =>
  new Failure(
    `Malformed ${kind ? `${kind} ` : ''}pattern "${pattern}"`,
    `Pola angka ${pattern} tidak dikenal. Contoh: #,##0.00`,
    true,
  );

function digitsOf(value: Numeric, parts: Pattern): string {
  const { whole, fraction, exponent, times } = parts;
  const least = leastWhole(parts);
  if (!Number.isFinite(asNumber(value))) return Number.isNaN(asNumber(value)) ? 'NaN' : '∞';
  const exact = value instanceof Double ? (value.exact ?? value.value) : isLong(value) ? BigInt(value) : value;
  const size = scaled(exact, times);
  if (exponent > 0) return scientific(Number(size), whole, fraction, exponent);
  const group = whole.includes(',') ? whole.length - 1 - whole.lastIndexOf(',') : 0;
  const format = new Intl.NumberFormat('en-US', {
    useGrouping: false,
    minimumIntegerDigits: Math.max(1, Math.min(21, least)),
    minimumFractionDigits: Math.min(100, count(fraction, '0')),
    maximumFractionDigits: Math.min(100, fraction.length),
    roundingMode: 'halfEven',
  }).format(size);
  const [digits = '', rest] = format.split('.');
  const shown = digits === '0' && least === 0 && rest !== undefined ? '' : digits;
  return grouped(shown, group) + (rest === undefined ? '' : `.${rest}`);
}

const count = (text: string, character: string): number => text.split(character).length - 1;

function grouped(digits: string, size: number): string {
  if (size <= 0) return digits;
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= size) groups.unshift(digits.slice(Math.max(0, end - size), end));
  return groups.join(',');
}

/** Without its sign, and exact where the digits are known. */
function scaled(value: bigint | number | string, times: number): Intl.StringNumericLiteral | bigint | number {
  if (typeof value === 'bigint') return (value < 0n ? -value : value) * BigInt(times);
  const number = Math.abs(Number(value));
  if (times !== 1) return number * times;
  return exactDigits(number);
}

/** The double as it is, not as it prints: 0.125 is a tie, 1.005 is a little less than one. */
function exactDigits(value: number): Intl.StringNumericLiteral {
  const text = value.toFixed(Math.min(100, 60));
  return (/e/.test(text) ? String(value) : text) as Intl.StringNumericLiteral;
}

function scientific(value: number, whole: string, fraction: string, exponent: number): string {
  const digits = Math.max(1, count(whole, '0'));
  const most = count(whole, '0') + count(whole, '#') > digits ? count(whole, '0') + count(whole, '#') : digits;
  const power = value === 0 ? 0 : Math.floor(Math.log10(value));
  const shift = most > digits ? Math.floor(power / most) * most : power - digits + 1;
  const mantissa = new Intl.NumberFormat('en-US', {
    useGrouping: false,
    minimumFractionDigits: count(fraction, '0'),
    maximumFractionDigits: fraction.length,
    roundingMode: 'halfEven',
  }).format(value / 10 ** shift);
  return `${mantissa}E${shift < 0 ? '-' : ''}${String(Math.abs(shift)).padStart(exponent, '0')}`;
}
