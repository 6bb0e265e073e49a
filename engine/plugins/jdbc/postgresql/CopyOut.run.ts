import type * as z from 'zod';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import { copyOutStatement } from '../copy.ts';
import { explained } from '../errors.ts';
import { withSession } from '../session.ts';
import { type Statement, splitStatements } from '../split.ts';
import type { schema } from './CopyOut.ts';

const EXTENSION = { CSV: 'csv', TEXT: 'txt', BINARY: 'bin' } as const;

export async function run(properties: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const query = properties.sql === undefined ? undefined : onlyStatement(properties.sql);
  const sql = copyOutStatement(properties, query?.sql);
  const outputs = await withSession(properties, context, async (session) => {
    context.log.debug(`Starting query: ${sql}`);
    try {
      const { content, rowCount } = await session.copyOut(sql);
      const name = `${context.ports.random.id()}.${EXTENSION[properties.format]}`;
      const stored = await context.ports.storage.put(`${context.storagePrefix}${name}`, content);
      return { uri: stored.uri, rowCount: await rowCount };
    } catch (error) {
      throw explained(error, { ...whereIn(sql, query, properties.sql), number: 1, total: 1 }, context);
    }
  });
  return { outputs };
}

/** Positions count from the start of the COPY that was made of the query. */
function whereIn(sent: string, query: Statement | undefined, text: string | undefined) {
  if (!query || text === undefined) return { statement: { sql: sent, line: 1, from: 0 } };
  const original = (position: number) => Math.max(1, position - sent.indexOf(query.sql));
  return { statement: query, sent, original, script: { property: 'sql', text } };
}

function onlyStatement(script: string): Statement {
  const [statement, ...more] = splitStatements(script);
  if (statement && more.length === 0) return statement;
  throw new TaskError('CopyOut takes exactly one query', {
    explanation: 'Properti `sql` harus berisi tepat satu query. Jalankan pernyataan lain dengan task Queries.',
  });
}
