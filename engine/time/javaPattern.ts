/** Java's DateTimeFormatter patterns, to print and to read: the letters people use, in Indonesian and English. */
import { Temporal } from 'temporal-polyfill';

interface Piece {
  letter: string;
  count: number;
  /** Literal text, where it is no letter. */
  text: string;
}

/** Letters in runs; text in single quotes, two of them for one. */
export function piecesOf(pattern: string): Piece[] {
  const pieces: Piece[] = [];
  const literal = (text: string) => pieces.push({ letter: '', count: 0, text });
  for (let at = 0; at < pattern.length; ) {
    const character = pattern[at] ?? '';
    if (character === "'") {
      const close = closing(pattern, at);
      literal(close === at + 1 ? "'" : pattern.slice(at + 1, close).replaceAll("''", "'"));
      at = close + 1;
    } else if (/[A-Za-z]/.test(character)) {
      let end = at;
      while (pattern[end] === character) end++;
      pieces.push({ letter: character, count: end - at, text: '' });
      at = end;
    } else {
      if (!'[]'.includes(character)) literal(character);
      at++;
    }
  }
  return pieces;
}

function closing(pattern: string, open: number): number {
  for (let at = open + 1; at < pattern.length; at++) {
    if (pattern[at] !== "'") continue;
    if (pattern[at + 1] === "'" && at > open + 1) at++;
    else return at;
  }
  throw new PatternError(`Pattern ends with an incomplete string literal: ${pattern}`);
}

export class PatternError extends Error {
  override name = 'PatternError';
}

export function formatPattern(date: Temporal.ZonedDateTime, pattern: string, locale: string): string {
  return piecesOf(pattern)
    .map((piece) => (piece.letter === '' ? piece.text : formatted(piece, date, locale)))
    .join('');
}

const pad = (value: number, count: number): string => String(value).padStart(count, '0');

function named(date: Temporal.ZonedDateTime, locale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale.replace('_', '-'), { ...options, timeZone: date.timeZoneId }).format(
    date.epochMilliseconds,
  );
}

/** Three letters the short name, four the long one, five the letter. */
const width = (count: number): 'short' | 'long' | 'narrow' => (count === 4 ? 'long' : count === 5 ? 'narrow' : 'short');

function formatted({ letter, count }: Piece, date: Temporal.ZonedDateTime, locale: string): string {
  switch (letter) {
    case 'y':
    case 'u':
    case 'Y': {
      const year = letter === 'Y' ? (date.yearOfWeek ?? date.year) : date.year;
      return count === 2 ? pad(year % 100, 2) : pad(year, count);
    }
    case 'M':
    case 'L':
      return count <= 2 ? pad(date.month, count) : named(date, locale, { month: width(count) });
    case 'd':
      return pad(date.day, count);
    case 'D':
      return pad(date.dayOfYear, count);
    case 'E':
      return named(date, locale, { weekday: width(Math.max(3, count)) });
    case 'e':
    case 'c':
      return count <= 2 ? pad((date.dayOfWeek % 7) + 1, count) : named(date, locale, { weekday: width(count) });
    case 'w':
      return pad(date.weekOfYear ?? 0, count);
    case 'Q':
    case 'q':
      return count <= 2 ? pad(Math.ceil(date.month / 3), count) : `Q${Math.ceil(date.month / 3)}`;
    case 'a':
      return date.hour < 12 ? 'AM' : 'PM';
    case 'H':
      return pad(date.hour, count);
    case 'k':
      return pad(date.hour === 0 ? 24 : date.hour, count);
    case 'K':
      return pad(date.hour % 12, count);
    case 'h':
      return pad(date.hour % 12 === 0 ? 12 : date.hour % 12, count);
    case 'm':
      return pad(date.minute, count);
    case 's':
      return pad(date.second, count);
    case 'S':
      return nanosecondsText(date).slice(0, count);
    case 'n':
      return pad(Number(nanosecondsText(date)), count);
    case 'X':
      return date.offsetNanoseconds === 0 ? 'Z' : offsetText(date, count);
    case 'x':
      return offsetText(date, count);
    case 'Z':
      return count === 5
        ? date.offsetNanoseconds === 0
          ? 'Z'
          : date.offset
        : count === 4
          ? `GMT${date.offsetNanoseconds === 0 ? '' : date.offset}`
          : offsetText(date, 2);
    case 'V':
      return date.timeZoneId;
    case 'z':
      return named(date, 'en', { timeZoneName: count >= 4 ? 'long' : 'short', year: 'numeric' }).replace(
        /^[\d/]+,?\s*/,
        '',
      );
    case 'G':
      return date.year > 0 ? 'AD' : 'BC';
    default:
      throw new PatternError(`Unknown pattern letter: ${letter}`);
  }
}

const nanosecondsText = (date: Temporal.ZonedDateTime): string =>
  pad(date.millisecond, 3) + pad(date.microsecond, 3) + pad(date.nanosecond, 3);

/** 1: hours, 2: hhmm, 3 and more: hh:mm. */
function offsetText(date: Temporal.ZonedDateTime, count: number): string {
  const [hours = '', minutes = ''] = date.offset.split(':');
  if (count === 1) return minutes === '00' ? hours : hours + minutes;
  return count === 2 || count === 4 ? hours + minutes : `${hours}:${minutes}`;
}

const FIELDS: Record<
  string,
  { field: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'; pattern: (count: number) => string }
> = {
  y: { field: 'year', pattern: (count) => (count === 2 ? '\\d{2}' : '\\d{4}') },
  u: { field: 'year', pattern: () => '\\d{4}' },
  M: { field: 'month', pattern: (count) => (count === 2 ? '\\d{2}' : '\\d{1,2}') },
  d: { field: 'day', pattern: (count) => (count === 2 ? '\\d{2}' : '\\d{1,2}') },
  H: { field: 'hour', pattern: (count) => (count === 2 ? '\\d{2}' : '\\d{1,2}') },
  h: { field: 'hour', pattern: (count) => (count === 2 ? '\\d{2}' : '\\d{1,2}') },
  m: { field: 'minute', pattern: (count) => (count === 2 ? '\\d{2}' : '\\d{1,2}') },
  s: { field: 'second', pattern: (count) => (count === 2 ? '\\d{2}' : '\\d{1,2}') },
};

const names = (style: 'short' | 'long' | 'narrow'): string[] =>
  Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat('en', { month: style, timeZone: 'UTC' }).format(Date.UTC(2001, month)),
  );

const monthNamed = (name: string): number => Math.max(names('long').indexOf(name), names('short').indexOf(name)) + 1;

/** Reads a text written in a pattern; a part that is not in it is its first (January, the 1st, midnight). */
export function parsePattern(text: string, pattern: string, timeZone: string): Temporal.ZonedDateTime {
  const fields: string[] = [];
  const source = piecesOf(pattern).map(({ letter, count, text: literal }) => {
    if (letter === '') return literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    fields.push(letter);
    if (letter === 'S') return `(\\d{${count}})`;
    if (letter === 'M' && count >= 3) return `(${names(width(count)).join('|')})`;
    if ('XxZ'.includes(letter)) return '(Z|[+-]\\d\\d(?::?\\d\\d)?)';
    const known = FIELDS[letter];
    if (!known) throw new PatternError(`Unable to read the pattern letter: ${letter}`);
    return `(${known.pattern(count)})`;
  });
  const match = new RegExp(`^${source.join('')}$`).exec(text);
  if (!match) throw new PatternError(`Text '${text}' could not be parsed at index 0`);
  const parts = {
    year: 1970,
    month: 1,
    day: 1,
    hour: 0,
    minute: 0,
    second: 0,
    nanosecond: 0,
    microsecond: 0,
    millisecond: 0,
  };
  let zone = timeZone;
  for (const [index, letter] of fields.entries()) {
    const value = match[index + 1] ?? '';
    const known = FIELDS[letter];
    if (letter === 'M' && !/^\d/.test(value)) parts.month = monthNamed(value);
    else if (known)
      parts[known.field] = known.field === 'year' && value.length === 2 ? 2000 + Number(value) : Number(value);
    else if (letter === 'S') parts.millisecond = Number(value.padEnd(3, '0').slice(0, 3));
    else
      zone =
        value === 'Z'
          ? 'UTC'
          : value.length === 3
            ? `${value}:00`
            : value.includes(':')
              ? value
              : `${value.slice(0, 3)}:${value.slice(3)}`;
  }
  return Temporal.PlainDateTime.from(parts, { overflow: 'reject' }).toZonedDateTime(zone).withTimeZone(timeZone);
}
