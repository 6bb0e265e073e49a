/** A database that lives for one task, over a folder of files of its own: DuckDB. */
import type { SqlSession, StatementResult } from './Databases.ts';

/** What stands in the folder: text as written, or a stored file by its `kestra://` address. */
export type FileContent = { text: string } | { uri: string };

export interface FileDatabaseRequest {
  /** By relative path. A path that leaves the folder is refused. */
  files: ReadonlyMap<string, FileContent>;
  /** The address of a stored database file to start from. */
  database?: string;
  /** The name of a database that outlives the task, made where there is none; `database` goes before it. Tasks on one name wait for each other. */
  named?: string;
  /** Whether `database()` will be asked for: the data then stand in a file and not in memory. */
  keep: boolean;
}

export interface FileDatabaseSession extends SqlSession {
  /** The folder, as SQL names it; relative paths start there. */
  readonly folder: string;
  /** The database's own file, as SQL names it. */
  readonly databasePath: string;
  /** The rows of one statement, page by page. */
  pages(
    sql: string,
    parameters: readonly unknown[],
    options: { pageSize: number; exact: boolean },
  ): AsyncGenerator<StatementResult, undefined>;
  /** A file of the folder by its relative path; nothing where there is none. */
  file(path: string): Promise<ReadableStream<Uint8Array> | undefined>;
  /** Ends the database and gives its file. */
  database(): Promise<ReadableStream<Uint8Array>>;
}

export interface FileDatabases {
  /** The signal stops what the session is doing within a second, a long query included. Rejects with `ConnectionError`. */
  open(request: FileDatabaseRequest, signal: AbortSignal): Promise<FileDatabaseSession>;
}
