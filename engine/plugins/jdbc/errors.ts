/**
 * What a database refused, as its JDBC driver words it, with our words beside it: where in the SQL it is, why, and what to do.
 */

import type { TextPlace } from '../../door.ts';
import { DatabaseError } from '../../ports/Databases.ts';
import { type PollContext, TaskError } from '../definition.ts';
import { cause } from './causes.ts';
import type { Statement } from './split.ts';

export interface Where {
  statement: Statement;
  /** From 1. */
  number: number;
  total: number;
  /** The text as it was sent, and how its positions (from 1) go back to the statement as written. */
  sent?: string;
  original?: (position: number) => number;
  /** The property that the statement comes from, with its rendered text; absent where we wrote the statement ourselves. */
  script?: { property: string; text: string };
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
export function explained(
  error: unknown,
  where: Where,
  context: Pick<PollContext, 'place'>,
  dialect: Dialect = postgresDialect,
): unknown {
  if (!(error instanceof DatabaseError)) return error;
  const { statement, sent = statement.sql, original = (position) => position, script } = where;
  const told = dialect.position(error, sent);
  const offset = told === undefined ? undefined : original(utf16Offset(sent, told - 1) + 1) - 1;
  const place = script && context.place(script.property, script.text, statement.from + (offset ?? 0));
  const position = offset === undefined ? undefined : [...statement.sql.slice(0, offset)].length + 1;
  return new TaskError(dialect.message(error, position), {
    explanation: [said(where, offset, place), dialect.cause(error)].filter(Boolean).join(' '),
    ...(place && { place }),
    cause: error,
  });
}

/** A database counts characters where JavaScript counts halves of some. */
export const utf16Offset = (text: string, characters: number): number =>
  /[\ud800-\udbff]/.test(text) ? [...text].slice(0, characters).join('').length : characters;

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

function said(
  { statement, number, total, script }: Where,
  offset: number | undefined,
  place: TextPlace | undefined,
): string {
  const which = total > 1 ? `Pernyataan ke-${number} dari ${total}, ` : '';
  const capital = which === '' ? 'Di ' : 'di ';
  if (place) {
    const inside = place.template === undefined ? '' : `, di hasil ungkapan \`${place.template}\``;
    return `${which}${capital}baris ${place.line} kolom ${place.column} flow ini${inside}.`;
  }
  if (!script) return '';
  const lines = statement.sql.slice(0, offset ?? 0).split('\n').length;
  return `${which}${capital}baris ${statement.line + lines - 1} dari SQL-nya.`;
}
