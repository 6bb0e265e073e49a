/** Ticks: against what cron-utils answered inside a Kestra 1.1.15, against counting minute by minute, and by laws. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCron } from './cron.ts';
import { nextTick, previousTick } from './ticks.ts';
import { isoIn, type Zone, zoneOf } from './zone.ts';

const HOUR = 3_600_000;

function cronOf(text: string) {
  const read = parseCron(text);
  if ('problem' in read) throw new Error(`${text}: ${read.problem}`);
  return read.cron;
}
function zoneNamed(id: string): Zone {
  const zone = zoneOf(id);
  if (!zone) throw new Error(id);
  return zone;
}

/** A line: cron, zone, `>` or `<` and the instant it starts from, then the ticks in that direction. */
const GOLDEN = readFileSync(new URL('ticks.golden.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n');

test('the ticks that a Kestra finds, forwards and backwards, over clock changes of many zones', () => {
  expect(GOLDEN.length).toBeGreaterThan(900);
  for (const line of GOLDEN) {
    const [text = '', id = '', from = '', ...theirs] = line.split('\t');
    const [cron, zone] = [withSeconds(text), zoneNamed(id)];
    const step = from.startsWith('<') ? previousTick : nextTick;
    let at: number | undefined = Date.parse(from.slice(1));
    for (const tick of theirs) {
      at = step(cron, zone, at);
      expect(at, `${text} ${id} ${from}`).toBe(tick === 'none' ? undefined : Date.parse(tick));
      if (at === undefined) break;
    }
  }
});

function withSeconds(text: string) {
  const read = parseCron(text, { withSeconds: text.split(' ').length === 6 });
  if ('problem' in read) throw new Error(read.problem);
  return read.cron;
}

describe('counted minute by minute through a year of clock changes', () => {
  const zones = ['Asia/Jakarta', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe'];
  const crons = ['*/20 * * * *', '15 1-3 * * *', '45 */5 13 * 5', '59 23 * 2,10 1-5'];
  const [start, end] = [Date.UTC(2024, 0, 1), Date.UTC(2025, 0, 1)];

  test.each(zones)('%s', (id) => {
    const zone = zoneNamed(id);
    const offsets = halfHourlyOffsets(id, start, end);
    for (const text of crons) {
      const counted: number[] = [];
      const matches = matcher(text);
      for (let instant = start; instant < end; instant += 60_000) {
        const offset = offsets[Math.floor((instant - start) / (HOUR / 2))] ?? 0;
        if (matches(instant + offset)) counted.push(instant);
      }
      const cron = cronOf(text);
      const backwards: number[] = [];
      for (let at = previousTick(cron, zone, end); at !== undefined && at >= start; at = previousTick(cron, zone, at))
        backwards.push(at);
      expect(backwards.reverse(), `${text} backwards`).toEqual(counted);
      const forwards: number[] = [];
      for (let at = nextTick(cron, zone, start - 1); at !== undefined && at < end; at = nextTick(cron, zone, at))
        forwards.push(at);
      expect(forwards, `${text} forwards`).toEqual(withoutRepeated(counted, zone));
    }
  });
});

/** From the browser's own calendar, not from ours. */
function halfHourlyOffsets(id: string, start: number, end: number): number[] {
  const format = new Intl.DateTimeFormat('en', { timeZone: id, timeZoneName: 'longOffset' });
  const offsets: number[] = [];
  for (let at = start; at < end; at += HOUR / 2) {
    const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d+):(\d+))?/.exec(format.format(at)) ?? [];
    offsets.push((sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000);
  }
  return offsets;
}

function matcher(text: string): (local: number) => boolean {
  const fields = text.split(' ');
  const fits = (index: number, value: number): boolean =>
    (fields[index] ?? '').split(',').some((part) => {
      const [range = '', step = '1'] = part.split('/');
      const [low = 0, high = low] =
        range === '*' ? [index === 2 || index === 3 ? 1 : 0, 99] : range.split('-').map(Number);
      return value >= low && value <= high && (value - low) % Number(step) === 0;
    });
  const minutes = Array.from({ length: 60 }, (_, minute) => fits(0, minute));
  const hours = Array.from({ length: 24 }, (_, hour) => fits(1, hour));
  return (local) => {
    if (!minutes[(local / 60_000) % 60] || !hours[Math.floor(local / HOUR) % 24]) return false;
    const date = new Date(local);
    const [onDate, onWeekday] = [fits(2, date.getUTCDate()), fits(4, date.getUTCDay())];
    const either = fields[2] !== '*' && fields[4] !== '*' ? onDate || onWeekday : onDate && onWeekday;
    return fits(3, date.getUTCMonth() + 1) && either;
  };
}

/** The rule in words: of a schedule rarer than hourly, a local time that comes again within the hour after a tick is left out. */
function withoutRepeated(ticks: readonly number[], zone: Zone): number[] {
  const kept: number[] = [];
  for (const [index, tick] of ticks.entries()) {
    const last = kept.at(-1);
    const turnedBack = last !== undefined && zone.spanAt(tick).offset < zone.spanAt(last).offset;
    const rare = (ticks[index + 1] ?? tick) - tick >= 2 * HOUR;
    if (turnedBack && rare && tick - (last ?? 0) <= HOUR) continue;
    kept.push(tick);
  }
  return kept;
}

describe('laws', () => {
  const field = (low: number, high: number) =>
    fc.oneof(
      fc.constant('*'),
      fc.integer({ min: low, max: high }).map(String),
      fc
        .tuple(fc.integer({ min: low, max: high }), fc.integer({ min: low, max: high }))
        .map(([a, b]) => (a <= b ? `${a}-${b}` : `${b}-${a}`)),
      fc.integer({ min: 1, max: high }).map((step) => `*/${step}`),
    );
  const crons = fc
    .tuple(field(0, 59), field(0, 23), field(1, 28), field(1, 12), field(0, 7))
    .map((fields) => fields.join(' '));
  const zones = fc.constantFrom('UTC', 'Asia/Jakarta', 'America/New_York', 'Europe/Berlin', 'Africa/Cairo', '+05:30');
  const instants = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2035, 0, 1) });

  test('next is after, previous is before, and nothing lies between a tick and the next of its previous', () => {
    fc.assert(
      fc.property(crons, zones, instants, (text, id, instant) => {
        const [cron, zone] = [cronOf(text), zoneNamed(id)];
        const previous = previousTick(cron, zone, instant);
        const next = nextTick(cron, zone, instant);
        if (previous === undefined || next === undefined) throw new Error('days up to the 28th always come again');
        expect(previous).toBeLessThan(instant);
        expect(next).toBeGreaterThan(instant);
        expect(nextTick(cron, zone, previous)).toBeGreaterThanOrEqual(instant);
        expect(previousTick(cron, zone, next)).toBeLessThanOrEqual(instant);
        expect(previousTick(cron, zone, next + 1)).toBe(next);
      }),
      { numRuns: 300 },
    );
  });

  test('going forward n ticks and back n ticks comes home where the clock never changes', () => {
    fc.assert(
      fc.property(crons, fc.constantFrom('UTC', 'Asia/Jakarta', '-03:30'), instants, (text, id, instant) => {
        const [cron, zone] = [cronOf(text), zoneNamed(id)];
        const first = nextTick(cron, zone, instant) ?? 0;
        let at = first;
        for (let step = 0; step < 5; step++) at = nextTick(cron, zone, at) ?? 0;
        for (let step = 0; step < 5; step++) at = previousTick(cron, zone, at) ?? 0;
        expect(at).toBe(first);
      }),
      { numRuns: 200 },
    );
  });
});

describe('printed with the offset of the zone', () => {
  test.each([
    ['UTC', '2024-01-01T09:00:00Z', '2024-01-01T09:00:00Z'],
    ['Asia/Jakarta', '2024-01-01T02:00:00Z', '2024-01-01T09:00:00+07:00'],
    ['America/New_York', '2024-07-01T13:00:00Z', '2024-07-01T09:00:00-04:00'],
    ['Asia/Kathmandu', '2024-01-01T00:00:00Z', '2024-01-01T05:45:00+05:45'],
    ['GMT+7', '2024-01-01T02:00:00Z', '2024-01-01T09:00:00+07:00'],
    ['+07:00', '2024-01-01T02:00:00Z', '2024-01-01T02:00:00Z'],
    ['Europe/London', '2024-01-01T00:00:00.250Z', '2024-01-01T00:00:00.250Z'],
  ])('%s: %s', (id, instant, text) => expect(isoIn(zoneNamed(id), Date.parse(instant))).toBe(text));
});
