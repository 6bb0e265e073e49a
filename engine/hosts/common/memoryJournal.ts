/** The journal in memory: ends with the process. Records are kept as text, so that nobody can change what was written. */
import type { Journal, JournalRecord } from '../../ports/Journal.ts';

export function createMemoryJournal(): Journal {
  const batches: string[] = [];
  return {
    async append(records) {
      batches.push(JSON.stringify(records));
    },
    async *read() {
      for (const batch of batches.slice()) yield* JSON.parse(batch) as JournalRecord[];
    },
  };
}
