/** The backfills under way, one a trigger: started, paused, continued, cancelled. What is known of each stands in the book. */
import type { BackfillRange, Tick, TriggerKey } from '../door.ts';
import { goingOn, planned, runBackfill, underWay } from './backfill.ts';
import type { Backfill, Book } from './book.ts';
import type { Launcher } from './launcher.ts';
import { keyOf, keyText, type Subject } from './subject.ts';
import { ticksOf } from './ticks.ts';

type Told = (tick: Tick) => void;

export interface Backfills {
  start(key: TriggerKey, range: BackfillRange, told: Told): Promise<Tick[]>;
  /** What runs may end, but no further tick starts. */
  pause(key: TriggerKey): Promise<void>;
  /** A paused one goes on, or one that an earlier process left. */
  goOn(key: TriggerKey, told: Told): Promise<Tick[]>;
  cancel(key: TriggerKey): Promise<void>;
  /** Resolves when none of the trigger is under way. */
  free(subject: Subject): Promise<void>;
}

/** `subjectOf` throws what says that there is no such trigger. */
export function createBackfills(launcher: Launcher, book: Book, subjectOf: (key: TriggerKey) => Subject): Backfills {
  const running = new Map<string, Promise<unknown>>();

  async function free(subject: Subject): Promise<void> {
    await running.get(keyText(keyOf(subject)))?.catch(() => undefined);
  }

  const alone = ({ triggerId }: TriggerKey): Error =>
    launcher.refuse(`Backfill trigger \`${triggerId}\` masih berjalan.`);

  /** After the one that is just ending, if any. */
  async function run(subject: Subject, plan: Backfill, told: Told): Promise<Tick[]> {
    const text = keyText(keyOf(subject));
    const work = Promise.all([free(subject), book.write(keyOf(subject), { backfill: plan })])
      .then(() => ticksOf(subject, launcher))
      .then((ticks) => runBackfill(subject, ticks, plan, { launcher, book, told }));
    running.set(text, work);
    try {
      return await work;
    } finally {
      if (running.get(text) === work) running.delete(text);
    }
  }

  return {
    free,
    async start(key, range, told) {
      const subject = subjectOf(key);
      if (running.has(keyText(key))) throw alone(key);
      return run(subject, planned(subject, range, book, launcher), told);
    },
    async pause(key) {
      const backfill = underWay(subjectOf(key), book, launcher);
      await book.write(key, { backfill: { ...backfill, paused: true } });
    },
    async goOn(key, told) {
      const subject = subjectOf(key);
      const { start, end, paused } = underWay(subject, book, launcher);
      if (!paused && running.has(keyText(key))) throw alone(key);
      const range = { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
      const plan = goingOn(planned(subject, range, book, launcher));
      return run(subject, plan, told);
    },
    async cancel(key) {
      underWay(subjectOf(key), book, launcher);
      await book.write(key, { backfill: undefined });
    },
  };
}
