/** Where the rows of a statement come from, page by page: a Postgres session through a cursor, any other as its session gives them. */
import type { DatabaseSession, SqlSession, StatementResult } from '../../ports/Databases.ts';
import type { FileDatabaseSession } from '../../ports/FileDatabases.ts';
import { isPlainSelect, PREFIX, rowsByCursor } from './cursor.ts';
import { duckdbDialect } from './duckdb/errors.ts';
import { type Dialect, postgresDialect } from './errors.ts';
import type { FetchType } from './fetch.ts';
import type { Bound } from './parameters.ts';

export interface Wish {
  fetchType: FetchType;
  fetchSize: number;
  /** A cursor lives in a transaction only. */
  transaction: boolean;
}

export interface Reading {
  pages: AsyncGenerator<StatementResult>;
  /** Characters that stand before the statement as it is sent. */
  before: number;
}

/** A connection with its way of reading. */
export interface Source {
  session: SqlSession;
  dialect: Dialect;
  read(bound: Bound, wish: Wish): Reading;
}

/** All rows are wanted at once, or none: nothing is gained by pages. */
const isExact = ({ fetchType }: Wish) => fetchType === 'STORE';

export function postgresSource(session: DatabaseSession): Source {
  return {
    session,
    dialect: postgresDialect,
    read(bound, wish) {
      const exact = isExact(wish);
      if (wish.transaction && wish.fetchType !== 'FETCH' && isPlainSelect(bound.sql)) {
        const size = wish.fetchType === 'FETCH_ONE' ? 1 : wish.fetchSize;
        return { pages: rowsByCursor(session, bound, size, exact), before: PREFIX.length };
      }
      return { pages: whole(session, bound, exact), before: 0 };
    },
  };
}

export function duckdbSource(session: FileDatabaseSession): Source {
  return {
    session,
    dialect: duckdbDialect,
    read({ sql, values }, wish) {
      const pageSize = wish.fetchType === 'FETCH_ONE' ? 1 : wish.fetchSize;
      const exact = isExact(wish);
      return {
        pages:
          wish.fetchType === 'FETCH'
            ? whole(session, { sql, values }, exact)
            : session.pages(sql, values, { pageSize, exact }),
        before: 0,
      };
    },
  };
}

async function* whole(
  session: SqlSession,
  { sql, values }: Pick<Bound, 'sql' | 'values'>,
  exact: boolean,
): AsyncGenerator<StatementResult> {
  yield await session.query(sql, values, { exact });
}
