/**
 * Writes to the host's journal in batches: what comes while one batch is under way goes into the next. A promise resolves when its
 * batch is safe; log lines ride along and are told of when they are.
 */
import type { Journal, JournalBatch, JournalRecord } from '../ports/Journal.ts';
import { turn } from './turn.ts';

/** A journal in memory never leaves the promises: after so long (milliseconds) others get their turn. */
const LONGEST_WITHOUT_TURN = 10;

/** Records of several streams that share a batch. */
const MOST_TOGETHER = 256;

/** `soon`: nothing waits for it, so it goes with the next batch, or on its own when the event loop turns. */
export type When = 'now' | 'soon';

export interface JournalWriter {
  write(stream: string, data: readonly unknown[], when?: When): Promise<void>;
  /** Soon; `then` is called once for all records of a stream in a batch. */
  later(record: JournalRecord, then: () => void): void;
  /** Everything given so far is in the journal. */
  flush(): Promise<void>;
  /** What comes from now on is lost, as if the process had been killed here; whoever waits for it waits for good. */
  stop(): void;
}

interface Batch {
  records: JournalRecord[];
  told: Map<string, () => void>;
  safe: PromiseWithResolvers<void>;
}

/** `written` hears of each batch as soon as it is safe, before anybody else does. */
export function createJournalWriter(journal: Journal, written: (batch: JournalBatch) => void): JournalWriter {
  let next = emptyBatch();
  let isDraining = false;
  let isAsked = false;
  let isTurning = false;
  let isStopped = false;
  let lastTurn = performance.now();

  function now(): void {
    isAsked = true;
    if (!isDraining) void drain();
  }

  function soon(): void {
    if (isTurning || isAsked) return;
    isTurning = true;
    void turn().then(() => {
      isTurning = false;
      lastTurn = performance.now();
      if (next.records.length > 0) now();
    });
  }

  async function drain(): Promise<void> {
    isDraining = true;
    while (isAsked) {
      // What is decided in the same breath goes into the same batch.
      await (performance.now() - lastTurn > LONGEST_WITHOUT_TURN ? breathe() : undefined);
      const batch = next;
      next = emptyBatch();
      isAsked = false;
      await append(batch);
    }
    isDraining = false;
  }

  async function breathe(): Promise<void> {
    await turn();
    lastTurn = performance.now();
  }

  async function append({ records, told, safe }: Batch): Promise<void> {
    try {
      for (const piece of pieces(records)) written({ place: await journal.append(piece), records: piece });
      for (const then of told.values()) then();
      safe.resolve();
    } catch (error) {
      safe.reject(error);
    }
  }

  return {
    write(stream, data, when = 'now') {
      if (isStopped) return next.safe.promise;
      for (const one of data) next.records.push({ stream, data: one });
      if (when === 'now') now();
      else soon();
      return next.safe.promise;
    },
    later(record, then) {
      if (isStopped) return;
      next.records.push(record);
      next.told.set(record.stream, then);
      soon();
    },
    async flush() {
      const { promise } = next.safe;
      now();
      await promise;
    },
    stop() {
      isStopped = true;
      next = emptyBatch();
    },
  };
}

/**
 * What a thousand executions say at once is not one batch: whoever reads one of them back would read them all. Cut where another stream
 * begins, so that what belongs together stays so.
 */
function* pieces(records: readonly JournalRecord[]): Generator<readonly JournalRecord[]> {
  let from = 0;
  for (let at = MOST_TOGETHER; at < records.length; at++) {
    if (at - from < MOST_TOGETHER || records[at]?.stream === records[at - 1]?.stream) continue;
    yield records.slice(from, at);
    from = at;
  }
  if (from < records.length) yield from === 0 ? records : records.slice(from);
}

function emptyBatch(): Batch {
  const safe = Promise.withResolvers<void>();
  // Whoever waits hears of it; where nobody does, the next one to write will.
  safe.promise.catch(() => undefined);
  return { records: [], told: new Map(), safe };
}
