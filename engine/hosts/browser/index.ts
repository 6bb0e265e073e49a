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
import { openIdb } from './idb.ts';
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
}

export function createBrowserHost({
  assetBase,
  onLoading = () => undefined,
  network = false,
  samples = [],
}: BrowserHostOptions): BrowserHost {
  const http = withSamples(createBrowserHttp({ origin: new URL(assetBase).origin, network }), { own: samples });
  const { storage, kv, secrets, journal } = kept();
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
    async close() {
      await Promise.all([databases.close(), fileDatabases.close(), scripts.close()]);
    },
  };
}

function kept(): { storage: Storage; kv: Kv; secrets: Secrets; journal: Journal } {
  if (typeof indexedDB === 'undefined') {
    return {
      storage: createMemoryStorage(),
      kv: createMemoryKv(realClock),
      secrets: { get: async () => undefined },
      journal: createMemoryJournal(),
    };
  }
  const opened = openIdb(indexedDB, 'alur');
  opened.catch(() => undefined);
  const open = () => opened;
  return {
    storage: createIdbStorage(open, () => systemRandom.id()),
    kv: createIdbKv(open, realClock),
    secrets: createIdbSecrets(open),
    journal: createIdbJournal(open),
  };
}

/** The first session says that Postgres runs. */
function toldWhenReady(databases: EmbeddedDatabases, assets: Assets): EmbeddedDatabases {
  return {
    ...databases,
    connect: (request, signal) => databases.connect(request, signal).finally(() => assets.settled('Postgres')),
  };
}
