/** What the terminal says of `--data`, `--data-size` and `--samples`, and whom the host then asks. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UsageError } from './exit.ts';
import { type HostOptions, openHost } from './options.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alur-contoh-'));
  mkdirSync(join(folder, 'samples'));
  writeFileSync(join(folder, 'samples', 'kurs.csv'), 'a,b\n');
  writeFileSync(join(folder, 'baik.yaml'), '- address: https://x.example/kurs.csv\n  file: samples/kurs.csv\n');
  writeFileSync(join(folder, 'salah.yaml'), '- address: https://x.example/a\n  jsn: 1\n- x\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function answerOf(options: HostOptions, url: string): Promise<string> {
  const host = openHost({ home: join(folder, 'home'), ...options });
  try {
    const request = { url, method: 'GET', headers: {}, followRedirects: true };
    const { body } = await host.http.fetch(request, new AbortController().signal);
    return await new Response(body).text();
  } finally {
    await host.close();
  }
}

test.each(['', '0', '-5', '1.5', '1e3', 'banyak', '100000001', '999999999999', ' 5'])(
  '--data-size %j is refused',
  (dataSize) => {
    expect(() => openHost({ home: folder, dataSize })).toThrow(UsageError);
    expect(() => openHost({ home: folder, dataSize })).toThrow('contoh, nyata, atau jumlah baris');
  },
);

test.each([
  ['7', 8],
  ['contoh', 283],
  ['nyata', 35_613],
])('--data-size %s makes %d lines', async (dataSize, lines) => {
  const url = 'https://github.com/DataTalksClub/nyc-tlc-data/releases/download/green/green_tripdata_2020-04.csv';
  expect((await answerOf({ dataSize }, url)).trimEnd().split('\n')).toHaveLength(lines);
});

test('--data takes two words', () => {
  expect(() => openHost({ home: folder, data: 'palsu' })).toThrow(UsageError);
});

test('--samples answers from a file of one’s own, the table behind it stays', async () => {
  const samples = join(folder, 'baik.yaml');
  expect(await answerOf({ samples }, 'https://x.example/kurs.csv')).toBe('a,b\n');
  expect(await answerOf({ samples }, 'https://dummyjson.com/products/1')).toContain('"id":1');
});

test('without it labs/samples.yaml of the project answers', async () => {
  expect(await answerOf({}, 'https://api.contoh.example/kurs.csv')).toMatch(/^mata_uang,rupiah\n/);
});

test('wrong samples are said with file and line, all of them', () => {
  const samples = join(folder, 'salah.yaml');
  expect(() => openHost({ home: folder, samples })).toThrow(
    /salah\.yaml:1: Kunci jsn[\s\S]*salah\.yaml:3: Satu jawaban/,
  );
  expect(() => openHost({ home: folder, samples: join(folder, 'tidak-ada.yaml') })).toThrow(UsageError);
});

test('real data ask for no samples, not even wrong ones', async () => {
  const host = openHost({ home: folder, data: 'asli', samples: join(folder, 'salah.yaml') });
  await host.close();
});
