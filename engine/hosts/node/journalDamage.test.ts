/** A journal that somebody edited, cut, replaced or put elsewhere: said with place, cause and fix; nothing is guessed at or overwritten. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JournalError } from '../../ports/Journal.ts';
import { createFileJournal } from './journal.ts';

let home: string;
let path: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'alur-rusak-'));
  path = join(home, 'journal.jsonl');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const DATA = ['satu', 'dua', 'tiga', 'empat'];

/** Four batches; closed in good order, or left by a process that died. */
async function written(isClosed: boolean): Promise<void> {
  const journal = createFileJournal(path);
  for (const data of DATA) await journal.append([{ stream: 'a', data }]);
  await journal.close();
  if (!isClosed) rmSync(`${path}.seal`);
}

async function found(warnings: string[] = []): Promise<unknown[]> {
  const journal = createFileJournal(path, { warn: (message) => warnings.push(message), patienceMs: 0 });
  try {
    const data: unknown[] = [];
    for await (const { records } of journal.read()) data.push(...records.map((record) => record.data));
    return data;
  } finally {
    await journal.close();
  }
}

type Change = (text: string) => string | Uint8Array;
const changed = (change: Change) => writeFileSync(path, change(readFileSync(path, 'latin1')));
const lines =
  (change: (all: string[]) => string[]): Change =>
  (text) =>
    change(text.split('\n')).join('\n');

const DAMAGE: [string, RegExp, Change][] = [
  ['a byte flipped', /rusak di baris 3: .*checksum/, (text) => text.replace('dua', 'dUa')],
  [
    'a checksum edited',
    /rusak di baris 2/,
    lines((all) => all.map((line, at) => (at === 1 ? `0${line.slice(1)}` : line))),
  ],
  ['a line removed', /rusak di baris 3/, lines((all) => all.filter((_, at) => at !== 2))],
  [
    'a line said twice',
    /rusak di baris 4/,
    lines((all) => all.flatMap((line, at) => (at === 2 ? [line, line] : [line]))),
  ],
  ['two lines swapped', /rusak di baris 2/, lines(([head = '', a = '', b = '', ...rest]) => [head, b, a, ...rest])],
  ['an empty line added', /rusak di baris 3/, lines((all) => [...all.slice(0, 2), '', ...all.slice(2)])],
  ['the head removed', /rusak di baris 1: .*kepala/, lines((all) => all.slice(1))],
  ['a newer version', /versi 99/, (text) => text.replace('"version":2', '"version":99')],
  ['a word added at the end', /rusak di baris 6: akhirnya/, (text) => `${text}halo`],
  ['a binary file', /rusak di baris 1/, () => new Uint8Array([0, 159, 146, 150, 10, 1, 2])],
  [
    'a binary file without lines',
    /rusak di baris 1: berkas ini bukan jurnal/,
    () => new Uint8Array([0, 159, 146, 150]),
  ],
];

describe.each([
  ['closed in good order', true],
  ['left by a dead process', false],
])('of a journal that was %s', (_, isClosed) => {
  test.each(DAMAGE)('%s is refused, and left as it is', async (_name, message, change) => {
    await written(isClosed);
    changed(change);
    const before = readFileSync(path);
    const refused = found();
    await expect(refused).rejects.toThrow(JournalError);
    await expect(refused).rejects.toThrow(isClosed ? /Jurnal .*journal.jsonl/ : message);
    await expect(refused).rejects.toThrow(/cadangan|--home/);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(existsSync(`${path}.lock`)).toBe(false);
  });
});

test('an end of line that an editor took away is put back', async () => {
  await written(false);
  changed((text) => text.slice(0, -1));
  expect(await found()).toEqual(DATA);
  expect(await found()).toEqual(DATA);
});

describe('cut off at the end', () => {
  test.each([1, 10, 40, 48])(
    '%d bytes that a dead process had not written are let go, with a word',
    async (missing) => {
      await written(false);
      changed((text) => text.slice(0, -missing));
      const warnings: string[] = [];
      expect(await found(warnings)).toEqual(missing === 1 ? DATA : DATA.slice(0, 3));
      if (missing > 1) expect(warnings.join()).toMatch(/byte terakhir tidak tertulis utuh/);
      expect(await found()).toHaveLength(missing === 1 ? 4 : 3);
    },
  );

  test.each([
    ['whole lines', lines((all) => [...all.slice(0, 3), ''])],
    ['half a line', (text: string) => text.slice(0, -5)],
    ['everything', () => ''],
  ])('%s of what had been closed are missed', async (_, change) => {
    await written(true);
    changed(change);
    await expect(found()).rejects.toThrow(/tidak lagi memuat semua.*hapus .*seal/);
    rmSync(`${path}.seal`);
    await found();
  });

  test('the head itself', async () => {
    writeFileSync(path, '{"alur":"jour');
    expect(await found()).toEqual([]);
  });
});

test('a journal that was taken away begins anew', async () => {
  await written(true);
  rmSync(path);
  expect(await found()).toEqual([]);
  const journal = createFileJournal(path);
  await journal.append([{ stream: 'a', data: 'baru' }]);
  await journal.close();
  expect(await found()).toEqual(['baru']);
});

describe('a place that can not be used', () => {
  test('a folder where the journal should be', async () => {
    mkdirSync(path);
    await expect(found()).rejects.toThrow(/ada folder, bukan berkas/);
  });

  test('a file where the home should be', async () => {
    rmSync(home, { recursive: true });
    writeFileSync(home, 'x');
    await expect(found()).rejects.toThrow(/bukan folder/);
  });

  const isRoot = process.getuid?.() === 0;
  test.skipIf(isRoot || process.platform === 'win32')('a home that may not be written', async () => {
    chmodSync(home, 0o500);
    await expect(found()).rejects.toThrow(/tidak ada izin/);
    chmodSync(home, 0o700);
  });

  test.skipIf(!mounts('ro'))('a file system that is read-only', async () => {
    await withMount('ro', async () => expect(found()).rejects.toThrow(/hanya bisa dibaca/));
  });

  test.skipIf(!mounts('size=16k'))(
    'a full disk: what was written stands, and is gone on from once there is room',
    async () => {
      await withMount('size=16k', async () => {
        const journal = createFileJournal(path);
        let kept = 0;
        const fill = async () => {
          for (;;) {
            await journal.append([{ stream: 'a', data: 'x'.repeat(500) }]);
            kept++;
          }
        };
        await expect(fill()).rejects.toThrow(/disk penuh.*Kosongkan ruang/);
        await expect(journal.append([{ stream: 'a', data: 'y' }])).rejects.toThrow(/disk penuh/);
        await journal.close().catch(() => undefined);
        execFileSync('mount', ['-o', 'remount,size=64k', home]);
        expect(kept).toBeGreaterThan(5);
        expect(await found()).toHaveLength(kept);
      });
    },
  );
});

/** Where the system lets us: a small file system of its own. */
function mounts(options: string): boolean {
  const place = mkdtempSync(join(tmpdir(), 'alur-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', place], { stdio: 'ignore' });
    execFileSync('umount', [place], { stdio: 'ignore' });
    return true;
  } catch {
    console.log('Sistem ini tidak mengizinkan mount: uji disk penuh dan disk hanya-baca ditinggalkan.');
    return false;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

async function withMount(options: string, work: () => Promise<unknown>): Promise<void> {
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', home]);
  try {
    await work();
  } finally {
    execFileSync('umount', ['-l', home]);
  }
}
