/**
 * One schedule on the clock: it waits for the next tick, fires, waits for the execution's end, and goes on. So a trigger has one
 * active execution; ticks that came meanwhile run after it, in order, late. The same on a real clock and on a virtual one.
 */
import type { Tick } from '../door.ts';
import { parseDuration } from '../time/duration.ts';
import { isoIn } from '../time/zone.ts';
import type { Book } from './book.ts';
import { fireTick, stops } from './fire.ts';
import type { Launcher } from './launcher.ts';
import { firstAfter, type Recovery } from './missed.ts';
import { keyOf, type Subject } from './subject.ts';
import type { Ticks } from './ticks.ts';

export interface Play {
  /** The last instant that counts; without end where it is not given. */
  until?: number;
  signal: AbortSignal;
  told(tick: Tick): void;
}

interface Needs {
  launcher: Launcher;
  book: Book;
  /** Resolves when no backfill of the trigger is under way. */
  free(subject: Subject): Promise<void>;
}

export async function runSchedule(subject: Subject, ticks: Ticks, play: Play, needs: Needs): Promise<void> {
  const { launcher, book, free } = needs;
  const { clock } = launcher.host;
  const key = keyOf(subject);
  const ended = async (told: Tick): Promise<void> => {
    if (stops(subject, told.state)) await book.write(key, { disabled: true });
    play.told(told);
  };
  for await (const told of restOf(subject, ticks, launcher)) await ended(told);
  let at = await begin(subject, ticks, needs);
  while (!book.page(key).disabled) {
    const tick = ticks.plainNext(at);
    if (tick === undefined || (play.until !== undefined && tick > play.until)) return;
    await clock.until(tick, play.signal);
    await free(subject);
    if (play.signal.aborted || book.page(key).disabled) return;
    const dealtWith = (): Promise<void> => book.write(key, { date: tick });
    at = tick;
    if (isLate(subject, tick, clock.now())) {
      await dealtWith();
      play.told({ ...key, date: isoIn(ticks.zone, tick), problem: tooLate(subject) });
    } else {
      const told = await fireTick(subject, ticks, tick, launcher, { started: dealtWith });
      if (told) await ended(told);
    }
  }
}

/** Where the schedule stands: after the last tick that was dealt with, as `recoverMissedSchedules` says. */
async function begin(subject: Subject, ticks: Ticks, { launcher, book }: Needs): Promise<number> {
  const key = keyOf(subject);
  const now = launcher.host.clock.now();
  const ran = launcher
    .startedBy(subject.flow, subject.trigger.id)
    .flatMap(({ cause }) => (cause.tick !== undefined && cause.backfill === undefined ? [cause.tick] : []));
  const known = book.page(key).date;
  if (known === undefined && ran.length === 0) {
    // Seen for the first time: saving a flow creates no past runs.
    await book.write(key, { date: now - 1 });
    return now - 1;
  }
  const last = Math.max(known ?? 0, ...ran.slice(-1));
  return firstAfter(last, now, (subject.trigger.properties.recoverMissedSchedules ?? 'ALL') as Recovery, ticks);
}

/** Executions that an earlier process left unfinished, each at its end. */
async function* restOf(subject: Subject, ticks: Ticks, launcher: Launcher): AsyncIterable<Tick> {
  for (const { id, isOver, cause } of launcher.startedBy(subject.flow, subject.trigger.id)) {
    if (isOver) continue;
    const state = await launcher.ended(id);
    if (cause.backfill === undefined && cause.tick !== undefined)
      yield { ...keyOf(subject), date: isoIn(ticks.zone, cause.tick), executionId: id, state };
  }
}

function isLate({ trigger }: Subject, tick: number, now: number): boolean {
  const written = trigger.properties.lateMaximumDelay;
  const most = typeof written === 'string' ? parseDuration(written) : undefined;
  return most !== undefined && now - tick > most;
}

const tooLate = ({ trigger }: Subject): string =>
  `Dilewati: terlambat lebih dari \`lateMaximumDelay\` (${String(trigger.properties.lateMaximumDelay)}).`;
