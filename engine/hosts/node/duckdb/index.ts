/**
 * DuckDB in the terminal: each task gets a process and a folder of its own, which are gone with the task.
 *
 *     const duckdb = createNodeDuckdb(storage)
 */
import { createReadStream, existsSync, lstatSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { ConnectionError } from '../../../ports/Databases.ts';
import type { FileContent, FileDatabases } from '../../../ports/FileDatabases.ts';
import { createClient } from '../../common/workerClient.ts';
import type { DuckdbOperations } from '../../duckdb/protocol.ts';
import { duckdbSession } from '../../duckdb/session.ts';
import { insidePath } from '../../sandbox/paths.ts';
import type { FileStorage } from '../storage.ts';
import { taskFolders } from './folders.ts';
import { namedDatabases } from './named.ts';
import { createProcesses } from './processes.ts';

export interface NodeDuckdb extends FileDatabases {
  close(): Promise<void>;
}

/** Of the machine's memory, the part that one DuckDB may fill before it spills to disk. */
const MEMORY = `${Math.max(1, Math.floor(totalmem() / 2 / 2 ** 30))}GB`;

/** What SQL reads, or replaces whole; a database file is opened to be written to. */
const READ_ONLY_KINDS = /\.(csv|tsv|txt|json|jsonl|ndjson|parquet)(\.(gz|zst))?$/i;

/** `kept`: the folder of the databases that outlive their task. */
export function createNodeDuckdb(storage: FileStorage, kept: string): NodeDuckdb {
  const folders = taskFolders(join(storage.scratch, 'duckdb'));
  const processes = createProcesses(folders.under);
  const names = namedDatabases(kept);
  /** Whether stored files are read where they lie. Not where they could be written to: each task then gets copies. */
  let inPlace = true;

  /** Stored files that were not copied are in the answer: their paths and addresses. */
  async function layAll(files: ReadonlyMap<string, FileContent>, folder: string): Promise<Map<string, string>> {
    const linked = new Map<string, string>();
    for (const [name, content] of files) {
      const path = join(folder, insidePath(name));
      await mkdir(dirname(path), { recursive: true });
      if ('text' in content) await writeFile(path, content.text);
      else if (inPlace && READ_ONLY_KINDS.test(name) && (await storage.linkTo(content.uri, path)))
        linked.set(path, content.uri);
      else await storage.copyTo(content.uri, path);
    }
    return linked;
  }

  async function copyInstead(paths: readonly string[], linked: ReadonlyMap<string, string>): Promise<void> {
    for (const path of paths) {
      const uri = linked.get(path);
      if (uri === undefined) continue;
      inPlace = false;
      await rm(path);
      await storage.copyTo(uri, path);
    }
  }

  return {
    async open({ files, database, named, keep }, signal) {
      signal.throwIfAborted();
      const own = database === undefined && named !== undefined ? await names.take(named, signal) : undefined;
      const { root, remove } = await folders.make();
      const folder = join(root, 'work');
      const databasePath = own?.path ?? join(root, 'data.duckdb');
      const process = processes.take();
      const client = createClient<DuckdbOperations>(process);
      const session = duckdbSession(client, signal, async () => {
        // The process holds the file for as long as it lives.
        if (own) await process.exited;
        own?.leave();
        await remove();
      });
      try {
        await mkdir(folder);
        if (database !== undefined) await storage.copyTo(database, databasePath);
        const linked = await layAll(files, folder);
        const onDisk = keep || own !== undefined || database !== undefined;
        const { writable } = await client.ask('open', {
          folder,
          spill: join(root, 'spill'),
          memory: MEMORY,
          links: [...linked.keys()],
          ...(onDisk && { database: databasePath }),
        });
        await copyInstead(writable, linked);
      } catch (error) {
        await session.close();
        signal.throwIfAborted();
        throw database === undefined && own === undefined ? error : unreadable(error, own?.path);
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
        async close() {
          // What stands in its log only is brought into the file.
          if (own && !client.ended) await client.ask('close', {}).catch(() => undefined);
          await session.close();
        },
      };
    },

    async close() {
      await processes.close();
      await folders.gone();
    },
  };
}

function webStream(path: string): ReadableStream<Uint8Array> {
  return Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
}

function unreadable(cause: unknown, named: string | undefined): ConnectionError {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new ConnectionError(message, {
    cause,
    explanation: named === undefined ? NOT_A_DATABASE : inTheWay(named, message),
  });
}

const NOT_A_DATABASE =
  'Berkas di `databaseUri` tidak bisa dibuka sebagai database DuckDB. Isi dengan output `databaseUri` dari task DuckDB lain yang memakai `outputDbFile: true`.';

const inTheWay = (path: string, message: string): string =>
  message.includes('lock')
    ? 'Database itu sedang dipakai proses lain. Tunggu sampai selesai, lalu jalankan lagi.'
    : `Database itu rusak atau bukan database DuckDB. Hapus berkas \`${path}\`; isinya hilang.`;
