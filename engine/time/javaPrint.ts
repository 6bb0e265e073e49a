/** A date printed by a pattern of Java's DateTimeFormatter. Weeks begin on Sunday, as in a Java whose own locale is English. */
import type { Temporal } from 'temporal-polyfill';
import { PatternError, type Piece, piecesOf } from './javaPattern.ts';
import {
  dayName,
  dayPeriod,
  eraName,
  halfName,
  localeOf,
  monthName,
  quarterName,
  type Width,
  zoneName,
} from './names.ts';

/** Throws `PatternError`. */
export function formatPattern(date: Temporal.ZonedDateTime, pattern: string, locale: string): string {
  return printed(piecesOf(pattern), date, localeOf(locale));
}

function printed(pieces: readonly Piece[], date: Temporal.ZonedDateTime, locale: string): string {
  let text = '';
  for (const piece of pieces) {
    if (piece.kind === 'literal') text += piece.text;
    else if (piece.kind === 'optional') text += printed(piece.pieces, date, locale);
    else text += padded(field(piece.letter, piece.count, date, locale), piece.pad);
  }
  return text;
}

function padded(text: string, width: number): string {
  if (width === 0) return text;
  if (text.length > width)
    throw new PatternError(`Cannot print as output of ${text.length} characters exceeds pad width of ${width}`);
  return text.padStart(width);
}

const digits = (value: number, count: number): string =>
  `${value < 0 ? '-' : ''}${String(Math.abs(value)).padStart(count, '0')}`;

/** Four and more digits say with a plus that there are more. */
function year(value: number, count: number): string {
  if (count === 2) return digits(((value % 100) + 100) % 100, 2);
  return `${count >= 4 && String(value).length > count ? '+' : ''}${digits(value, count)}`;
}

/** Three letters the short name, four the long one, five the letter. */
const width = (count: number): Width => (count === 4 ? 'long' : count === 5 ? 'narrow' : 'short');

function field(letter: string, count: number, date: Temporal.ZonedDateTime, locale: string): string {
  switch (letter) {
    case 'G':
      return eraName(locale, date.year > 0, width(count));
    case 'y':
      return year(date.year > 0 ? date.year : 1 - date.year, count);
    case 'u':
      return year(date.year, count);
    case 'Y':
      return year(weekOf(date).year, count);
    case 'w':
      return digits(weekOf(date).week, count);
    case 'W':
      return String(Math.floor((date.day + firstOf(date.with({ day: 1 })) - 1) / 7) + 1);
    case 'F':
      return String(Math.floor((date.day - 1) / 7) + 1);
    case 'D':
      return digits(date.dayOfYear, count);
    case 'd':
      return digits(date.day, count);
    case 'g':
      return digits(
        Math.floor(date.toPlainDate().toZonedDateTime('UTC').epochMilliseconds / 86_400_000) + 40_587,
        count,
      );
    case 'Q':
    case 'q': {
      const quarter = Math.ceil(date.month / 3);
      return count <= 2 ? digits(quarter, count) : quarterName(locale, quarter, width(count));
    }
    case 'M':
    case 'L':
      return count <= 2 ? digits(date.month, count) : monthName(locale, date.month, width(count), letter === 'L');
    case 'E':
      return dayName(locale, date.dayOfWeek, width(count));
    case 'e':
    case 'c':
      return count <= 2 ? digits(firstOf(date) + 1, count) : dayName(locale, date.dayOfWeek, width(count));
    default:
      return time(letter, count, date, locale);
  }
}

/** Days since Sunday. */
const firstOf = (date: Temporal.ZonedDateTime): number => date.dayOfWeek % 7;

/** Weeks from Sunday; the one with 1 January is the first. */
function weekOf(date: Temporal.ZonedDateTime): { year: number; week: number } {
  const last = date.with({ month: 12, day: 31 });
  if (date.dayOfYear + (6 - firstOf(date)) > last.dayOfYear) return { year: date.year + 1, week: 1 };
  const first = firstOf(date.with({ month: 1, day: 1 }));
  return { year: date.year, week: Math.floor((date.dayOfYear - 1 + first) / 7) + 1 };
}

function time(letter: string, count: number, date: Temporal.ZonedDateTime, locale: string): string {
  const { hour } = date;
  switch (letter) {
    case 'a':
      return halfName(hour);
    case 'B':
      return dayPeriod(locale, hour, date.minute);
    case 'H':
      return digits(hour, count);
    case 'k':
      return digits(hour === 0 ? 24 : hour, count);
    case 'K':
      return digits(hour % 12, count);
    case 'h':
      return digits(hour % 12 === 0 ? 12 : hour % 12, count);
    case 'm':
      return digits(date.minute, count);
    case 's':
      return digits(date.second, count);
    case 'S':
      return digits(nanosecond(date), 9).slice(0, count);
    case 'n':
      return digits(nanosecond(date), count);
    case 'N':
      return String(BigInt(secondOfDay(date)) * 1_000_000_000n + BigInt(nanosecond(date))).padStart(count, '0');
    case 'A':
      return digits(secondOfDay(date) * 1_000 + date.millisecond, count);
    default:
      return zone(letter, count, date, locale);
  }
}

const nanosecond = (date: Temporal.ZonedDateTime): number =>
  date.millisecond * 1_000_000 + date.microsecond * 1_000 + date.nanosecond;

const secondOfDay = (date: Temporal.ZonedDateTime): number => date.hour * 3_600 + date.minute * 60 + date.second;

function zone(letter: string, count: number, date: Temporal.ZonedDateTime, locale: string): string {
  const utc = date.offsetNanoseconds === 0;
  switch (letter) {
    case 'X':
      return utc ? 'Z' : offset(date, count);
    case 'x':
      return offset(date, count);
    case 'Z':
      if (count === 4) return utc ? 'GMT' : `GMT${date.offset}`;
      return count === 5 ? (utc ? 'Z' : date.offset) : offset(date, 2);
    case 'O': {
      if (utc) return 'GMT';
      const [hours = '', minutes = '00'] = date.offset.split(':');
      if (count === 4) return `GMT${date.offset}`;
      return `GMT${hours.replace(/^([+-])0/, '$1')}${minutes === '00' ? '' : `:${minutes}`}`;
    }
    case 'V':
      return date.timeZoneId;
    case 'z':
      return zoneName(date, locale, count === 4 ? 'long' : 'short', false);
    case 'v':
      return zoneName(date, locale, count === 4 ? 'long' : 'short', true);
    default:
      throw new PatternError(`Unknown pattern letter: ${letter}`);
  }
}

/** 1: hours, and minutes if any; 2 and 4: hhmm; 3 and 5: hh:mm. */
function offset(date: Temporal.ZonedDateTime, count: number): string {
  const [hours = '', minutes = ''] = date.offset.split(':');
  if (count === 1) return minutes === '00' ? hours : hours + minutes;
  return count % 2 === 0 ? hours + minutes : `${hours}:${minutes}`;
}
