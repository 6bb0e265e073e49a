/** All records of a journal, batch by batch. */
import type { Journal, JournalRecord } from '../../ports/Journal.ts';

export async function* recordsOf(journal: Journal): AsyncGenerator<JournalRecord> {
  for await (const { records } of journal.read()) yield* records;
}
