import type * as z from 'zod';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import { copyOutStatement } from '../copy.ts';
import { explained } from '../errors.ts';
import { withSession } from '../session.ts';
import { splitStatements } from '../split.ts';
import type { schema } from './CopyOut.ts';

const EXTENSION = { CSV: 'csv', TEXT: 'txt', BINARY: 'bin' } as const;

export async function run(properties: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const sql = copyOutStatement(properties, properties.sql === undefined ? undefined : onlyStatement(properties.sql));
  const outputs = await withSession(properties, context, async (session) => {
    context.log.debug(`Starting query: ${sql}`);
    try {
      const { content, rowCount } = await session.copyOut(sql);
      const name = `${context.ports.random.id()}.${EXTENSION[properties.format]}`;
      const stored = await context.ports.storage.put(`${context.storagePrefix}${name}`, content);
      return { uri: stored.uri, rowCount: await rowCount };
    } catch (error) {
      throw explained(error, { statement: { sql, line: 1 }, number: 1, total: 1, original: (at) => at });
    }
  });
  return { outputs };
}

function onlyStatement(script: string): string {
  const [statement, ...more] = splitStatements(script);
  if (statement && more.length === 0) return statement.sql;
  throw new TaskError('CopyOut takes exactly one query', {
    explanation: 'Properti `sql` harus berisi tepat satu query. Jalankan pernyataan lain dengan task Queries.',
  });
}
