import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import { copyInStatement } from '../copy.ts';
import { explained } from '../errors.ts';
import { withSession } from '../session.ts';
import { openStored } from '../stored.ts';
import type { schema } from './CopyIn.ts';

export async function run(properties: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const sql = copyInStatement(properties);
  const total = await context.ports.storage.size(properties.from).catch(() => undefined);
  const rowCount = await withSession(properties, context, async (session) => {
    const content = await openStored(properties.from, context);
    context.log.debug(`Starting query: ${sql}`);
    try {
      return await session.copyIn(sql, content, (bytes) => context.progress('COPY', bytes, total));
    } catch (error) {
      throw explained(error, { statement: { sql, line: 1, from: 0 }, number: 1, total: 1 }, context);
    }
  });
  return { outputs: { rowCount } };
}
