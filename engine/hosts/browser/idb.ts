import { StorageFullError } from '../../ports/Storage.ts';

/** A thin promise skin over IndexedDB: one database for files, journal, KV and secrets of the page. */
export interface Idb {
  /** Runs `work` in one transaction and resolves when it is committed. `work` must only wait for requests of this transaction. */
  transact<T>(stores: StoreName[], mode: IDBTransactionMode, work: (stores: Stores) => Promise<T> | T): Promise<T>;
  close(): void;
}

export type StoreName = 'files' | 'chunks' | 'journal' | 'snapshots' | 'kv' | 'secrets';
export type Stores = Record<StoreName, IDBObjectStore>;

/** 2: `snapshots`. A newer version only adds stores. */
const VERSION = 2;
const STORES: Record<StoreName, IDBObjectStoreParameters> = {
  files: {},
  chunks: {},
  journal: { autoIncrement: true },
  snapshots: {},
  kv: {},
  secrets: {},
};

export async function openIdb(factory: IDBFactory, name: string): Promise<Idb> {
  const opening = factory.open(name, VERSION);
  opening.onupgradeneeded = () => {
    const { result } = opening;
    for (const [store, parameters] of Object.entries(STORES))
      if (!result.objectStoreNames.contains(store)) result.createObjectStore(store, parameters);
  };
  const database = await outcome(opening).catch((error: unknown) => {
    throw unavailable(error);
  });
  // A newer page wants another version: it must not wait for us.
  database.onversionchange = () => database.close();
  return {
    async transact(stores, mode, work) {
      const transaction = database.transaction(stores, mode, { durability: 'relaxed' });
      const done = committed(transaction);
      done.catch(() => undefined);
      const open = Object.fromEntries(stores.map((store) => [store, transaction.objectStore(store)])) as Stores;
      try {
        const result = await work(open);
        await done;
        return result;
      } catch (error) {
        abort(transaction);
        await done.catch(() => undefined);
        throw isQuota(error) ? full(error) : error;
      }
    },
    close: () => database.close(),
  };
}

export function outcome<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The transaction was aborted'));
  });
}

/** One that has ended can't be aborted any more: nothing to do then. */
function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    return;
  }
}

const isQuota = (error: unknown): boolean => error instanceof Error && error.name === 'QuotaExceededError';

const full = (cause: unknown): StorageFullError =>
  new StorageFullError(
    'Ruang penyimpanan browser penuh. Hapus berkas eksekusi lama dengan PurgeCurrentExecutionFiles, kosongkan disk, atau pakai bulan dengan data lebih sedikit.',
    { cause },
  );

const unavailable = (cause: unknown): Error =>
  new Error(
    'Browser tidak mengizinkan halaman ini menyimpan apa pun. Mungkin jendelanya privat, atau penyimpanan situs dimatikan. Buka di jendela biasa, atau izinkan penyimpanan untuk situs ini.',
    { cause },
  );
