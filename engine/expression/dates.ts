/** Dates as Kestra's filters see them: any value to a zoned date, and out again in a named or Java format. */
import { Temporal } from 'temporal-polyfill';
import { PatternError } from '../time/javaPattern.ts';
import { formatPattern } from '../time/javaPrint.ts';
import { parsePattern } from '../time/javaRead.ts';
import { ISO, NAMED, NAMED_PATTERNS } from '../time/namedFormats.ts';
import { shown } from './arithmetic.ts';
import { Failure, wrongClass } from './failures.ts';
import { usualMoment } from './isoText.ts';
import { asNumber, isNumeric } from './numbers.ts';
import { isNothing } from './values.ts';

/** Any value in a zone. */
export function zonedOf(value: unknown, timeZone: string, existingFormat?: string): Temporal.ZonedDateTime {
  const zone = zoneNamed(timeZone);
  const moment = typeof value === 'string' && existingFormat === undefined ? usualMoment(value) : undefined;
  if (moment && (moment.zone !== undefined || zone === 'UTC'))
    return new Temporal.ZonedDateTime(moment.nanoseconds, zone);
  const date = datedOf(value, timeZone, existingFormat);
  return date.timeZoneId === zone ? date : date.withTimeZone(zone);
}

/**
 * Dates, longs (13 digits: milliseconds, 19: nanoseconds, else seconds), texts (zoned, local date-time, local date). What has an offset
 * of its own keeps it: days are added there.
 */
export function datedOf(value: unknown, timeZone: string, existingFormat?: string): Temporal.ZonedDateTime {
  const zone = zoneNamed(timeZone);
  return guarded(() => {
    if (value instanceof Temporal.ZonedDateTime) return value;
    if (value instanceof Temporal.Instant) return value.toZonedDateTimeISO(zone);
    if (value instanceof Temporal.PlainDateTime || value instanceof Temporal.PlainDate)
      return value.toZonedDateTime(zone);
    if (typeof value === 'bigint') return fromNumber(value).toZonedDateTimeISO(zone);
    if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) >= 2 ** 31)
      return fromNumber(BigInt(value)).toZonedDateTimeISO(zone);
    if (typeof value !== 'string')
      throw wrongClass(
        value,
        'java.lang.String',
        `Ini bukan tanggal: ${shown(value)}. Angka dari variabel ditulis \`+ 0\` agar dibaca sebagai detik.`,
      );
    if (existingFormat === undefined) {
      const moment = usualMoment(value);
      const own = moment?.zone ?? (zone === 'UTC' ? zone : undefined);
      return moment && own !== undefined ? new Temporal.ZonedDateTime(moment.nanoseconds, own) : fromText(value, zone);
    }
    return parsePattern(value, NAMED_PATTERNS[existingFormat] ?? existingFormat, zone);
  }, value);
}

const SECOND = 1_000_000_000n;

/** 19 digits are nanoseconds; where they are no whole microseconds, a Kestra takes the last six of them for microseconds. */
function fromNumber(value: bigint): Temporal.Instant {
  const { length } = value.toString();
  if (length !== 19) return Temporal.Instant.fromEpochNanoseconds(value * (length === 13 ? 1_000_000n : SECOND));
  if (value % 1_000n === 0n) return Temporal.Instant.fromEpochNanoseconds(value);
  return Temporal.Instant.fromEpochNanoseconds((value / SECOND) * SECOND + (value % 1_000_000n) * 1_000n);
}

const DATE = /^([+-]\d{5,9}|-?\d{4})-(\d\d)-(\d\d)/;
const TIME = /^T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{0,9}))?)?/i;
const OFFSET = /^(Z|[+-]\d\d(?::\d\d(?::\d\d)?)?)(\[[^\]]+\])?$/i;

/** As Java reads an ISO date: zoned, else local, else only the date. */
function fromText(text: string, zone: string): Temporal.ZonedDateTime {
  const date = DATE.exec(text)?.[0];
  const tail = text.slice(date?.length ?? 0);
  const time = TIME.exec(tail)?.[0] ?? '';
  const offset = OFFSET.exec(tail.slice(time.length));
  const refuse = (why: string) => new PatternError(`Text '${text}' could not be parsed${why}`);
  if (date === undefined) throw refuse(` at index ${brokenAt(text)}`);
  const plain = readDate(date, text);
  const rest = tail.slice(time.length);
  if (
    tail !== '' &&
    (time === '' || (rest !== '' && !offset) || !/^T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d*)?)?$/i.test(time))
  )
    throw refuse(`, unparsed text found at index ${date.length}`);
  if (tail === '') return plain.toZonedDateTime(zone);
  const local = plain.toPlainDateTime(Temporal.PlainTime.from(time.replace(/\.$/, '')));
  if (!offset) return local.toZonedDateTime(zone);
  const [, at = 'Z'] = offset;
  const own = /^[+-]\d\d:\d\d$/.test(at) ? at : at.toUpperCase() === 'Z' ? 'UTC' : zone;
  return instantAt(local, at.toUpperCase()).toZonedDateTimeISO(own);
}

function instantAt(local: Temporal.PlainDateTime, offset: string): Temporal.Instant {
  if (offset === 'Z') return local.toZonedDateTime('UTC').toInstant();
  const [hours = '0', minutes = '0', seconds = '0'] = offset.slice(1).split(':');
  const total = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  return local
    .toZonedDateTime('UTC')
    .toInstant()
    .subtract({ seconds: offset.startsWith('-') ? -total : total });
}

function readDate(date: string, text: string): Temporal.PlainDate {
  const [, year = '', month = '', day = ''] = DATE.exec(date) ?? [];
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    );
  } catch {
    throw new PatternError(`Text '${text}' could not be parsed: Invalid date '${date}'`);
  }
}

/** The first character that does not fit `yyyy-MM-dd`. */
function brokenAt(text: string): number {
  if (!/^-?\d{4}/.test(text) || /^\d{5}/.test(text)) return 0;
  const parts = ['-', '\\d\\d', '-', '\\d\\d'];
  let at = /^-?\d{4}/.exec(text)?.[0].length ?? 0;
  for (const part of parts) {
    const match = new RegExp(`^${part}`).exec(text.slice(at));
    if (!match) return at;
    at += match[0].length;
  }
  return at;
}

const zones = new Map<string, string>();

/** Java's names and offsets: `Asia/Jakarta`, `UTC`, `Z`, `+07:00`, `UTC+7`. Case matters. */
function zoneNamed(name: string): string {
  const known = zones.get(name) ?? readZone(name);
  if (zones.size > 500) zones.clear();
  zones.set(name, known);
  return known;
}

function readZone(name: string): string {
  if (name === 'Z') return 'UTC';
  const offset = /^(?:UTC|GMT|UT)?([+-])(\d\d?)(?::?(\d\d))?$/.exec(name);
  if (offset) return `${offset[1]}${(offset[2] ?? '').padStart(2, '0')}:${offset[3] ?? '00'}`;
  try {
    const found = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
    if (name === found && !ABBREVIATIONS.includes(name)) return name;
  } catch {
    // Said below, as for a name in another case.
  }
  throw new Failure(
    `Unknown time-zone ID: ${name}`,
    `Zona waktu \`${name}\` tidak dikenal. Pakai nama IANA, misalnya Asia/Jakarta atau UTC.`,
    true,
  );
}

/** Zones for a browser, none for a Java. */
const ABBREVIATIONS = ['EST', 'MST', 'HST', 'ROC'];

/** Errors of the time room and of Temporal, as the learner's. */
function guarded<T>(work: () => T, value: unknown): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof PatternError) throw new Failure(error.message, explanationOf(error.message, value), true);
    if (error instanceof RangeError)
      throw new Failure(`Invalid date: ${error.message}`, 'Tanggal ini di luar batas yang bisa dihitung.', true);
    throw error;
  }
}

const explanationOf = (message: string, value: unknown): string =>
  message.startsWith('Text ')
    ? `${shown(value)} tidak bisa dibaca sebagai tanggal. Pakai bentuk seperti 2019-01-31 atau 2019-01-31T09:00:00Z, atau beri \`existingFormat\`.`
    : 'Pola tanggal ini tidak dikenal. Contoh: yyyy-MM-dd, dd MMMM yyyy, HH:mm. Teks biasa ditulis di antara tanda kutip tunggal.';

/** A named format, or any pattern of Java's DateTimeFormatter; `iso` where none is given. */
export function formatDate(date: Temporal.ZonedDateTime, format = 'iso', locale = 'en'): string {
  return guarded(() => {
    const named = Object.hasOwn(NAMED, format) ? NAMED[format] : undefined;
    return named ? named(date, locale) : formatPattern(date, format === 'iso' ? ISO : format, locale);
  }, format);
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
  MILLENNIA: (millennia) => ({ years: millennia * 1000 }),
};

/** Units are Java's ChronoUnit names. */
export function addTo(date: Temporal.ZonedDateTime, amount: unknown, unit: string | undefined): Temporal.ZonedDateTime {
  const count = amountOf(amount);
  if (unit === undefined)
    throw new Failure('Name is null', '`dateAdd` memerlukan satuan, misalnya dateAdd(1, "DAYS").', true);
  const of = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  if (!of)
    throw new Failure(
      `No enum constant java.time.temporal.ChronoUnit.${unit}`,
      `Satuan waktu \`${unit}\` tidak dikenal. Yang ada: ${Object.keys(UNITS).join(', ')}.`,
      true,
    );
  return guarded(() => date.add(of(count)), count);
}

function amountOf(amount: unknown): number {
  if (isNumeric(amount)) return Math.trunc(asNumber(amount));
  if (typeof amount === 'string') {
    if (/^[-+]?\d+$/.test(amount)) return Number(amount);
    throw new Failure(`${amount} can't be converted to long`, 'Jumlah pada `dateAdd` harus angka bulat.');
  }
  throw new Failure(
    `Incorrect ${isNothing(amount) ? 'null' : shown(amount)} format, must be a number`,
    '`dateAdd` memerlukan jumlah, misalnya dateAdd(-1, "DAYS").',
  );
}
