/** What is said between a host and the process or worker in which one DuckDB lives. Cells leave as a flow gets them (`cells.ts`). */
import type { Column } from '../../ports/Databases.ts';

export interface Page {
  /** Absent for a statement that returns no rows. */
  columns?: Column[];
  rows: unknown[][];
  affected: number;
  /** There is another page: ask for `next`. */
  more: boolean;
}

export type DuckdbOperations = {
  /**
   * `database`: the file to open; nothing: in memory. `links`: stored files that lie in the folder and must not change; the answer says
   * which of them could be written to after all.
   */
  open: {
    ask: { folder: string; database?: string; spill: string; memory: string; links: string[] };
    answer: { writable: string[] };
  };
  /** Ends the reading of the statement before it. `whole`: every row is wanted, so that none needs to wait inside. */
  query: {
    ask: { sql: string; parameters: unknown[]; pageSize: number; exact: boolean; whole: boolean };
    answer: Page;
  };
  next: { ask: object; answer: Page };
  /** Writes everything to the file and lets it go. */
  close: { ask: object; answer: undefined };
};

export type DuckdbOperation = keyof DuckdbOperations;

export type DuckdbRequest = {
  [O in DuckdbOperation]: { id: number; operation: O } & DuckdbOperations[O]['ask'];
}[DuckdbOperation];
