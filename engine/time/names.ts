/** Names of months, days, quarters, eras, parts of the day and zones, in Indonesian, English, or any language that the browser knows. */
import type { Temporal } from 'temporal-polyfill';

export type Width = 'short' | 'long' | 'narrow';

const locales = new Map<string, string>();

/** As Java reads a locale's name: `id_ID`, the old `in`; nothing that is no locale. */
export function localeOf(name: string): string {
  const known = locales.get(name) ?? readLocale(name);
  if (locales.size > MOST_KEPT) locales.clear();
  locales.set(name, known);
  return known;
}

function readLocale(name: string): string {
  const tag = name.replaceAll('_', '-').replace(/^in(?=-|$)/i, 'id');
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([tag])[0] ?? ROOT;
  } catch {
    return ROOT;
  }
}

/** What a Java shows for a language that it does not know: English, short. */
const ROOT = 'und';

const MOST_KEPT = 500;
const formats = new Map<string, Intl.DateTimeFormat>();

export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale === ROOT ? 'en' : locale, options);
  if (formats.size > MOST_KEPT) formats.clear();
  formats.set(key, known);
  return known;
}

/** Names of months and days: there are few of them. */
const words = new Map<string, string>();

function part(locale: string, options: Intl.DateTimeFormatOptions, type: string, milliseconds: number): string {
  const key = `${locale} ${JSON.stringify(options)} ${milliseconds}`;
  const known = words.get(key);
  if (known !== undefined) return known;
  const parts = dateFormat(locale, { timeZone: 'UTC', ...options }).formatToParts(milliseconds);
  const word = parts.find((one) => one.type === type)?.value ?? '';
  if (words.size > MOST_KEPT) words.clear();
  words.set(key, word);
  return word;
}

/** In a date (`14 Februari`) or standing alone. */
export function monthName(locale: string, month: number, width: Width, alone = false): string {
  const shown = locale === ROOT ? 'short' : width;
  const options: Intl.DateTimeFormatOptions = alone ? { month: shown } : { month: shown, day: 'numeric' };
  return part(locale, options, 'month', Date.UTC(2001, month - 1, 1));
}

/** 1 is Monday. */
export const dayName = (locale: string, day: number, width: Width): string =>
  part(locale, { weekday: locale === ROOT ? 'short' : width }, 'weekday', Date.UTC(2001, 0, day));

export function quarterName(locale: string, quarter: number, width: Width): string {
  if (width === 'narrow') return String(quarter);
  const indonesian = locale.startsWith('id');
  if (width === 'short') return `${indonesian ? 'K' : 'Q'}${quarter}`;
  if (indonesian) return `Kuartal ke-${quarter}`;
  return `${['1st', '2nd', '3rd', '4th'][quarter - 1] ?? quarter} quarter`;
}

const ERAS: Record<string, Record<Width, readonly [string, string]>> = {
  en: { short: ['BC', 'AD'], long: ['Before Christ', 'Anno Domini'], narrow: ['B', 'A'] },
  id: { short: ['SM', 'M'], long: ['Sebelum Masehi', 'Masehi'], narrow: ['SM', 'M'] },
};

export const eraName = (locale: string, after: boolean, width: Width): string =>
  (ERAS[locale.slice(0, 2)] ?? ERAS.en)?.[width][after ? 1 : 0] ?? '';

export const halfName = (hour: number): string => (hour < 12 ? 'AM' : 'PM');

/** `in the morning`, `pagi`. */
export function dayPeriod(locale: string, hour: number, minute: number): string {
  const english = locale.startsWith('en') || locale === ROOT;
  if (hour === 0 && minute === 0 && (english || locale.startsWith('id'))) return english ? 'midnight' : 'tengah malam';
  if (english && hour < 6) return 'in the morning';
  return part(
    locale,
    { hour: 'numeric', dayPeriod: 'long', hour12: true },
    'dayPeriod',
    Date.UTC(2001, 0, 1, hour, minute),
  );
}

/** Short names that browsers do not know, by zone: standard, summer, of either. */
const ZONES: Record<string, readonly [string, string, string]> = {
  'Asia/Jakarta': ['WIB', 'WIB', 'WIB'],
  'Asia/Pontianak': ['WIB', 'WIB', 'WIB'],
  'Asia/Makassar': ['WITA', 'WITA', 'WITA'],
  'Asia/Jayapura': ['WIT', 'WIT', 'WIT'],
  'Asia/Tokyo': ['JST', 'JDT', 'JT'],
  'Asia/Kolkata': ['IST', 'IST', 'IT'],
  'Asia/Seoul': ['KST', 'KDT', 'KT'],
  'Asia/Shanghai': ['CST', 'CDT', 'CT'],
  'Asia/Hong_Kong': ['HKT', 'HKST', 'HKT'],
  'Europe/London': ['GMT', 'BST', 'UK'],
  'Europe/Paris': ['CET', 'CEST', 'CET'],
  'Europe/Berlin': ['CET', 'CEST', 'CET'],
  'Europe/Madrid': ['CET', 'CEST', 'CET'],
  'Europe/Rome': ['CET', 'CEST', 'CET'],
  'Europe/Amsterdam': ['CET', 'CEST', 'CET'],
  'Australia/Sydney': ['AEST', 'AEDT', 'AET'],
};

const UTC = ['UTC', 'Etc/UTC', 'Etc/UCT', 'Zulu'];

/** `generic`: the name without saying whether it is summer. */
export function zoneName(
  date: Temporal.ZonedDateTime,
  locale: string,
  width: 'short' | 'long',
  generic: boolean,
): string {
  const zone = date.timeZoneId;
  if (/^[+-]/.test(zone)) return zone;
  if (UTC.includes(zone) && width === 'short') return 'UTC';
  const known = ZONES[zone];
  if (known && width === 'short') return known[generic ? 2 : isSummer(date) ? 1 : 0];
  const style = generic ? (`${width}Generic` as const) : width;
  const name = part(
    locale === ROOT || locale === 'en' ? 'en-US' : locale,
    { timeZone: zone, timeZoneName: style },
    'timeZoneName',
    date.epochMilliseconds,
  );
  return /^GMT[+-]/.test(name) ? `GMT${date.offset}` : name;
}

function isSummer(date: Temporal.ZonedDateTime): boolean {
  const offsets = [1, 7].map((month) => date.with({ month, day: 1 }).offsetNanoseconds);
  return date.offsetNanoseconds > Math.min(...offsets);
}
