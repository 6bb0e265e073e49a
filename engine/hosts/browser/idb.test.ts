/** The browser's storage when it is full, or when there is none to be had: said in words, and nothing half-written is left. */
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { JournalError } from '../../ports/Journal.ts';
import { StorageFullError } from '../../ports/Storage.ts';
import { recordsOf } from '../common/records.ts';
import { createVirtualClock } from '../memory/virtualClock.ts';
import { openIdb } from './idb.ts';
import { createIdbJournal } from './journal.ts';
import { createIdbKv } from './kv.ts';
import { createIdbStorage } from './storage.ts';

beforeEach(() => vi.stubGlobal('IDBKeyRange', IDBKeyRange));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const quota = () => new DOMException('The quota has been exceeded', 'QuotaExceededError');
const bytes = (length: number) => new Uint8Array(length).fill(7);

test('a full disk is said, and the old file is still whole', async () => {
  const idb = await openIdb(new IDBFactory(), 'uji');
  let id = 0;
  const storage = createIdbStorage(
    async () => idb,
    () => `id${++id}`,
  );
  await storage.put('kestra:///a/x', bytes(10));
  const put = IDBObjectStore.prototype.put;
  let left = 1;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...args) {
    if (left-- <= 0) throw quota();
    return put.apply(this, args);
  });
  const failed = storage.put('kestra:///a/x', bytes(3 * 1024 * 1024));
  await expect(failed).rejects.toThrow(StorageFullError);
  await expect(failed).rejects.toThrow(/Ruang penyimpanan browser penuh/);
  vi.restoreAllMocks();
  expect(await storage.size('kestra:///a/x')).toBe(10);
  const kept = await idb.transact(
    ['chunks'],
    'readonly',
    ({ chunks }) =>
      new Promise((resolve) => {
        const request = chunks.count();
        request.onsuccess = () => resolve(request.result);
      }),
  );
  expect(kept).toBe(1);
});

test('a full disk is said for a KV value, too', async () => {
  const idb = await openIdb(new IDBFactory(), 'uji');
  const kv = createIdbKv(async () => idb, createVirtualClock());
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw quota();
  });
  await expect(kv.set('uji', { key: 'a', type: 'STRING', value: 'x' })).rejects.toThrow(/penyimpanan browser penuh/);
});

test('a full disk is said for the journal: the batch is not there, those before are, and the next one is taken once there is room', async () => {
  const idb = await openIdb(new IDBFactory(), 'uji');
  const journal = createIdbJournal(async () => idb);
  await journal.append([{ stream: 'a', data: 'sebelum' }]);
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw quota();
  });
  const refused = journal.append([{ stream: 'a', data: 'hilang' }]);
  await expect(refused).rejects.toThrow(JournalError);
  await expect(refused).rejects.toThrow(/penyimpanan browser penuh.*Kosongkan disk/);
  vi.restoreAllMocks();
  await journal.append([{ stream: 'a', data: 'sesudah' }]);
  const kept: unknown[] = [];
  for await (const { data } of recordsOf(journal)) kept.push(data);
  expect(kept).toEqual(['sebelum', 'sesudah']);
});

test.each([
  ['a row that somebody took away', (rows: IDBObjectStore) => rows.delete(1), /tidak utuh \(baris 1 hilang\)/],
  ['a row of another version', (rows: IDBObjectStore) => rows.put({ version: 99, records: [] }, 1), /versi 99/],
])('%s is said when it is asked for', async (_, damage, message) => {
  const idb = await openIdb(new IDBFactory(), 'uji');
  const journal = createIdbJournal(async () => idb);
  const places = [await journal.append([{ stream: 'a', data: 1 }]), await journal.append([{ stream: 'a', data: 2 }])];
  await idb.transact(['journal'], 'readwrite', ({ journal: rows }) => void damage(rows));
  await expect(journal.at(places)).rejects.toThrow(message);
});

test('an expired KV value is an error until it is replaced', async () => {
  const idb = await openIdb(new IDBFactory(), 'uji');
  const clock = createVirtualClock();
  const kv = createIdbKv(async () => idb, clock);
  await kv.set('uji', { key: 'a', type: 'STRING', value: 'x', expiresAt: clock.now() - 1 });
  await expect(kv.get('uji', 'a')).rejects.toThrow('The requested value has expired');
  expect(await kv.list('uji')).toEqual([]);
  expect(await kv.list('uji', { expired: true })).toHaveLength(1);
  await kv.set('uji', { key: 'a', type: 'STRING', value: 'y' });
  expect((await kv.get('uji', 'a'))?.value).toBe('y');
});

test('a browser that keeps nothing is said', async () => {
  const factory = new IDBFactory();
  const open = factory.open.bind(factory);
  vi.spyOn(factory, 'open').mockImplementation((name) => {
    const request = open(name);
    queueMicrotask(() => {
      Object.defineProperty(request, 'error', { value: new DOMException('denied', 'SecurityError') });
      request.onerror?.(new Event('error'));
    });
    return request;
  });
  await expect(openIdb(factory, 'uji')).rejects.toThrow(/tidak mengizinkan halaman ini menyimpan/);
});
