/**
 * DuckDB's values as Kestra gives them to a flow, from the bare numbers in which DuckDB keeps them: dates in days, times in
 * microseconds, decimals as whole numbers with a scale. Types go by the names that Postgres has for them.
 */
import { exactNumber } from '../pglite/cells.ts';

const DAY = 86_400_000;

/** A whole number; as text where `exact` is asked for or a JavaScript number would lose digits. */
export function integerCell(value: bigint | number, exact: boolean): number | string {
  const text = String(value);
  return exact ? text : exactNumber(text);
}

/** `1250`, scale 2 to `12.50`. */
export function decimalText(value: bigint, scale: number): string {
  const minus = value < 0n ? '-' : '';
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  return scale === 0 ? minus + digits : `${minus}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** The shortest text that reads back as the same 32-bit number. */
export function float4Text(value: number): string {
  for (let digits = 6; digits < 10; digits += 1) {
    const text = Number(value.toPrecision(digits));
    if (Math.fround(text) === value) return String(text);
  }
  return String(value);
}

export function floatCell(text: string, exact: boolean): number | string {
  const value = Number(text);
  return exact || !Number.isFinite(value) ? text : value;
}

/** `2024-01-02`; years beyond 9999 and before 1 as DuckDB can't be asked for them here: with their sign. */
export function dateText(days: number): string {
  return new Date(days * DAY).toISOString().slice(0, -14);
}

/** `03:04:05.120` without the noughts at its end: `03:04:05.12`. */
export function timeText(micros: bigint): string {
  const seconds = micros / 1_000_000n;
  const two = (part: bigint) => String(part).padStart(2, '0');
  const rest = String(micros % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/, '');
  return `${two(seconds / 3600n)}:${two((seconds / 60n) % 60n)}:${two(seconds % 60n)}${rest && `.${rest}`}`;
}

const MICROS_PER_DAY = 86_400_000_000n;
const LARGEST = 9_223_372_036_854_775_807n;

/** `2024-01-02T03:04:05`, `infinity`. */
export function timestampText(micros: bigint): string {
  if (micros >= LARGEST) return 'infinity';
  if (micros <= -LARGEST) return '-infinity';
  const inDay = ((micros % MICROS_PER_DAY) + MICROS_PER_DAY) % MICROS_PER_DAY;
  const days = Number((micros - inDay) / MICROS_PER_DAY);
  return `${dateText(days)}T${timeText(inDay)}`;
}

/** As DuckDB prints it: `1 year 2 months 3 days 04:05:06.7`. */
export function intervalText(months: number, days: number, micros: bigint): string {
  const part = (count: number, unit: string) =>
    count === 0 ? [] : [`${count} ${unit}${Math.abs(count) === 1 ? '' : 's'}`];
  const clock = micros < 0n ? `-${timeText(-micros)}` : timeText(micros);
  const parts = [
    ...part(Math.trunc(months / 12), 'year'),
    ...part(months % 12, 'month'),
    ...part(days, 'day'),
    ...(micros === 0n ? [] : [clock]),
  ];
  return parts.join(' ') || '00:00:00';
}

export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
