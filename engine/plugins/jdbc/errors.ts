/**
 * What a database refused, as its JDBC driver words it, with our words beside it: where in the SQL it is, why, and what to do.
 */
import { DatabaseError } from '../../ports/Databases.ts';
import { TaskError } from '../definition.ts';
import { cause } from './causes.ts';
import type { Statement } from './split.ts';

export interface Where {
  statement: Statement;
  /** From 1. */
  number: number;
  total: number;
  /** Undoes what was rewritten before the statement was sent. */
  original?: (position: number) => number;
}

/** How one kind of database speaks. */
export interface Dialect {
  /** As its JDBC driver words it; the position counts in the statement as written. */
  message(error: DatabaseError, position?: number): string;
  /** Indonesian: the cause, then the fix; empty where nothing is known. */
  cause(error: DatabaseError): string;
  /** From 1, in the statement as it was sent. */
  position(error: DatabaseError, sql: string): number | undefined;
}

export const postgresDialect: Dialect = { message: driverMessage, cause, position: (error) => error.position };

/** Anything but a `DatabaseError` comes back as it is. */
export function explained(error: unknown, where: Where, dialect: Dialect = postgresDialect): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const sent = dialect.position(error, where.statement.sql);
  const position = sent === undefined ? undefined : (where.original?.(sent) ?? sent);
  return new TaskError(dialect.message(error, position), {
    explanation: [place(where, position), dialect.cause(error)].filter(Boolean).join(' '),
    cause: error,
  });
}

/** The parts in the order in which the driver prints them. */
export function driverMessage(error: DatabaseError, position = error.position): string {
  return [
    `ERROR: ${error.message}`,
    error.detail && `  Detail: ${error.detail}`,
    error.hint && `  Hint: ${error.hint}`,
    position !== undefined && `  Position: ${position}`,
    error.where && `  Where: ${error.where}`,
  ]
    .filter(Boolean)
    .join('\n');
}

function place({ statement, number, total }: Where, position: number | undefined): string {
  const before = statement.sql.slice(0, position === undefined ? 0 : position - 1).split('\n');
  const line = `baris ${statement.line + before.length - 1} dari SQL-nya`;
  return total > 1 ? `Pernyataan ke-${number} dari ${total}, ${line}.` : `Di ${line}.`;
}
