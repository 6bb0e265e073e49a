/**
 * Where the page's Postgres keeps its files: IndexedDB, written when a session ends and not after every statement; in memory where the
 * browser gives no IndexedDB (private mode).
 */
import { IdbFs } from '@electric-sql/pglite';
import type { Medium } from '../../pglite/server.ts';

/** PGlite asks to sync after each statement, relaxed: that is put off until `flush`. */
class CalmIdbFs extends IdbFs {
  override async syncToFs(relaxed?: boolean): Promise<void> {
    if (!relaxed) await super.syncToFs(false);
  }
}

/** Stands beside a database that was filled to the end. */
const markOf = (name: string): string => `alur-postgres-ready:${name}`;
const filesOf = (name: string): string => `/pglite/${name}`;

export async function storedIn(name: string): Promise<Medium> {
  const there = await databaseNames();
  if (!there) return { options: {}, empty: true, kept: false };
  const empty = !there.has(markOf(name));
  if (empty) await dropped(filesOf(name));
  const fs = new CalmIdbFs(name);
  return {
    options: { fs, relaxedDurability: true },
    empty,
    kept: true,
    filled: async () => {
      await fs.syncToFs(false);
      await made(markOf(name));
    },
    flush: () => fs.syncToFs(false).catch(saidIfFull),
  };
}

/** IndexedDB's word for a full disk, wherever Emscripten put it. */
function saidIfFull(error: unknown): never {
  if (!/quota/i.test(String(error)) && !(error instanceof Error && error.name === 'QuotaExceededError')) throw error;
  throw new Error(
    'Ruang penyimpanan browser penuh, jadi isi database tidak bisa disimpan. Hapus tabel atau berkas yang tidak dipakai, kosongkan disk, atau tekan Mulai dari awal di tab Data (SQL).',
    { cause: error },
  );
}

export async function wiped(name: string): Promise<void> {
  await dropped(markOf(name));
  await dropped(filesOf(name));
}

async function databaseNames(): Promise<Set<string> | undefined> {
  try {
    const found = await indexedDB.databases();
    await made('alur-probe');
    return new Set(found.flatMap(({ name }) => (name === undefined ? [] : [name])));
  } catch {
    return undefined;
  }
}

function made(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
    opening.onerror = () => reject(opening.error);
  });
}

function dropped(name: string): Promise<void> {
  return new Promise((resolve) => {
    const dropping = indexedDB.deleteDatabase(name);
    dropping.onsuccess = () => resolve();
    dropping.onerror = () => resolve();
    dropping.onblocked = () => resolve();
  });
}
