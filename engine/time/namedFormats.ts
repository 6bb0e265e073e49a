/** The formats that Kestra's `date` filter knows by name. */
import type { Temporal } from 'temporal-polyfill';
import { formatPattern } from './javaPattern.ts';

type Format = (date: Temporal.ZonedDateTime, locale: string) => string;

const pattern =
  (text: string): Format =>
  (date, locale) =>
    formatPattern(date, text, locale);

const localTime = (date: Temporal.ZonedDateTime): string => date.toPlainTime().toString();
const offset = (date: Temporal.ZonedDateTime): string => (date.offsetNanoseconds === 0 ? 'Z' : date.offset);
const local = (date: Temporal.ZonedDateTime): string => date.toPlainDateTime().toString();

const style =
  (dateStyle: 'full' | 'long' | 'medium' | 'short'): Format =>
  (date, locale) =>
    new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : locale, {
      dateStyle,
      timeStyle: dateStyle,
      timeZone: date.timeZoneId,
    }).format(date.epochMilliseconds);

export const NAMED: Record<string, Format> = {
  iso: pattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSXXX"),
  iso_milli: pattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX"),
  iso_sec: pattern("yyyy-MM-dd'T'HH:mm:ssXXX"),
  sql: pattern('yyyy-MM-dd HH:mm:ss.SSSSSS'),
  sql_milli: pattern('yyyy-MM-dd HH:mm:ss.SSS'),
  sql_sec: pattern('yyyy-MM-dd HH:mm:ss'),
  iso_date_time: (date) =>
    `${local(date)}${offset(date)}${date.timeZoneId === 'UTC' || /^[+-]/.test(date.timeZoneId) ? (date.timeZoneId === 'UTC' ? '[UTC]' : '') : `[${date.timeZoneId}]`}`,
  iso_date: (date) => `${date.toPlainDate()}${offset(date)}`,
  iso_time: (date) => `${localTime(date)}${offset(date)}`,
  iso_local_date: (date) => date.toPlainDate().toString(),
  iso_instant: (date) => date.toInstant().toString(),
  iso_local_date_time: local,
  iso_local_time: localTime,
  iso_offset_time: (date) => `${localTime(date)}${offset(date)}`,
  iso_ordinal_date: (date) => `${date.year}-${String(date.dayOfYear).padStart(3, '0')}${offset(date)}`,
  iso_week_date: (date) =>
    `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}-${date.dayOfWeek}${offset(date)}`,
  iso_zoned_date_time: (date) => `${local(date)}${offset(date)}[${date.timeZoneId}]`,
  rfc_1123_date_time: (date) =>
    `${formatPattern(date, 'EEE, d MMM yyyy HH:mm:ss', 'en')} ${date.offsetNanoseconds === 0 ? 'GMT' : date.offset.replace(':', '')}`,
  full: style('full'),
  long: style('long'),
  medium: style('medium'),
  short: style('short'),
};
