/** Dates as Kestra's filters see them: any value to a zoned date, and out again in a named or Java format. */
import { Temporal } from 'temporal-polyfill';
import { formatPattern, parsePattern } from '../time/javaPattern.ts';
import { NAMED } from '../time/namedFormats.ts';
import { asNumber, isNumeric } from './numbers.ts';
import { Failure } from './scope.ts';
import { stringify } from './values.ts';

/** Dates, numbers (10 digits: seconds, 13: milliseconds, 19: nanoseconds), texts (zoned, local date-time, local date). */
export function zonedOf(value: unknown, timeZone: string, existingFormat?: string): Temporal.ZonedDateTime {
  try {
    return located(value, timeZone, existingFormat);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const shown = stringify(value);
    throw new Failure(
      `Text '${shown}' could not be parsed`,
      `\`${shown}\` tidak bisa dibaca sebagai tanggal. Pakai bentuk seperti 2019-01-31 atau 2019-01-31T09:00:00Z.`,
    );
  }
}

function located(value: unknown, timeZone: string, existingFormat?: string): Temporal.ZonedDateTime {
  if (value instanceof Temporal.ZonedDateTime) return value.withTimeZone(timeZone);
  if (value instanceof Temporal.Instant) return value.toZonedDateTimeISO(timeZone);
  if (value instanceof Temporal.PlainDateTime) return value.toZonedDateTime(timeZone);
  if (value instanceof Temporal.PlainDate) return value.toZonedDateTime(timeZone);
  if (isNumeric(value))
    return fromNumber(typeof value === 'bigint' ? value : BigInt(Math.trunc(asNumber(value)))).toZonedDateTimeISO(
      timeZone,
    );
  const text = stringify(value).trim();
  if (existingFormat !== undefined) return parsePattern(text, existingFormat, timeZone);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return Temporal.PlainDate.from(text).toZonedDateTime(timeZone);
  if (/(Z|[+-]\d\d(:?\d\d)?)(\[.*])?$/i.test(text) && text.includes('T')) {
    return Temporal.Instant.from(text.replace(/\[.*]$/, '')).toZonedDateTimeISO(timeZone);
  }
  return Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone);
}

function fromNumber(value: bigint): Temporal.Instant {
  const digits = value.toString().replace('-', '').length;
  if (digits <= 10) return Temporal.Instant.fromEpochNanoseconds(value * 1_000_000_000n);
  if (digits <= 13) return Temporal.Instant.fromEpochNanoseconds(value * 1_000_000n);
  return Temporal.Instant.fromEpochNanoseconds(value);
}

/** A named format, or any pattern of Java's DateTimeFormatter; `iso` where none is given. */
export function formatDate(date: Temporal.ZonedDateTime, format = 'iso', locale = 'en'): string {
  const named = NAMED[format.toLowerCase()];
  return named ? named(date, locale) : formatPattern(date, format, locale);
}

export const nanosecondsOf = (date: Temporal.ZonedDateTime): bigint => date.epochNanoseconds;

const UNITS: Record<string, (amount: number) => Temporal.DurationLike> = {
  NANOS: (nanoseconds) => ({ nanoseconds }),
  MICROS: (microseconds) => ({ microseconds }),
  MILLIS: (milliseconds) => ({ milliseconds }),
  SECONDS: (seconds) => ({ seconds }),
  MINUTES: (minutes) => ({ minutes }),
  HOURS: (hours) => ({ hours }),
  HALF_DAYS: (halves) => ({ hours: halves * 12 }),
  DAYS: (days) => ({ days }),
  WEEKS: (weeks) => ({ weeks }),
  MONTHS: (months) => ({ months }),
  YEARS: (years) => ({ years }),
  DECADES: (decades) => ({ years: decades * 10 }),
  CENTURIES: (centuries) => ({ years: centuries * 100 }),
};

/** Units are Java's ChronoUnit names. */
export function addTo(date: Temporal.ZonedDateTime, amount: unknown, unit: string): Temporal.ZonedDateTime {
  const of = UNITS[unit];
  if (!of)
    throw new Failure(
      `No enum constant java.time.temporal.ChronoUnit.${unit}`,
      `Satuan waktu \`${unit}\` tidak dikenal. Yang ada: ${Object.keys(UNITS).join(', ')}.`,
    );
  const count = isNumeric(amount) ? asNumber(amount) : Number(stringify(amount));
  if (!Number.isInteger(count))
    throw new Failure(
      `The amount must be a whole number: ${stringify(amount)}`,
      'Jumlah pada `dateAdd` harus angka bulat.',
    );
  return date.add(of(count));
}
