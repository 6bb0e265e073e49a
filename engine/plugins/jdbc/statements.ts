/** Runs a script on one connection, statement by statement. */

import { type TaskContext, TaskError } from '../definition.ts';
import { explained } from './errors.ts';
import { type Fetched, type Fetching, fetchStatement } from './fetch.ts';
import { type ConnectionProperties, withSession } from './session.ts';
import { splitStatements } from './split.ts';

export interface Script extends ConnectionProperties, Fetching {
  sql: string;
  afterSQL?: string | undefined;
}

/** One element for every statement, nothing where it returned no rows. */
export async function runScript(script: Script, context: TaskContext): Promise<(Fetched | undefined)[]> {
  const statements = splitStatements(script.sql);
  const after = splitStatements(script.afterSQL ?? '');
  if (statements.length === 0) {
    throw new TaskError('No query to execute', {
      explanation: 'Properti `sql` kosong. Tulis paling sedikit satu pernyataan SQL.',
    });
  }
  const work = async (session: Parameters<Parameters<typeof withSession>[2]>[0]) => {
    const results: (Fetched | undefined)[] = [];
    const all = [...statements, ...after];
    for (const [index, statement] of all.entries()) {
      context.log.debug(`Starting query: ${statement.sql}`);
      const rewritten = { original: (position: number) => position };
      try {
        const fetched = await fetchStatement(session, statement.sql, script, context, rewritten);
        if (index < statements.length) results.push(fetched);
      } catch (error) {
        const inAfter = index >= statements.length;
        throw explained(error, {
          statement,
          number: inAfter ? index - statements.length + 1 : index + 1,
          total: inAfter ? after.length : statements.length,
          original: rewritten.original,
        });
      }
    }
    return results;
  };
  return withSession(script, context, work, script.transaction);
}
