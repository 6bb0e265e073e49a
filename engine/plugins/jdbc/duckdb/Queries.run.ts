import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import type { schema } from './Queries.ts';
import { runDuckdb } from './runDuckdb.ts';

export async function run(properties: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const { results, ...files } = await runDuckdb(properties, context);
  return { outputs: { outputs: results.filter((result) => result !== undefined), ...files } };
}
