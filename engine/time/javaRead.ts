/**
 * A text read by a pattern of Java's DateTimeFormatter: English names, a day beyond the month's end becomes the last (SMART).
 * What it says decides what comes out: date, time and zone; date and time; or only a date.
 */
import { Temporal } from 'temporal-polyfill';
import { PatternError, type Piece, piecesOf } from './javaPattern.ts';
import { dayName, halfName, monthName, type Width } from './names.ts';

type Fields = Partial<Record<string, number>>;

interface State {
  text: string;
  at: number;
  fields: Fields;
  zone: string | undefined;
}

/** Throws `PatternError` for a bad pattern, or a text that is not of it. */
export function parsePattern(text: string, pattern: string, timeZone: string): Temporal.ZonedDateTime {
  const state: State = { text, at: 0, fields: {}, zone: undefined };
  read(piecesOf(pattern), state);
  if (state.at < text.length) throw refused(text, `, unparsed text found at index ${state.at}`);
  return resolved(state, timeZone);
}

const refused = (text: string, why: string): PatternError =>
  new PatternError(`Text '${text}' could not be parsed${why}`);

const lost = ({ text, at }: State): PatternError => refused(text, ` at index ${at}`);

function read(pieces: readonly Piece[], state: State): void {
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'literal') literal(piece.text, state);
    else if (piece.kind === 'optional') optional(piece.pieces, state);
    else field(piece, state, adjacent(pieces, index));
  }
}

/** As much as follows without anything between belongs to the numbers after it: `yyyyMMdd`. */
function adjacent(pieces: readonly Piece[], index: number): number {
  let reserved = 0;
  for (const piece of pieces.slice(index + 1)) {
    if (piece.kind !== 'field' || !isNumber(piece.letter, piece.count)) break;
    reserved += piece.count;
  }
  return reserved;
}

const isNumber = (letter: string, count: number): boolean =>
  'uyYDdgFhHkKmsSAnNwW'.includes(letter) || ('MLQqec'.includes(letter) && count <= 2);

function literal(text: string, state: State): void {
  if (!state.text.startsWith(text, state.at)) throw lost(state);
  state.at += text.length;
}

function optional(pieces: readonly Piece[], state: State): void {
  const before = { ...state, fields: { ...state.fields } };
  try {
    read(pieces, state);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    Object.assign(state, before);
  }
}

const width = (count: number): Width => (count === 4 ? 'long' : count === 5 ? 'narrow' : 'short');

function field({ letter, count, pad }: Extract<Piece, { kind: 'field' }>, state: State, reserved: number): void {
  if (pad > 0) while (state.text[state.at] === ' ') state.at++;
  if (isNumber(letter, count)) {
    set(state, letter === 'L' ? 'M' : letter, number(letter, count, state, reserved));
    return;
  }
  switch (letter) {
    case 'M':
    case 'L':
      set(
        state,
        'M',
        named(state, 12, (month) => monthName('en', month, width(count))),
      );
      return;
    case 'E':
    case 'e':
    case 'c':
      set(
        state,
        'E',
        named(state, 7, (day) => dayName('en', day, width(count))),
      );
      return;
    case 'a':
      set(state, 'a', named(state, 2, (half) => halfName(half === 1 ? 0 : 12)) - 1);
      return;
    case 'X':
    case 'x':
    case 'Z':
    case 'O':
      state.zone = offset(letter, count, state);
      return;
    case 'V':
    case 'z':
      state.zone = zone(state);
      return;
    default:
      throw lost(state);
  }
}

function set(state: State, letter: string, value: number): void {
  state.fields[letter] = value;
}

/** One letter takes as many digits as there are, two take two, more at least so many. */
function number(letter: string, count: number, state: State, reserved: number): number {
  const least = letter === 'S' || count > 1 ? count : 1;
  const most =
    letter === 'S' || count === 2
      ? count
      : 'uyY'.includes(letter) || 'gAnN'.includes(letter)
        ? 19
        : Math.max(count, letter === 'D' ? 3 : 2);
  const run = /^\d*/.exec(state.text.slice(state.at))?.[0] ?? '';
  const fixed =
    'uyY'.includes(letter) && count >= 4
      ? Math.max(count, Math.min(run.length - reserved, reserved > 0 ? count : 4))
      : most;
  const taken = run.slice(0, Math.max(least, Math.min(fixed, run.length - reserved)));
  if (taken.length < least) throw lost(state);
  state.at += taken.length;
  if (letter === 'S') return Number(taken.padEnd(9, '0'));
  return 'uyY'.includes(letter) && count === 2 ? 2000 + Number(taken) : Number(taken);
}

/** The longest name that the text goes on with. */
function named(state: State, most: number, name: (index: number) => string): number {
  let best = 0;
  for (let index = 1; index <= most; index++) {
    if (!state.text.startsWith(name(index), state.at)) continue;
    if (best === 0 || name(index).length > name(best).length) best = index;
  }
  if (best === 0) throw lost(state);
  state.at += name(best).length;
  return best;
}

function offset(letter: string, count: number, state: State): string {
  const rest = state.text.slice(state.at);
  const zulu =
    letter === 'X' || (letter === 'Z' && count === 5)
      ? /^Z/
      : letter === 'O' || count === 4
        ? /^GMT(?![+-])/
        : undefined;
  const none = zulu?.exec(rest);
  if (none) {
    state.at += none[0].length;
    return 'UTC';
  }
  const match = offsetPattern(letter, count).exec(rest);
  const [hours, minutes = '00'] = [match?.[2], match?.[3]];
  if (!match || Number(hours) > 18 || Number(minutes) > 59) throw lost(state);
  state.at += match[0].length;
  return `${match[1]}${hours?.padStart(2, '0')}:${minutes}`;
}

function offsetPattern(letter: string, count: number): RegExp {
  if (letter === 'O' || (letter === 'Z' && count === 4)) return /^GMT([+-])(\d\d?)(?::(\d\d))?/;
  if (letter === 'Z') return count === 5 ? /^([+-])(\d\d):(\d\d)/ : /^([+-])(\d\d)(\d\d)/;
  if (count === 1) return /^([+-])(\d\d)(\d\d)?/;
  return count % 2 === 0 ? /^([+-])(\d\d)(\d\d)/ : /^([+-])(\d\d):(\d\d)/;
}

const SHORT: Record<string, string> = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura', Z: 'UTC' };

function zone(state: State): string {
  const name = /^[A-Za-z][\w/+-]*|^[+-]\d\d:\d\d/.exec(state.text.slice(state.at))?.[0];
  if (name === undefined) throw lost(state);
  const known = SHORT[name] ?? name;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(known);
  } catch {
    throw lost(state);
  }
  state.at += name.length;
  return known;
}

function resolved(state: State, timeZone: string): Temporal.ZonedDateTime {
  const date = dateOf(state);
  const time = timeOf(state);
  if (!time) return date.toZonedDateTime(timeZone);
  const local = date.toPlainDateTime(time.time).add({ days: time.days });
  return local.toZonedDateTime(state.zone ?? timeZone).withTimeZone(timeZone);
}

function limited(
  state: State,
  letter: string,
  name: string,
  least: number,
  most: number,
  shown = `${least} - ${most}`,
): number | undefined {
  const value = state.fields[letter];
  if (value !== undefined && (value < least || value > most))
    throw refused(state.text, `: Invalid value for ${name} (valid values ${shown}): ${value}`);
  return value;
}

function dateOf(state: State): Temporal.PlainDate {
  const { fields } = state;
  const year = fields.u ?? fields.y;
  const month = limited(state, 'M', 'MonthOfYear', 1, 12);
  const day = limited(state, 'd', 'DayOfMonth', 1, 31, '1 - 28/31');
  const dayOfYear = limited(state, 'D', 'DayOfYear', 1, 366, '1 - 365/366');
  if (year !== undefined && month !== undefined && day !== undefined) {
    return agreed(state, Temporal.PlainDate.from({ year, month, day: smart(year, month, day) }));
  }
  if (year !== undefined && dayOfYear !== undefined)
    return Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ days: dayOfYear - 1 });
  if (fields.Y !== undefined && fields.w !== undefined) return byWeek(fields.Y, fields.w, fields.e ?? fields.c ?? 1);
  throw refused(state.text, ': Unable to obtain LocalDate from TemporalAccessor');
}

/** 31 February is the last of February; 31 April the 30th. */
const smart = (year: number, month: number, day: number): number =>
  Math.min(day, Temporal.PlainYearMonth.from({ year, month }).daysInMonth);

function agreed(state: State, date: Temporal.PlainDate): Temporal.PlainDate {
  const said = state.fields.E;
  if (said === undefined || said === date.dayOfWeek) return date;
  throw refused(
    state.text,
    `: Conflict found: Field DayOfWeek ${date.dayOfWeek} differs from DayOfWeek ${said} derived from ${date}`,
  );
}

/** Weeks from Sunday; the one with 1 January is the first. */
function byWeek(year: number, week: number, day: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return first.subtract({ days: first.dayOfWeek % 7 }).add({ days: (week - 1) * 7 + day - 1 });
}

/** Nothing without an hour; 24:00 is midnight of the next day. */
function timeOf(state: State): { time: Temporal.PlainTime; days: number } | undefined {
  const minute = limited(state, 'm', 'MinuteOfHour', 0, 59) ?? 0;
  const second = limited(state, 's', 'SecondOfMinute', 0, 59) ?? 0;
  const milli = limited(state, 'A', 'MilliOfDay', 0, 86_399_999);
  const hour = hourOf(state);
  if (hour === undefined && milli === undefined) return undefined;
  const nano = state.fields.S ?? state.fields.n ?? 0;
  if (hour === 24 && minute + second + nano > 0)
    throw refused(state.text, ': Invalid value for HourOfDay (valid values 0 - 23): 24');
  const fraction = {
    nanosecond: nano % 1_000,
    microsecond: Math.floor(nano / 1_000) % 1_000,
    millisecond: Math.floor(nano / 1_000_000),
  };
  const time =
    milli === undefined
      ? Temporal.PlainTime.from({ hour: (hour ?? 0) % 24, minute, second, ...fraction })
      : Temporal.PlainTime.from('00:00').add({ milliseconds: milli });
  return { time, days: hour === 24 ? 1 : 0 };
}

function hourOf(state: State): number | undefined {
  const hour = limited(state, 'H', 'HourOfDay', 0, 24);
  if (hour !== undefined) return hour;
  const clock = limited(state, 'k', 'ClockHourOfDay', 1, 24);
  if (clock !== undefined) return clock % 24;
  const half = state.fields.a;
  const twelve = limited(state, 'h', 'ClockHourOfAmPm', 1, 12) ?? limited(state, 'K', 'HourOfAmPm', 0, 11);
  return twelve === undefined || half === undefined ? undefined : (twelve % 12) + half * 12;
}
