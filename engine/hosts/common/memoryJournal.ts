/** The journal in memory: ends with the process. Records are kept as text, so that nobody can change what was written. */
import type { Journal, JournalBatch, JournalSnapshot } from '../../ports/Journal.ts';
import { packed, unpacked } from './journalJson.ts';

export function createMemoryJournal(): Journal {
  const batches: string[] = [];
  let snapshot: string | undefined;

  const batchAt = (place: number): JournalBatch => ({ place, records: unpacked(batches[place] ?? '[]') });

  return {
    async append(records) {
      return batches.push(packed(records)) - 1;
    },
    async *read(after = -1) {
      const { length } = batches;
      for (let place = after + 1; place < length; place++) yield batchAt(place);
    },
    at: async (places) => places.map(batchAt),
    async keep(given) {
      snapshot = JSON.stringify(given);
    },
    kept: async () => (snapshot === undefined ? undefined : (JSON.parse(snapshot) as JournalSnapshot)),
  };
}
