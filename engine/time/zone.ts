/**
 * Time zones as Java reads their names, and fast: a zone is a row of spans of one offset each, looked up by instant.
 * Instants are epoch milliseconds; a local time is counted the same way, as if it were UTC.
 */
import { Temporal } from 'temporal-polyfill';

export interface Span {
  readonly from: number;
  /** Exclusive. A span may be cut where nothing changes: go on at `to`. */
  readonly to: number;
  /** Milliseconds to add to an instant to get the local time. */
  readonly offset: number;
}

export interface Zone {
  readonly id: string;
  spanAt(instant: number): Span;
}

const known = new Map<string, Zone | undefined>();

/** Nothing where a Kestra knows no such zone. */
export function zoneOf(id: string): Zone | undefined {
  if (!known.has(id)) known.set(id, createZone(id));
  return known.get(id);
}

function createZone(id: string): Zone | undefined {
  const offset = fixedOffset(id);
  if (offset !== undefined) return fixed(id, offset);
  return isRegion(id) ? region(id) : undefined;
}

function fixed(id: string, offset: number): Zone {
  const span = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, offset };
  return { id, spanAt: () => span };
}

const OFFSET = /^(?:UTC|GMT|UT)?([+-])(\d{1,2})(?::?(\d{2}))?(?::?(\d{2}))?$/;

function fixedOffset(id: string): number | undefined {
  if (['Z', 'UTC', 'GMT', 'UT', 'Etc/UTC'].includes(id)) return 0;
  const match = OFFSET.exec(id);
  if (!match) return undefined;
  const [, sign, hours, minutes = '0', seconds = '0'] = match;
  const size = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  const fits = Number(minutes) < 60 && Number(seconds) < 60 && size <= 18 * 3600;
  return fits ? (sign === '-' ? -size : size) * 1000 : undefined;
}

/** Java's old short names, which browsers still take. */
const SHORT_NAMES =
  'ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT EST HST IET IST JST MIT MST NET NST PLT PNT PRT PST SST VST'.split(
    ' ',
  );

/** Java takes a region's name to the letter. */
function isRegion(id: string): boolean {
  if (SHORT_NAMES.includes(id) || !id.split('/').every((part) => /^[A-Z]/.test(part))) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: id });
    return true;
  } catch {
    return false;
  }
}

function region(id: string): Zone {
  const years = new Map<number, readonly Span[]>();
  let last: Span = { from: 0, to: 0, offset: 0 };
  return {
    id,
    spanAt(instant) {
      if (instant >= last.from && instant < last.to) return last;
      const year = new Date(instant).getUTCFullYear();
      const spans = years.get(year) ?? spansOf(id, Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1));
      years.set(year, spans);
      last = spans.find(({ from, to }) => instant >= from && instant < to) ?? last;
      return last;
    },
  };
}

function spansOf(id: string, from: number, to: number): readonly Span[] {
  const spans: Span[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(id);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    const end = Math.min(next?.epochMilliseconds ?? to, to);
    spans.push({ from: at.epochMilliseconds, to: end, offset: at.offsetNanoseconds / 1e6 });
    if (!next || end === to) return spans;
    at = next;
  }
}

/** A Kestra prints the ticks of a zone that is written as an offset (`+07:00`, `UTC+7`; not `GMT+7`) in UTC. */
const PRINTED_AS_UTC = /^(?:UTC|UT)?[+-]/;

/** `2024-01-01T09:00:00+07:00`, `…Z` where there is no offset; milliseconds only where there are some. */
export function isoIn(zone: Zone, instant: number): string {
  const offset = PRINTED_AS_UTC.test(zone.id) ? 0 : zone.spanAt(instant).offset;
  const local = new Date(instant + offset).toISOString().slice(0, instant % 1000 === 0 ? 19 : 23);
  if (offset === 0) return `${local}Z`;
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number) => String(Math.trunc(value)).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
