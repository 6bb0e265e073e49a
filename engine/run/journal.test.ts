import { expect, test } from 'vitest';
import { createMemoryJournal } from '../hosts/common/memoryJournal.ts';
import { recordsOf } from '../hosts/common/records.ts';
import { createJournalWriter } from './journal.ts';
import { turn } from './turn.ts';

test('a stopped writer opens no journal again: what comes late is lost, and nobody is told that it is safe', async () => {
  const journal = createMemoryJournal();
  const writer = createJournalWriter(journal, () => undefined);
  await writer.write('a', [1]);
  writer.later({ stream: 'a', data: 2 }, () => expect.fail('told'));
  writer.stop();
  void writer.write('a', [3]).then(() => expect.fail('safe'));
  writer.later({ stream: 'a', data: 4 }, () => expect.fail('told'));
  await turn();
  await turn();
  expect((await Array.fromAsync(recordsOf(journal))).map(({ data }) => data)).toEqual([1]);
});
