/**
 * The host of the page, inside the engine's worker: files, journal and KV in IndexedDB (in memory where the browser gives none),
 * Postgres and scripts in workers of their own, HTTP from the samples. Nothing leaves the page's origin unless the person allowed it.
 */
import type { Host } from '../../ports/Host.ts';
import type { Journal } from '../../ports/Journal.ts';
import type { Kv } from '../../ports/Kv.ts';
import type { Secrets } from '../../ports/Secrets.ts';
import type { Storage } from '../../ports/Storage.ts';
import { absentFileDatabases } from '../common/absent.ts';
import { lazyDatabases, lazyScripts } from '../common/lazy.ts';
import { createMemoryJournal } from '../common/memoryJournal.ts';
import { createMemoryKv } from '../common/memoryKv.ts';
import { createMemoryStorage } from '../common/memoryStorage.ts';
import { systemRandom } from '../common/random.ts';
import { realClock } from '../common/realClock.ts';
import { SNAPSHOT_NAME } from '../pglite/snapshot.ts';
import { withSamples } from '../samples/index.ts';
import { PYTHON_SNAPSHOT_NAME, type PythonSetup, unpacked } from '../sandbox/python/image.ts';
import { downloaded, type Loading } from './download.ts';
import { createBrowserHttp } from './http.ts';
import { openIdb } from './idb.ts';
import { createIdbJournal } from './journal.ts';
import { createIdbKv, createIdbSecrets } from './kv.ts';
import { createIdbStorage } from './storage.ts';

export interface BrowserHostOptions {
  /** The absolute address below which the engine's large files lie; ends in `/`. */
  assetBase: string;
  onLoading?: (loading: Loading | undefined) => void;
  /** Whether other origins may be asked; false. */
  network?: boolean;
}

export function createBrowserHost({
  assetBase,
  onLoading = () => undefined,
  network = false,
}: BrowserHostOptions): Host {
  const http = withSamples(createBrowserHttp({ origin: new URL(assetBase).origin, network }));
  const { storage, kv, secrets, journal } = kept();
  const databases = lazyDatabases(async () => {
    const { createBrowserDatabases } = await import('./postgres/index.ts');
    return createBrowserDatabases(() => downloaded(`${assetBase}${SNAPSHOT_NAME}`, 'Postgres', onLoading));
  });
  const scripts = lazyScripts('sandbox', async () => {
    const { createBrowserSandbox } = await import('./scripts/index.ts');
    let setup: Promise<PythonSetup> | undefined;
    return createBrowserSandbox(http, () => {
      setup ??= pythonSetup(assetBase, onLoading);
      return setup;
    });
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
    fileDatabases: absentFileDatabases,
    scripts,
    timeZone: 'UTC',
    async close() {
      await Promise.all([databases.close(), scripts.close()]);
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

/** Pyodide starts from an image where there is one, and plainly where not. */
async function pythonSetup(assetBase: string, onLoading: (loading: Loading | undefined) => void): Promise<PythonSetup> {
  const files = `${assetBase}pyodide/`;
  const packed = await downloaded(`${assetBase}${PYTHON_SNAPSHOT_NAME}`, 'Python', onLoading);
  return packed ? { files, image: await unpacked(packed) } : { files };
}
