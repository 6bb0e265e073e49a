/** Where the course's addresses go: to the sample, and to the real host only when the person asked for it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createNodeHost } from './index.ts';

const ADDRESS = 'https://github.com/DataTalksClub/nyc-tlc-data/releases/download/green/green_tripdata_2020-04.csv.gz';
let home: string;
let asked: string[];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'alur-data-'));
  asked = [];
});
afterEach(() => {
  vi.unstubAllGlobals();
  rmSync(home, { recursive: true, force: true });
});

const network = (answer: () => Promise<Response>) =>
  vi.stubGlobal('fetch', (url: string | URL) => {
    asked.push(String(url));
    return answer();
  });

async function ask(data?: 'contoh' | 'asli') {
  const host = createNodeHost({ home, ...(data && { data }) });
  const request = { url: ADDRESS, method: 'GET', headers: {}, followRedirects: true };
  try {
    const { status, sample, body } = await host.http.fetch(request, new AbortController().signal);
    await body.cancel();
    return { status, sample };
  } finally {
    await host.close();
  }
}

test('the sample answers, and nobody else is asked', async () => {
  network(async () => new Response('asli'));
  expect(await ask()).toEqual({ status: 200, sample: 'data contoh' });
  expect(await ask('contoh')).toEqual({ status: 200, sample: 'data contoh' });
  expect(asked).toEqual([]);
});

test('real data come from the real host, and are not called a sample', async () => {
  network(async () => new Response('asli'));
  expect(await ask('asli')).toEqual({ status: 200, sample: undefined });
  expect(asked).toEqual([ADDRESS]);
});

test('without a network the real data are said to be out of reach, and no sample takes their place', async () => {
  network(() =>
    Promise.reject(
      Object.assign(new TypeError('fetch failed'), {
        cause: Object.assign(new Error('getaddrinfo EAI_AGAIN github.com'), { code: 'EAI_AGAIN' }),
      }),
    ),
  );
  await expect(ask('asli')).rejects.toMatchObject({
    message: 'github.com: Temporary failure in name resolution',
    explanation: expect.stringContaining('tidak ada jaringan'),
  });
});
