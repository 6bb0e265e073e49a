/** The name of a value's class in Java, as `className` and error sentences say it. */
import { Temporal } from 'temporal-polyfill';
import { isNumeric, numberClass } from './numbers.ts';
import { Character, Entry, JavaMap } from './values.ts';

export function classOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return 'java.lang.String';
  if (typeof value === 'boolean') return 'java.lang.Boolean';
  if (isNumeric(value)) return numberClass(value);
  if (Array.isArray(value)) return 'java.util.ArrayList';
  if (value instanceof JavaMap) return value.kind;
  if (value instanceof Character) return 'java.lang.Character';
  if (value instanceof Entry) return 'java.util.LinkedHashMap$Entry';
  if (value instanceof Temporal.Instant) return 'java.time.Instant';
  if (value instanceof Temporal.ZonedDateTime) return 'java.time.ZonedDateTime';
  if (value instanceof Temporal.PlainDateTime) return 'java.time.LocalDateTime';
  if (value instanceof Temporal.PlainDate) return 'java.time.LocalDate';
  return 'java.util.LinkedHashMap';
}
