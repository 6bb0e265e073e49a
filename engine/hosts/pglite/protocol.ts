/**
 * What is said between a host and the worker in which one PGlite lives: a request with a number, a reply with the same number.
 * The same for Node's worker_threads and the page's module workers.
 */
import type { Column, Notice } from '../../ports/Databases.ts';

/** Where a database's files are kept. */
export type Place =
  | { kind: 'folder'; path: string }
  | { kind: 'indexeddb'; name: string }
  /** Gone with the worker, but for what `flush` handed out. */
  | { kind: 'memory' };

/** PGlite's own files, where a host fetches them itself. */
export interface Machine {
  wasm: WebAssembly.Module;
  data: Blob;
}

/** A result with its cells as Postgres prints them. */
export interface TextResult {
  columns?: Column[];
  rows: (string | null)[][];
  affected: number;
  notices?: Notice[];
}

export type PgliteOperations = {
  /**
   * Boots; the snapshot (a `dumpDataDir` archive or the address of one) fills a place that is empty.
   * `kept`: whether data outlive the worker.
   */
  open: { ask: { place: Place; snapshot?: Blob | string; machine?: Machine }; answer: { kept: boolean } };
  /** Makes the session as new: no transaction, no temporary table, no setting left by the last one. */
  refresh: { ask: object; answer: undefined };
  /** Opens a transaction unless one is open; whether it did. */
  begin: { ask: object; answer: boolean };
  query: { ask: { sql: string; parameters: (string | null)[] }; answer: TextResult };
  /** `sql` reads FROM STDIN. */
  copyIn: { ask: { sql: string; bytes: Uint8Array<ArrayBuffer> }; answer: number };
  /** `sql` writes TO STDOUT. */
  copyOut: { ask: { sql: string }; answer: { content: Blob; rowCount: number } };
  /** Writes what has changed to the place; for memory: the data directory as an archive. */
  flush: { ask: object; answer: Blob | undefined };
  /** Drops every schema that is not Postgres' own. */
  reset: { ask: object; answer: undefined };
  /** The data directory as an archive, for the snapshot. */
  dump: { ask: object; answer: Blob };
  close: { ask: object; answer: undefined };
};

export type Operation = keyof PgliteOperations;
export type Ask<O extends Operation> = PgliteOperations[O]['ask'];
export type Answer<O extends Operation> = PgliteOperations[O]['answer'];

export type Request = { [O in Operation]: { id: number; operation: O } & Ask<O> }[Operation];
