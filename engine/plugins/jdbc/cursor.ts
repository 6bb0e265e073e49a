/** Reads the rows of a SELECT page by page through a cursor, so that a large result never stands in memory whole. */
import type { DatabaseSession, StatementResult } from '../../ports/Databases.ts';
import type { Bound } from './parameters.ts';
import { scan } from './scan.ts';

export const PREFIX = 'DECLARE alur_rows NO SCROLL CURSOR FOR ';

/** Whether a cursor can be declared for it: a query that changes nothing and makes no table. In doubt it is not. */
export function isPlainSelect(sql: string): boolean {
  const code = [...scan(sql)].map(({ kind, from, to }) => (kind === 'code' ? sql.slice(from, to) : ' ')).join('');
  return /^[\s(]*(SELECT|WITH|VALUES|TABLE)\b/i.test(code) && !/\b(INTO|INSERT|UPDATE|DELETE|MERGE)\b/i.test(code);
}

export async function* rowsByCursor(
  session: DatabaseSession,
  { sql, values }: Pick<Bound, 'sql' | 'values'>,
  pageSize: number,
  exact = false,
): AsyncGenerator<StatementResult, undefined> {
  await session.query(PREFIX + sql, values);
  let open = true;
  try {
    for (;;) {
      const page = await session.query(`FETCH FORWARD ${pageSize} FROM alur_rows`, [], { exact });
      yield page;
      if (page.rows.length < pageSize) break;
    }
  } catch (error) {
    // The transaction is lost, and the cursor with it.
    open = false;
    throw error;
  } finally {
    if (open) await session.query('CLOSE alur_rows');
  }
  return undefined;
}
