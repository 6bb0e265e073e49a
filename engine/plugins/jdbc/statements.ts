/** Runs a script on one connection, statement by statement. */

import { type PollContext, TaskError } from '../definition.ts';
import { explained } from './errors.ts';
import { type Fetched, type Fetching, fetchStatement } from './fetch.ts';
import { postgresSource, type Source } from './pages.ts';
import { type ConnectionProperties, withSession } from './session.ts';
import { splitStatements } from './split.ts';

export interface Script extends ConnectionProperties, Fetching {
  sql: string;
  afterSQL?: string | undefined;
}

/** One element for every statement, nothing where it returned no rows; all on one connection. */
export async function runStatements(
  source: Source,
  script: Omit<Script, keyof ConnectionProperties>,
  context: PollContext,
): Promise<(Fetched | undefined)[]> {
  const statements = splitStatements(script.sql);
  const after = splitStatements(script.afterSQL ?? '');
  if (statements.length === 0) {
    throw new TaskError('No query to execute', {
      explanation: 'Properti `sql` kosong. Tulis paling sedikit satu pernyataan SQL.',
    });
  }
  const results: (Fetched | undefined)[] = [];
  const all = [...statements, ...after];
  for (const [index, statement] of all.entries()) {
    context.log.debug(`Starting query: ${statement.sql}`);
    const rewritten = { sent: statement.sql, original: (position: number) => position };
    try {
      const fetched = await fetchStatement(source, statement.sql, script, context, rewritten);
      if (index < statements.length) results.push(fetched);
    } catch (error) {
      const inAfter = index >= statements.length;
      const where = {
        statement,
        number: inAfter ? index - statements.length + 1 : index + 1,
        total: inAfter ? after.length : statements.length,
        script: inAfter ? { property: 'afterSQL', text: script.afterSQL ?? '' } : { property: 'sql', text: script.sql },
        ...rewritten,
      };
      throw explained(error, where, context, source.dialect);
    }
  }
  return results;
}

/** The same, on a Postgres connection of its own. */
export const runScript = (script: Script, context: PollContext): Promise<(Fetched | undefined)[]> =>
  withSession(
    script,
    context,
    (session) => runStatements(postgresSource(session), script, context),
    script.transaction,
  );
