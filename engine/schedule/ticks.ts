/**
 * The ticks of a schedule, as a Kestra names them: `next` and `previous` of a tick are those whose conditions hold, looked for within
 * ten years; where there is none, or a condition can't be said, the schedule goes on with the plain next one.
 */
import { parseCron } from '../time/cron.ts';
import { nextTick, previousTick } from '../time/ticks.ts';
import { isoIn, type Zone } from '../time/zone.ts';
import { allHold, conditionsOf } from './conditions.ts';
import type { Launcher } from './launcher.ts';
import { renderText, type Subject, variablesOf, zoneOfTrigger } from './subject.ts';

export interface Ticks {
  zone: Zone;
  /** After the instant, conditions aside. */
  plainNext(after: number): number | undefined;
  /** The next one whose conditions hold, or else the plain next. */
  next(after: number): Promise<number | undefined>;
  /** Whether the conditions hold on it. Throws where that can't be said. */
  holds(tick: number): Promise<boolean>;
  /** `trigger.date`, `next` and `previous`; a schedule on dates has none, as in a Kestra. */
  variables(tick: number): Promise<Record<string, string>>;
}

const TEN_YEARS = 10 * 366 * 86_400_000;
/** A minutely schedule is looked through for some ten weeks. */
const MOST_LOOKED_AT = 100_000;

/** Throws what a template in `dates` throws. */
export async function ticksOf(subject: Subject, { host, renderEach }: Launcher): Promise<Ticks> {
  const zone = zoneOfTrigger(subject, host);
  const { properties } = subject.trigger;
  if (typeof properties.cron !== 'string')
    return datedTicks(subject, host, zone, await datesOf(subject, host, renderEach));
  const read = parseCron(properties.cron, { withSeconds: String(properties.withSeconds) === 'true' });
  if ('problem' in read) throw new Error(read.problem);
  const { cron } = read;
  return conditional(subject, host, zone, {
    next: (after) => nextTick(cron, zone, after),
    previous: (before) => previousTick(cron, zone, before),
    named: true,
  });
}

type Way = (from: number) => number | undefined;

function conditional(
  subject: Subject,
  host: Launcher['host'],
  zone: Zone,
  { next: after, previous: before, named }: { next: Way; previous: Way; named: boolean },
): Ticks {
  const conditions = conditionsOf(subject);
  /** Between these no tick was found whose conditions hold; the first half of it is not looked through again. */
  let barren = { from: 0, to: 0 };

  const at = (tick: number): Record<string, string> => {
    const [next, previous] = [after(tick), before(tick)];
    return {
      date: isoIn(zone, tick),
      ...(next !== undefined && { next: isoIn(zone, next) }),
      ...(previous !== undefined && { previous: isoIn(zone, previous) }),
    };
  };
  const holds = async (tick: number): Promise<boolean> =>
    conditions.length === 0 ||
    allHold(conditions, subject, host, { variables: variablesOf(subject, host, at(tick)), tick });

  async function search(start: number, way: Way): Promise<number | undefined> {
    let tick = way(start);
    let seen = start;
    for (let looked = 0; tick !== undefined && looked < MOST_LOOKED_AT; looked++) {
      if (Math.abs(tick - start) > TEN_YEARS) break;
      if (await holds(tick)) return tick;
      seen = tick;
      tick = way(tick);
    }
    if (way === after) barren = { from: start, to: start + (seen - start) / 2 };
    return undefined;
  }

  async function found(start: number, way: Way): Promise<number | undefined> {
    if (conditions.length === 0) return way(start);
    if (way === after && start >= barren.from && start < barren.to) return undefined;
    try {
      return await search(start, way);
    } catch {
      return undefined;
    }
  }

  return {
    zone,
    plainNext: after,
    next: async (start) => (await found(start, after)) ?? after(start),
    holds,
    async variables(tick) {
      if (!named) return {};
      const [next, previous] = [await found(tick, after), await found(tick, before)];
      return {
        date: isoIn(zone, tick),
        ...(next !== undefined && { next: isoIn(zone, next) }),
        ...(previous !== undefined && { previous: isoIn(zone, previous) }),
      };
    },
  };
}

function datedTicks(subject: Subject, host: Launcher['host'], zone: Zone, dates: readonly number[]): Ticks {
  return conditional(subject, host, zone, {
    next: (after) => dates.find((date) => date > after),
    previous: (before) => dates.findLast((date) => date < before),
    named: false,
  });
}

async function datesOf(
  subject: Subject,
  host: Launcher['host'],
  renderEach: Launcher['renderEach'],
): Promise<readonly number[]> {
  const variables = variablesOf(subject, host);
  const render = async (template: string) =>
    renderText(template, variables, { host, namespace: subject.flow.namespace });
  const rendered = await renderEach(subject.trigger.properties.dates, render);
  const list: unknown = typeof rendered === 'string' ? JSON.parse(rendered) : rendered;
  if (!Array.isArray(list)) throw new Error('`dates` harus berupa daftar waktu.');
  return list.map((date) => instantOf(String(date))).sort((a, b) => a - b);
}

function instantOf(text: string): number {
  const instant = /T.*(Z|[+-]\d\d(:?\d\d)?)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(instant)) return Math.floor(instant / 1000) * 1000;
  throw new Error(`\`${text}\` di \`dates\` harus berupa waktu dengan zona, misalnya 2024-01-01T09:00:00+07:00.`);
}
