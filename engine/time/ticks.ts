/**
 * The ticks of a cron expression in a zone, to the second, as cron-utils (and so a Kestra) finds them:
 * a local time that a clock change skips has no tick; one that comes twice ticks twice, unless the schedule is rarer than hourly,
 * when the second one is left out. That last rule looks forward only: the tick before may be the one that was left out.
 */
import type { Cron } from './cron.ts';
import type { Zone } from './zone.ts';

const SECOND = 1000;
const HOUR = 3_600_000;
const DAY = 86_400_000;
/** 29 February is 8 years apart at most; a search as long as this finds none that is not never. */
const MONTHS_TO_SEARCH = 100 * 12;

/** The first tick after the instant; nothing where there is none in a hundred years (30 February). */
export function nextTick(cron: Cron, zone: Zone, after: number): number | undefined {
  const next = atOrAfter(cron, zone, after + 1);
  if (next === undefined || zone.spanAt(next).offset >= zone.spanAt(after).offset) return next;
  const onTick = atOrAfter(cron, zone, after) === after;
  const second = onTick ? atOrAfter(cron, zone, next + SECOND) : undefined;
  const isRare = second !== undefined && second - next >= 2 * HOUR;
  return isRare ? atOrAfter(cron, zone, after + SECOND + HOUR) : next;
}

/** The last tick before the instant. */
export function previousTick(cron: Cron, zone: Zone, before: number): number | undefined {
  let instant = before - 1;
  for (const oldest = before - (MONTHS_TO_SEARCH / 12) * 366 * DAY; instant > oldest; ) {
    const { from, offset } = zone.spanAt(instant);
    const found = lastLocal(cron, instant + offset, from + offset);
    if (found !== undefined) return found - offset;
    if (from === Number.NEGATIVE_INFINITY) return undefined;
    instant = from - 1;
  }
  return undefined;
}

function atOrAfter(cron: Cron, zone: Zone, start: number): number | undefined {
  let instant = start;
  for (const latest = start + (MONTHS_TO_SEARCH / 12) * 366 * DAY; instant < latest; ) {
    const { to, offset } = zone.spanAt(instant);
    const found = firstLocal(cron, instant + offset, to + offset);
    if (found !== undefined) return found - offset;
    if (to === Number.POSITIVE_INFINITY) return undefined;
    instant = to;
  }
  return undefined;
}

/** The first local time that matches, from `start` up to, not including, `end`. */
function firstLocal(cron: Cron, start: number, end: number): number | undefined {
  const whole = Math.ceil(start / SECOND) * SECOND;
  const date = new Date(whole);
  const today = whole - (whole - Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()));
  let [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  for (let searched = 0; searched <= MONTHS_TO_SEARCH; searched++) {
    for (const day of cron.daysOf(year, month)) {
      const midnight = Date.UTC(year, month - 1, day);
      if (midnight < today) continue;
      const time = firstTime(cron, midnight === today ? (whole - today) / SECOND : 0);
      if (time === undefined) continue;
      const found = midnight + time * SECOND;
      return found < end ? found : undefined;
    }
    if (Date.UTC(year, month, 1) >= end) return undefined;
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return undefined;
}

/** The last local time that matches, from `start` down to `end`, which counts. */
function lastLocal(cron: Cron, start: number, end: number): number | undefined {
  const whole = Math.floor(start / SECOND) * SECOND;
  const date = new Date(whole);
  let [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  const today = Date.UTC(year, month - 1, date.getUTCDate());
  for (let searched = 0; searched <= MONTHS_TO_SEARCH; searched++) {
    const days = cron.daysOf(year, month);
    for (let index = days.length - 1; index >= 0; index--) {
      const midnight = Date.UTC(year, month - 1, days[index]);
      if (midnight > today) continue;
      const time = lastTime(cron, midnight === today ? (whole - today) / SECOND : DAY / SECOND - 1);
      if (time === undefined) continue;
      const found = midnight + time * SECOND;
      return found >= end ? found : undefined;
    }
    if (Date.UTC(year, month - 1, 1) < end) return undefined;
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
  }
  return undefined;
}

/** Seconds of the day, at or after. */
function firstTime({ hours, minutes, seconds }: Cron, from: number): number | undefined {
  for (const hour of hours) {
    if (hour * 3600 + 3599 < from) continue;
    for (const minute of minutes) {
      const base = hour * 3600 + minute * 60;
      if (base + 59 < from) continue;
      for (const second of seconds) if (base + second >= from) return base + second;
    }
  }
  return undefined;
}

/** Seconds of the day, at or before. */
function lastTime({ hours, minutes, seconds }: Cron, to: number): number | undefined {
  for (const hour of hours.toReversed()) {
    if (hour * 3600 > to) continue;
    for (const minute of minutes.toReversed()) {
      const base = hour * 3600 + minute * 60;
      if (base > to) continue;
      for (const second of seconds.toReversed()) if (base + second <= to) return base + second;
    }
  }
  return undefined;
}
