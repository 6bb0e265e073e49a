/** What every journal keeps to: in memory, in a file, in IndexedDB. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Journal, JournalBatch, JournalRecord } from '../ports/Journal.ts';
import { openIdb } from './browser/idb.ts';
import { createIdbJournal } from './browser/journal.ts';
import { createMemoryJournal } from './common/memoryJournal.ts';
import { createFileJournal } from './node/journal.ts';

interface Shelf {
  journal: Journal;
  /** As the next process finds it. */
  again(): Promise<Journal>;
}

const folder = await mkdtemp(join(tmpdir(), 'alur-jurnal-'));
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => vi.stubGlobal('IDBKeyRange', IDBKeyRange));
afterEach(() => vi.unstubAllGlobals());

let count = 0;
const SHELVES: Record<string, () => Promise<Shelf>> = {
  async memory() {
    const journal = createMemoryJournal();
    return { journal, again: async () => journal };
  },
  async file() {
    const path = join(folder, `${++count}`, 'journal.jsonl');
    const journal = createFileJournal(path);
    return {
      journal,
      async again() {
        await journal.close();
        return createFileJournal(path);
      },
    };
  },
  async IndexedDB() {
    const factory = new IDBFactory();
    const idb = await openIdb(factory, 'uji');
    return {
      journal: createIdbJournal(async () => idb),
      async again() {
        idb.close();
        const next = await openIdb(factory, 'uji');
        return createIdbJournal(async () => next);
      },
    };
  },
};

const record = (stream: string, data: unknown): JournalRecord => ({ stream, data });
const BATCHES = [
  [record('a', { n: 1, text: 'baris\n"dua" é 🎵' }), record('b', null)],
  [record('a', [1, [2]])],
  [record('c', { besar: 'x'.repeat(100_000) }), record('a', false)],
  [record('flow:n/f', 'tasks:\n')],
];

const all = async (batches: AsyncIterable<JournalBatch>): Promise<JournalBatch[]> => {
  const found = [];
  for await (const batch of batches) found.push(batch);
  return found;
};

async function filled(journal: Journal): Promise<number[]> {
  const places = [];
  for (const batch of BATCHES) places.push(await journal.append(batch));
  return places;
}

describe.each(Object.entries(SHELVES))('a journal in %s', (_, open) => {
  test('gives back what was appended, in order, now and to the next process', async () => {
    const { journal, again } = await open();
    const places = await filled(journal);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    const expected = BATCHES.map((records, at) => ({ place: places[at], records }));
    expect(await all(journal.read())).toEqual(expected);
    expect(await all((await again()).read())).toEqual(expected);
  });

  test('reads on after a place, and single batches by theirs', async () => {
    const { journal, again } = await open();
    const [first = 0, second = 0, third = 0, fourth = 0] = await filled(journal);
    const check = async (one: Journal) => {
      expect((await all(one.read(second))).map(({ place }) => place)).toEqual([third, fourth]);
      expect(await all(one.read(fourth))).toEqual([]);
      expect(await one.at([first, third])).toEqual([
        { place: first, records: BATCHES[0] },
        { place: third, records: BATCHES[2] },
      ]);
      expect(await one.at([])).toEqual([]);
    };
    await check(journal);
    await check(await again());
  });

  test('goes on at its end, whoever wrote before', async () => {
    const { journal, again } = await open();
    const places = await filled(journal);
    const next = await again();
    const place = await next.append([record('a', 'lagi')]);
    expect(place).toBeGreaterThan(places.at(-1) ?? 0);
    expect((await all(next.read())).map((batch) => batch.place)).toEqual([...places, place]);
  });

  test('keeps everything in the order it was given, also side by side', async () => {
    const { journal } = await open();
    const numbers = Array.from({ length: 50 }, (_, number) => number);
    const places = await Promise.all(numbers.map((number) => journal.append([record('a', number)])));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect((await all(journal.read())).map(({ records }) => records[0]?.data)).toEqual(numbers);
  });

  test('keeps the last snapshot, for the next process too', async () => {
    const { journal, again } = await open();
    const [first = 0, second = 0] = await filled(journal);
    expect(await journal.kept()).toBeUndefined();
    await journal.keep({ upTo: first, data: { lama: true } });
    await journal.keep({ upTo: second, data: { baru: ['é'] } });
    expect(await journal.kept()).toEqual({ upTo: second, data: { baru: ['é'] } });
    expect(await (await again()).kept()).toEqual({ upTo: second, data: { baru: ['é'] } });
  });
});
