/**
 * Postgres inside the process: one PGlite per database name, each in a thread and a folder of its own.
 *
 *     const databases = createNodeDatabases({ folder: '.alur/postgres' })
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEmbeddedDatabases, type EmbeddedDatabases } from '../../pglite/databases.ts';
import { SNAPSHOT_NAME } from '../../pglite/snapshot.ts';
import { launchThread } from './launch.ts';
import { lockFolder } from './lock.ts';

/** Where `npm start` puts the snapshot. */
export const SNAPSHOT_FILE = fileURLToPath(new URL(`../../../../.cache/${SNAPSHOT_NAME}`, import.meta.url));

export interface NodeDatabasesOptions {
  /** Keeps the data between processes; without it they stand in a temporary folder and go with `close`. */
  folder?: string;
  snapshot?: string;
}

export function createNodeDatabases({
  folder,
  snapshot = SNAPSHOT_FILE,
}: NodeDatabasesOptions = {}): EmbeddedDatabases {
  const unlock = new Map<string, () => void>();
  let temporary: string | undefined;
  const root = () => {
    if (folder !== undefined) return folder;
    temporary ??= mkdtempSync(join(tmpdir(), 'alur-postgres-'));
    return temporary;
  };
  const databases = createEmbeddedDatabases((database) => {
    const path = join(root(), fileNameOf(database));
    return {
      place: { kind: 'folder', path },
      launch: () => {
        if (!unlock.has(path)) unlock.set(path, lockFolder(path));
        return launchThread();
      },
      snapshot: async () => (existsSync(snapshot) ? new Blob([await readFile(snapshot)]) : undefined),
      wipe: async () => rmSync(path, { recursive: true, force: true }),
      emptying: `Hapus folder \`${path}\`.`,
    };
  });
  return {
    ...databases,
    async close() {
      await databases.close();
      for (const free of unlock.values()) free();
      unlock.clear();
      if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
      temporary = undefined;
    },
  };
}

/** A learner's database name never leaves the folder. */
export function fileNameOf(database: string): string {
  const safe = database.replace(/[^a-zA-Z0-9_-]/g, (character) => `%${character.codePointAt(0)?.toString(16)}`);
  return safe.slice(0, 120) || '%';
}
