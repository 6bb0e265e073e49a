import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import { runScript } from '../statements.ts';
import type { schema } from './Queries.ts';

export async function run(properties: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const results = await runScript(properties, context);
  return { outputs: { outputs: results.filter((result) => result !== undefined) } };
}
