/**
 * The host of the page, inside the engine's worker: files, journal and KV in IndexedDB (in memory where the browser gives none),
 * Postgres and scripts in workers of their own, HTTP from the samples. Nothing leaves the page's origin unless the person allowed it.
 */
import type { Host } from '../../ports/Host.ts';
import type { Journal } from '../../ports/Journal.ts';
import type { Kv } from '../../ports/Kv.ts';
import type { Secrets } from '../../ports/Secrets.ts';
import type { Storage } from '../../ports/Storage.ts';
import { lazyDatabases, lazyFileDatabases, lazyScripts, once } from '../common/lazy.ts';
import { createMemoryJournal } from '../common/memoryJournal.ts';
import { createMemoryKv } from '../common/memoryKv.ts';
import { createMemoryStorage } from '../common/memoryStorage.ts';
import { systemRandom } from '../common/random.ts';
import { realClock } from '../common/realClock.ts';
import type { EmbeddedDatabases } from '../pglite/databases.ts';
import { type WrittenSample, withSamples } from '../samples/index.ts';
import { type Assets, createAssets, type Loading } from './assets.ts';
import { createBrowserHttp } from './http.ts';
import { type Idb, openIdb } from './idb.ts';
import { createIdbJournal } from './journal.ts';
import { createIdbKv, createIdbSecrets } from './kv.ts';
import { createIdbStorage } from './storage.ts';

export type { Loading } from './assets.ts';

export interface BrowserHostOptions {
  /** The absolute address below which the engine's large files lie; ends in `/`. */
  assetBase: string;
  /** What is being fetched, or started, at the moment. */
  onLoading?: (loading: Loading[]) => void;
  /** Whether other origins may be asked; false. */
  network?: boolean;
  /** An instructor's own samples. */
  samples?: readonly WrittenSample[];
}

export interface BrowserHost extends Host {
  /** Ends what is being fetched for Postgres or Python. */
  cancelLoading(): void;
  /** False where the browser lets a page store nothing, as in some private windows: all is gone with the page then. */
  readonly keeps: boolean;
}

export async function createBrowserHost({
  assetBase,
  onLoading = () => undefined,
  network = false,
  samples = [],
}: BrowserHostOptions): Promise<BrowserHost> {
  const http = withSamples(createBrowserHttp({ origin: new URL(assetBase).origin, network }), { own: samples });
  const { storage, kv, secrets, journal, keeps } = await kept();
  const assets = createAssets(assetBase, onLoading);
  const databases = lazyDatabases(async () => {
    const { createBrowserDatabases } = await import('./postgres/index.ts');
    const { postgresFiles } = await import('./loading.ts');
    return toldWhenReady(createBrowserDatabases(once(() => postgresFiles(assets)).get), assets);
  });
  const fileDatabases = lazyFileDatabases(async () => {
    const { createBrowserDuckdb } = await import('./duckdb/index.ts');
    const { duckdbFiles } = await import('./loading.ts');
    return createBrowserDuckdb(storage, once(() => duckdbFiles(assets)).get);
  });
  const scripts = lazyScripts('sandbox', async () => {
    const { createBrowserSandbox } = await import('./scripts/index.ts');
    const { pythonFiles } = await import('./loading.ts');
    return createBrowserSandbox(http, once(() => pythonFiles(assets, assetBase)).get);
  });
  return {
    name: 'browser',
    clock: realClock,
    random: systemRandom,
    storage,
    kv,
    secrets,
    journal,
    envs: {},
    http,
    databases,
    fileDatabases,
    scripts,
    timeZone: 'UTC',
    cancelLoading: () => assets.cancel(),
    keeps,
    async close() {
      await Promise.all([databases.close(), fileDatabases.close(), scripts.close()]);
    },
  };
}

interface Kept {
  storage: Storage;
  kv: Kv;
  secrets: Secrets;
  journal: Journal;
  keeps: boolean;
}

async function kept(): Promise<Kept> {
  const idb = await openIdbOrNothing();
  if (!idb) {
    return {
      storage: createMemoryStorage(),
      kv: createMemoryKv(realClock),
      secrets: { get: async () => undefined },
      journal: createMemoryJournal(),
      keeps: false,
    };
  }
  const open = async () => idb;
  return {
    storage: createIdbStorage(open, () => systemRandom.id()),
    kv: createIdbKv(open, realClock),
    secrets: createIdbSecrets(open),
    journal: createIdbJournal(open),
    keeps: true,
  };
}

/** A browser that forbids storage has no IndexedDB, or one that refuses: even to look at it can throw. */
async function openIdbOrNothing(): Promise<Idb | undefined> {
  try {
    return await openIdb(indexedDB, 'alur');
  } catch {
    return undefined;
  }
}

/** The first session says that Postgres runs. */
function toldWhenReady(databases: EmbeddedDatabases, assets: Assets): EmbeddedDatabases {
  return {
    ...databases,
    connect: (request, signal) => databases.connect(request, signal).finally(() => assets.settled('Postgres')),
  };
}
