/** How a value prints: text as it is, null as nothing, maps and lists as JSON, as Kestra has set Pebble up. */
import { Temporal } from 'temporal-polyfill';
import { Double, isNumeric, printNumber } from './numbers.ts';

export const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Double) && !isDate(value);

export type DateValue = Temporal.Instant | Temporal.ZonedDateTime | Temporal.PlainDateTime | Temporal.PlainDate;

export const isDate = (value: unknown): value is DateValue =>
  value instanceof Temporal.Instant ||
  value instanceof Temporal.ZonedDateTime ||
  value instanceof Temporal.PlainDateTime ||
  value instanceof Temporal.PlainDate;

export function stringify(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (isNumeric(value)) return printNumber(value);
  if (typeof value === 'boolean') return String(value);
  if (isDate(value)) return printDate(value);
  return toJson(value);
}

export function printDate(value: DateValue): string {
  if (value instanceof Temporal.ZonedDateTime) return value.toString({ timeZoneName: 'never' });
  return value.toString();
}

export function toJson(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (isNumeric(value)) return printNumber(value);
  if (typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (isDate(value)) return JSON.stringify(printDate(value));
  if (Array.isArray(value)) return `[${value.map(toJson).join(',')}]`;
  if (value instanceof Map) return toJson(Object.fromEntries(value));
  return `{${Object.entries(value as object)
    .map(([key, item]) => `${JSON.stringify(key)}:${toJson(item)}`)
    .join(',')}}`;
}

/** Out of the language: doubles become plain numbers. */
export function toPlain(value: unknown): unknown {
  if (value instanceof Double) return value.value;
  if (Array.isArray(value)) return value.map(toPlain);
  return isMap(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item)])) : value;
}
