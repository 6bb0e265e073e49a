/** What stands beside the journal only saves time: lost, damaged or of another journal, it is not looked at. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { JournalError } from '../../ports/Journal.ts';
import { createFileJournal } from './journal.ts';

const folder = await mkdtemp(join(tmpdir(), 'alur-jurnal-'));
afterAll(() => rm(folder, { recursive: true }));
let path = '';
let count = 0;
beforeEach(() => {
  path = join(folder, `${++count}.jsonl`);
});

/** Three batches and a snapshot of the first two. */
async function written(): Promise<void> {
  const journal = createFileJournal(path);
  const places = [];
  for (const data of ['satu', 'dua', 'tiga']) places.push(await journal.append([{ stream: 'a', data }]));
  await journal.keep({ upTo: places[1] ?? 0, data: 'sampai dua' });
  await journal.close();
}

async function found(): Promise<{ data: unknown[]; snapshot: unknown }> {
  const journal = createFileJournal(path);
  try {
    const snapshot = (await journal.kept())?.data;
    const data = [];
    for await (const { records } of journal.read()) data.push(...records.map((record) => record.data));
    return { data, snapshot };
  } finally {
    await journal.close();
  }
}

const ALL = ['satu', 'dua', 'tiga'];
const changed = async (file: string, change: (text: string) => string): Promise<void> =>
  writeFile(file, change(await readFile(file, 'utf8')));

test.each([
  ['the snapshot is lost', () => rm(`${path}.snapshot`), undefined],
  ['the snapshot was edited', () => changed(`${path}.snapshot`, (text) => text.replace('dua', 'DUA')), undefined],
  ['the snapshot is empty', () => writeFile(`${path}.snapshot`, ''), undefined],
  ['the seal is lost', () => rm(`${path}.seal`), 'sampai dua'],
  ['the seal was edited', () => changed(`${path}.seal`, (text) => text.replace('size', 'SIZE')), 'sampai dua'],
])('%s', async (_, damage, snapshot) => {
  await written();
  await damage();
  expect(await found()).toEqual({ data: ALL, snapshot });
});

test('the snapshot of a journal that was replaced does not count', async () => {
  await written();
  await rm(path);
  const other = createFileJournal(path);
  for (let number = 0; number < 20; number++) await other.append([{ stream: 'b', data: number }]);
  await other.close();
  expect((await found()).snapshot).toBeUndefined();
});

test('a journal that was edited after it had been closed is refused, also where only its old part was', async () => {
  await written();
  await changed(path, (text) => text.replace('satu', 'SATU'));
  await expect(found()).rejects.toThrow(/rusak di baris 2/);
});

test('a batch that was edited while the journal is open is refused when it is asked for', async () => {
  await written();
  const journal = createFileJournal(path);
  const places = [];
  for await (const { place } of journal.read()) places.push(place);
  await changed(path, (text) => text.replace('satu', 'SATU'));
  await expect(journal.at(places)).rejects.toThrow(JournalError);
  expect(await journal.at(places.slice(1))).toHaveLength(2);
  await journal.close();
});

test('an older version is refused, with the way out', async () => {
  await writeFile(path, '{"alur":"journal","version":1}\n');
  await expect(found()).rejects.toThrow(/ditulis oleh versi 1.*`--home` lain/);
});
