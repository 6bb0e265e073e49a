/** SQL that a person asks by hand, outside of any flow: every statement by itself, the answer of the last one, a refusal in our words. */
import { type Column, DatabaseError, type SqlSession } from '../../ports/Databases.ts';
import { cause } from './causes.ts';
import { driverMessage, utf16Offset } from './errors.ts';
import { splitStatements } from './split.ts';

export type ConsoleAnswer =
  | { columns: Column[]; rows: unknown[][]; affected: number }
  /** As the database said it, with the cause and the fix in Indonesian, and the place in the text (both from 1). */
  | { refused: string; explanation: string; line: number; column: number };

/** Throws only what is no answer of the database: a lost connection, a stop. */
export async function askSql(session: SqlSession, text: string, maxRows: number): Promise<ConsoleAnswer> {
  let answer: ConsoleAnswer = { columns: [], rows: [], affected: 0 };
  for (const { sql, from } of splitStatements(text)) {
    try {
      const { columns = [], rows, affected } = await session.query(sql, [], { maxRows });
      answer = { columns, rows, affected };
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      const at = from + (error.position === undefined ? 0 : utf16Offset(sql, error.position - 1));
      return { refused: driverMessage(error), explanation: cause(error), ...placeOf(text, at) };
    }
  }
  return answer;
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
