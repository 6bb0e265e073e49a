/** The formats that Kestra's `date` filter knows by name. */
import type { Temporal } from 'temporal-polyfill';
import { formatPattern } from './javaPrint.ts';
import { dateFormat, localeOf } from './names.ts';

type Format = (date: Temporal.ZonedDateTime, locale: string) => string;

const pattern =
  (text: string): Format =>
  (date, locale) =>
    formatPattern(date, text, locale);

const localTime = (date: Temporal.ZonedDateTime): string => date.toPlainTime().toString();
const offset = (date: Temporal.ZonedDateTime): string => (date.offsetNanoseconds === 0 ? 'Z' : date.offset);
const local = (date: Temporal.ZonedDateTime): string => date.toPlainDateTime().toString();
/** A zone that is only an offset is not said twice. */
const zone = (date: Temporal.ZonedDateTime): string => (/^[+-]/.test(date.timeZoneId) ? '' : `[${date.timeZoneId}]`);

type Style = 'full' | 'long' | 'medium' | 'short';

/** As Java has them; English writes a narrow space before AM. */
const STYLES: Record<string, Record<Style, string>> = {
  en: {
    full: 'EEEE, MMMM d, yyyy, h:mm:ss\u202fa zzzz',
    long: 'MMMM d, yyyy, h:mm:ss\u202fa z',
    medium: 'MMM d, yyyy, h:mm:ss\u202fa',
    short: 'M/d/yy, h:mm\u202fa',
  },
  id: {
    full: 'EEEE, dd MMMM yyyy HH.mm.ss zzzz',
    long: 'd MMMM yyyy HH.mm.ss z',
    medium: 'd MMM yyyy HH.mm.ss',
    short: 'dd/MM/yy HH.mm',
  },
};

const style =
  (name: Style): Format =>
  (date, locale) => {
    const language = localeOf(locale);
    const known = STYLES[language] ?? STYLES[/^(en-US|id-ID)$/.test(language) ? language.slice(0, 2) : ''];
    if (known) return formatPattern(date, known[name], locale);
    return dateFormat(language, {
      dateStyle: name,
      timeStyle: name,
      timeZone: date.timeZoneId,
    }).format(date.epochMilliseconds);
  };

export const ISO = "yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX";

/** Those that are plain patterns, and so can be read too. */
export const NAMED_PATTERNS: Readonly<Record<string, string>> = {
  iso: ISO,
  iso_milli: "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
  iso_sec: "yyyy-MM-dd'T'HH:mm:ssXXX",
  sql: 'yyyy-MM-dd HH:mm:ss.SSSSSS',
  sql_milli: 'yyyy-MM-dd HH:mm:ss.SSS',
  sql_sec: 'yyyy-MM-dd HH:mm:ss',
};

export const NAMED: Readonly<Record<string, Format>> = {
  ...Object.fromEntries(Object.entries(NAMED_PATTERNS).map(([name, text]) => [name, pattern(text)])),
  iso_date_time: (date) => `${local(date)}${offset(date)}${zone(date)}`,
  iso_date: (date) => `${date.toPlainDate()}${offset(date)}`,
  iso_time: (date) => `${localTime(date)}${offset(date)}`,
  iso_local_date: (date) => date.toPlainDate().toString(),
  iso_instant: instant,
  iso_local_date_time: local,
  iso_local_time: localTime,
  iso_offset_time: (date) => `${localTime(date)}${offset(date)}`,
  iso_ordinal_date: (date) => `${date.year}-${String(date.dayOfYear).padStart(3, '0')}${offset(date)}`,
  iso_week_date: (date) =>
    `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}-${date.dayOfWeek}${offset(date)}`,
  iso_zoned_date_time: (date) => `${local(date)}${offset(date)}${zone(date)}`,
  rfc_1123_date_time: (date) =>
    `${formatPattern(date, 'EEE, d MMM yyyy HH:mm:ss', 'en')} ${date.offsetNanoseconds === 0 ? 'GMT' : date.offset.replace(':', '')}`,
  full: style('full'),
  long: style('long'),
  medium: style('medium'),
  short: style('short'),
};

/** Java prints the fraction in threes. */
function instant(date: Temporal.ZonedDateTime): string {
  return date
    .toInstant()
    .toString()
    .replace(/\.(\d+)Z$/, (_, fraction: string) => `.${fraction.padEnd(Math.ceil(fraction.length / 3) * 3, '0')}Z`);
}
