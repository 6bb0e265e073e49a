/** One DuckDB seen from the host: questions to its process or worker, with the signal that ends it. */
import type { SqlSession, StatementResult } from '../../ports/Databases.ts';
import type { FileDatabaseSession } from '../../ports/FileDatabases.ts';
import type { Client } from '../common/workerClient.ts';
import type { DuckdbOperations } from './protocol.ts';

const PAGE = 10_000;

/** What every host shares; `done` gives the folder back. */
export function duckdbSession(
  client: Client<DuckdbOperations>,
  signal: AbortSignal,
  done: () => Promise<void>,
): SqlSession & Pick<FileDatabaseSession, 'pages'> {
  const stop = () => client.end(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  let closed: Promise<void> | undefined;

  async function* pages(
    sql: string,
    parameters: readonly unknown[],
    { pageSize, exact, whole = false }: { pageSize: number; exact: boolean; whole?: boolean },
  ): AsyncGenerator<StatementResult, undefined> {
    let page = await client.ask('query', { sql, parameters: [...parameters], pageSize, exact, whole });
    const { columns } = page;
    for (;;) {
      const { rows, affected, more } = page;
      yield { ...(columns && { columns }), rows, affected };
      if (!more) return undefined;
      page = await client.ask('next', {});
    }
  }

  return {
    pages,

    async query(sql, parameters = [], { maxRows = Number.POSITIVE_INFINITY, exact = false } = {}) {
      const result: StatementResult = { rows: [], affected: 0 };
      const whole = maxRows === Number.POSITIVE_INFINITY;
      for await (const page of pages(sql, parameters, { pageSize: Math.min(PAGE, maxRows), exact, whole })) {
        if (page.columns) result.columns = page.columns;
        result.affected = page.affected;
        for (const row of page.rows) result.rows.push(row);
        if (result.rows.length >= maxRows) break;
      }
      if (result.rows.length > maxRows) result.rows.length = maxRows;
      return result;
    },

    close() {
      closed ??= (async () => {
        signal.removeEventListener('abort', stop);
        client.end(new Error('The session is closed'));
        await done();
      })();
      return closed;
    },
  };
}
