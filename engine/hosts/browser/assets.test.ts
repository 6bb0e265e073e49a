import { afterEach, expect, test, vi } from 'vitest';
import { AssetError, createAssets, type Loading } from './assets.ts';

afterEach(() => void vi.unstubAllGlobals());

const NAMES = { one: 'a.gz', two: 'b.gz' };
const BASE = 'http://alur.test/assets/';

/** A browser's cache, as far as it is used. */
function fakeCaches(): { storage: CacheStorage; kept: Map<string, Response> } {
  const kept = new Map<string, Response>();
  const cache = {
    match: async (address: string) => kept.get(address)?.clone(),
    put: async (address: string, answer: Response) => void kept.set(address, answer),
  };
  const storage = { open: async () => cache, delete: async () => kept.clear() };
  return { storage: storage as unknown as CacheStorage, kept };
}

function server(answer: (address: string, signal: AbortSignal) => Promise<Response>) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string, { signal }: { signal: AbortSignal }) => {
    asked.push(address);
    return answer(address, signal);
  });
  return asked;
}

const file = (size: number) => new Response(new Uint8Array(size), { headers: { 'content-length': String(size) } });

test('what comes is counted as one, up to its real size; then it is kept and not fetched again', async () => {
  const asked = server(async (address) => file(address.endsWith('a.gz') ? 3_000 : 1_000));
  const told: Loading[][] = [];
  const { storage } = fakeCaches();
  const assets = createAssets(BASE, (loading) => told.push(loading), storage);
  const { one, two } = await assets.get('Postgres', NAMES);
  expect([one.size, two.size]).toEqual([3_000, 1_000]);
  const last = told.at(-1)?.[0];
  expect(last).toEqual({ what: 'Postgres', done: 4_000, total: 4_000, starting: true });
  for (const [loading] of told) expect(loading?.done ?? 0).toBeLessThanOrEqual(4_000);
  assets.settled('Postgres');
  expect(told.at(-1)).toEqual([]);
  const again = await createAssets(BASE, () => undefined, storage).get('Postgres', NAMES);
  expect(again.one.size).toBe(3_000);
  expect(asked).toHaveLength(2);
});

test('a server that packs on the way tells no size: bytes without a percentage', async () => {
  server(
    async () => new Response(new Uint8Array(10), { headers: { 'content-length': '4', 'content-encoding': 'gzip' } }),
  );
  const told: Loading[][] = [];
  await createAssets(BASE, (loading) => told.push(loading), undefined).get('Python', NAMES);
  expect(told.at(-1)?.[0]).toEqual({ what: 'Python', done: 20, starting: true });
});

test.each([
  ['a missing file', async () => new Response('', { status: 404 })],
  [
    'no network',
    async () => {
      throw new TypeError('Failed to fetch');
    },
  ],
])('%s is said in words, and the next one who asks tries again', async (_, answer) => {
  const asked = server(answer);
  const told: Loading[][] = [];
  const assets = createAssets(BASE, (loading) => told.push(loading), fakeCaches().storage);
  await expect(assets.get('Postgres', NAMES)).rejects.toThrow(/Berkas Postgres tidak sampai.*Periksa koneksimu/);
  await expect(assets.get('Postgres', NAMES)).rejects.toThrow(AssetError);
  expect(told.at(-1)).toEqual([]);
  expect(asked.length).toBeGreaterThan(2);
});

test('cancelling ends what is being fetched, and only that', async () => {
  server(
    (_, signal) =>
      new Promise((_resolve, reject) => {
        if (signal.aborted) reject(signal.reason);
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
  );
  const assets = createAssets(BASE, () => undefined, fakeCaches().storage);
  const waiting = assets.get('Postgres', NAMES);
  waiting.catch(() => undefined);
  await vi.waitFor(() => undefined);
  assets.cancel();
  await expect(waiting).rejects.toThrow('Pemuatan dibatalkan.');
  server(async () => file(1));
  expect((await assets.get('Postgres', NAMES)).one.size).toBe(1);
});

test('a full disk keeps nothing, and hinders nothing', async () => {
  server(async () => file(5));
  const { storage } = fakeCaches();
  const cache = await storage.open('x');
  cache.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  expect((await createAssets(BASE, () => undefined, storage).get('Postgres', NAMES)).two.size).toBe(5);
});
