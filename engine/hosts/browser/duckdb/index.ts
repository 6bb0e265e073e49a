/**
 * DuckDB in the page: each task gets a worker of its own, with files that exist only in there. The worker's file is DuckDB's own with its
 * network taken away (`scripts/site/duckdb.ts`), so that nothing waits for an answer that never comes.
 */
import { AsyncDuckDB, type AsyncDuckDBConnection, DuckDBAccessMode, VoidLogger } from '@duckdb/duckdb-wasm';
import type { AsyncRecordBatchStreamReader } from 'apache-arrow';
import { ConnectionError, DatabaseError, type StatementResult } from '../../../ports/Databases.ts';
import type { FileDatabaseRequest, FileDatabaseSession, FileDatabases } from '../../../ports/FileDatabases.ts';
import type { Storage } from '../../../ports/Storage.ts';
import { abortable } from '../../common/abortable.ts';
import { streamOf } from '../../common/streams.ts';
import { columnsOf, isNoRows, rowsOf } from '../../duckdb/arrow.ts';
import { asksForBuiltIn } from '../../duckdb/extensions.ts';
import { EscapingPathError, insidePath } from '../../sandbox/paths.ts';
import { createJsonFiles } from './jsonFiles.ts';

/** What `{{ workingDir }}` says. Files have their relative path as name, so it is taken off again before the SQL is sent. */
const FOLDER = '/kerja';
const DATABASE = '.alur.duckdb';
/** JSON is read by `jsonFiles.ts`. */
const BUILT_IN = ['core_functions', 'json'];
const SETTINGS = ['SET autoinstall_known_extensions=false', 'SET autoload_known_extensions=false'];

/** Addresses of DuckDB's own files. */
export interface DuckdbFiles {
  program: string;
  worker: string;
}

export function createBrowserDuckdb(storage: Storage, load: () => Promise<DuckdbFiles>) {
  async function filled(database: AsyncDuckDB, { files, database: from }: FileDatabaseRequest): Promise<void> {
    for (const [path, content] of files) {
      const name = insidePath(path);
      if ('text' in content) await database.registerFileText(name, content.text);
      else await database.registerFileBuffer(name, await bytesOf(storage, content.uri));
    }
    if (from !== undefined) await database.registerFileBuffer(DATABASE, await bytesOf(storage, from));
  }

  const databases: FileDatabases = {
    async open(request, signal) {
      if (request.keep)
        throw new ConnectionError('The database file can not be handed out here', { explanation: KEPT });
      if (request.named !== undefined)
        throw new ConnectionError(`Cannot open database "${request.named}"`, { explanation: NAMED });
      const address = await load();
      signal.throwIfAborted();
      const worker = new Worker(address.worker, { name: 'duckdb' });
      const { during, end } = life(worker, signal);
      try {
        const database = new AsyncDuckDB(new VoidLogger(), worker);
        return await during(async () => {
          await database.instantiate(address.program);
          await filled(database, request);
          const given = request.database !== undefined;
          await database.open(
            given ? { path: DATABASE, accessMode: DuckDBAccessMode.READ_WRITE } : { path: ':memory:' },
          );
          const connection = await database.connect();
          for (const sql of SETTINGS) await connection.query(sql);
          return session(database, connection, during, end);
        });
      } catch (error) {
        end();
        if (error instanceof DatabaseError && request.database !== undefined)
          throw new ConnectionError(error.message, { explanation: UNREADABLE, cause: error });
        throw error;
      }
    },
  };
  return { ...databases, close: async () => undefined };
}

type During = <T>(work: () => Promise<T>) => Promise<T>;

/** What is asked of a worker ends with the worker, which by itself would leave all questions open. */
function life(worker: Worker, signal: AbortSignal): { during: During; end: () => void } {
  const ended = new AbortController();
  const stop = () => {
    worker.terminate();
    ended.abort(signal.reason);
  };
  signal.addEventListener('abort', stop, { once: true });
  worker.addEventListener('error', (event) => ended.abort(new Error(event.message || 'DuckDB broke its worker')));
  return {
    during: async (work) => {
      signal.throwIfAborted();
      try {
        return await abortable(work(), ended.signal);
      } catch (error) {
        throw signal.aborted ? signal.reason : refusal(error);
      }
    },
    end: () => {
      signal.removeEventListener('abort', stop);
      worker.terminate();
    },
  };
}

/** DuckDB's excerpt comes twice from here. */
function refusal(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof EscapingPathError) return error;
  return new DatabaseError(error.message.replace(/(\n\nLINE \d+:[^^]*\^)\1/, '$1'));
}

function session(
  database: AsyncDuckDB,
  connection: AsyncDuckDBConnection,
  during: During,
  end: () => void,
): FileDatabaseSession {
  const json = createJsonFiles(connection, async (pattern) => {
    const texts: string[] = [];
    for (const { fileName } of await database.globFiles(pattern))
      texts.push(new TextDecoder().decode(await database.copyFileToBuffer(fileName)));
    return texts;
  });

  async function send(sql: string, parameters: readonly unknown[]): Promise<AsyncRecordBatchStreamReader> {
    const text = sql.replaceAll(`${FOLDER}/`, '');
    await json.readFor(text);
    const reader =
      parameters.length === 0
        ? await connection.send(text, true)
        : await (await connection.prepare(text)).send(...parameters.map(parameterOf));
    return reader.open();
  }

  async function* pages(
    sql: string,
    parameters: readonly unknown[],
    { pageSize, exact }: { pageSize: number; exact: boolean },
  ): AsyncGenerator<StatementResult, undefined> {
    if (asksForBuiltIn(sql, BUILT_IN)) {
      yield { rows: [], affected: 0 };
      return undefined;
    }
    const reader = await during(() => send(sql, parameters));
    if (isNoRows(reader.schema, sql)) {
      const batch = await during(() => reader.next());
      const changed: unknown = batch.done ? 0 : batch.value.getChildAt(0)?.get(0);
      yield { rows: [], affected: typeof changed === 'bigint' ? Number(changed) : 0 };
      return undefined;
    }
    const columns = columnsOf(reader.schema);
    let rows: unknown[][] = [];
    for (let batch = await during(() => reader.next()); !batch.done; batch = await during(() => reader.next())) {
      for (const row of rowsOf(batch.value, exact)) rows.push(row);
      while (rows.length > pageSize) yield { columns, rows: rows.splice(0, pageSize), affected: 0 };
    }
    yield { columns, rows, affected: 0 };
    rows = [];
    return undefined;
  }

  const file = async (path: string): Promise<ReadableStream<Uint8Array> | undefined> => {
    const name = insidePath(path);
    return during(async () => {
      const found = await database.globFiles(name);
      return found.length === 0 ? undefined : streamOf(await database.copyFileToBuffer(name));
    });
  };

  return {
    folder: FOLDER,
    databasePath: `${FOLDER}/${DATABASE}`,
    pages,
    file,
    async query(sql, parameters = [], { maxRows = Number.POSITIVE_INFINITY, exact = false } = {}) {
      const result: StatementResult = { rows: [], affected: 0 };
      for await (const page of pages(sql, parameters, { pageSize: 10_000, exact })) {
        if (page.columns) result.columns = page.columns;
        result.affected = page.affected;
        for (const row of page.rows) result.rows.push(row);
      }
      if (result.rows.length > maxRows) result.rows.length = maxRows;
      return result;
    },
    database: () =>
      Promise.reject(new ConnectionError('The database file can not be handed out here', { explanation: KEPT })),
    async close() {
      end();
    },
  };
}

const bytesOf = async (storage: Storage, uri: string): Promise<Uint8Array> =>
  new Uint8Array(await new Response(await storage.open(uri)).arrayBuffer());

function parameterOf(value: unknown): unknown {
  if (value === undefined) return null;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

/** This DuckDB never lets go of the file it has open. */
const KEPT =
  '`outputDbFile` belum bisa di halaman, karena DuckDB di peramban tidak menyerahkan berkas databasenya. Jalankan flow ini di terminal, atau serahkan datanya sebagai CSV lewat `outputFiles`.';
const NAMED =
  'Di halaman, database DuckDB hidup selama task-nya saja. Hapus `url` dan serahkan datanya lewat `inputFiles` dan `outputFiles`, simpan di Postgres, atau jalankan flow ini di terminal.';
const UNREADABLE =
  'Berkas di `databaseUri` tidak bisa dibuka sebagai database DuckDB. Isi dengan output `databaseUri` dari task DuckDB lain yang memakai `outputDbFile: true`.';
