/**
 * DuckDB in the terminal: each task gets a process and a folder of its own, which are gone with the task.
 *
 *     const duckdb = createNodeDuckdb(storage)
 */
import { createReadStream, existsSync, lstatSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { ConnectionError } from '../../../ports/Databases.ts';
import type { FileContent, FileDatabases } from '../../../ports/FileDatabases.ts';
import { createClient } from '../../common/workerClient.ts';
import type { DuckdbOperations } from '../../duckdb/protocol.ts';
import { duckdbSession } from '../../duckdb/session.ts';
import { insidePath } from '../../sandbox/paths.ts';
import type { FileStorage } from '../storage.ts';
import { createProcesses } from './processes.ts';

export interface NodeDuckdb extends FileDatabases {
  close(): Promise<void>;
}

/** Of the machine's memory, the part that one DuckDB may fill before it spills to disk. */
const MEMORY = `${Math.max(1, Math.floor(totalmem() / 2 / 2 ** 30))}GB`;

export function createNodeDuckdb(storage: FileStorage): NodeDuckdb {
  const processes = createProcesses();
  const leaving = new Set<Promise<void>>();

  async function lay(content: FileContent, path: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    if ('text' in content) await writeFile(path, content.text);
    else await storage.copyTo(content.uri, path);
  }

  return {
    async open({ files, database, keep }, signal) {
      signal.throwIfAborted();
      const root = await mkdtemp(join(tmpdir(), 'alur-duckdb-'));
      const folder = join(root, 'work');
      const databasePath = join(root, 'data.duckdb');
      /** Nobody waits for a large folder to go. */
      const remove = async () => {
        const going = rm(root, { recursive: true, force: true, maxRetries: 3 })
          .catch(() => undefined)
          .finally(() => leaving.delete(going));
        leaving.add(going);
      };
      const client = createClient<DuckdbOperations>(processes.take());
      const session = duckdbSession(client, signal, remove);
      try {
        await mkdir(folder);
        if (database !== undefined) await lay({ uri: database }, databasePath);
        const onDisk = keep || database !== undefined;
        const opening = client.ask('open', {
          folder,
          spill: join(root, 'spill'),
          memory: MEMORY,
          ...(onDisk && { database: databasePath }),
        });
        opening.catch(() => undefined);
        for (const [path, content] of files) await lay(content, join(folder, insidePath(path)));
        await opening;
      } catch (error) {
        await session.close();
        signal.throwIfAborted();
        throw database === undefined ? error : unreadable(error);
      }
      return {
        ...session,
        folder,
        databasePath,
        async file(path) {
          const at = join(folder, insidePath(path));
          // A link that a script could have laid is never followed.
          return existsSync(at) && lstatSync(at).isFile() ? webStream(at) : undefined;
        },
        async database() {
          await client.ask('close', {});
          return webStream(databasePath);
        },
      };
    },

    async close() {
      await processes.close();
      await Promise.allSettled(leaving);
    },
  };
}

function webStream(path: string): ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
}

const unreadable = (cause: unknown) =>
  new ConnectionError(cause instanceof Error ? cause.message : String(cause), {
    cause,
    explanation:
      'Berkas di `databaseUri` tidak bisa dibuka sebagai database DuckDB. Isi dengan output `databaseUri` dari task DuckDB lain yang memakai `outputDbFile: true`.',
  });
