/**
 * Writes to the host's journal in batches: what comes while one batch is under way goes into the next. A promise resolves when its
 * batch is safe; log lines ride along and are told of when they are.
 */
import type { Journal, JournalBatch, JournalRecord } from '../ports/Journal.ts';
import { turn } from './turn.ts';

/** A journal in memory never leaves the promises: after so long (milliseconds) others get their turn. */
const LONGEST_WITHOUT_TURN = 10;

export interface JournalWriter {
  write(records: readonly JournalRecord[]): Promise<void>;
  /** With the next batch; `then` is called once for all records of a stream in it. */
  later(record: JournalRecord, then: () => void): void;
  /** Everything given so far is in the journal. */
  flush(): Promise<void>;
}

/** `written` hears of each batch as soon as it is safe, before anybody else does. */
export function createJournalWriter(journal: Journal, written: (batch: JournalBatch) => void): JournalWriter {
  let pending: JournalRecord[] = [];
  let listeners = new Map<string, () => void>();
  let current: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let lastTurn = performance.now();

  function schedule(): Promise<void> {
    next ??= batchAfter(current);
    return next;
  }

  async function batchAfter(previous: Promise<void> | undefined): Promise<void> {
    await previous?.catch(() => undefined);
    if (performance.now() - lastTurn > LONGEST_WITHOUT_TURN) {
      await turn();
      lastTurn = performance.now();
    }
    const batch = pending;
    const told = listeners;
    pending = [];
    listeners = new Map();
    current = next;
    next = undefined;
    if (batch.length > 0) written({ place: await journal.append(batch), records: batch });
    for (const then of told.values()) then();
  }

  return {
    write(records) {
      for (const record of records) pending.push(record);
      return schedule();
    },
    later(record, then) {
      pending.push(record);
      listeners.set(record.stream, then);
      schedule().catch(() => undefined);
    },
    flush: schedule,
  };
}
