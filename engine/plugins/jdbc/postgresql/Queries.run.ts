import type * as z from 'zod';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import { runScript } from '../statements.ts';
import type { schema } from './Queries.ts';

/** A Kestra's Queries logs its failure itself, by the driver's name, before the task fails with it. */
export async function run(properties: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  try {
    const results = await runScript(properties, context);
    return { outputs: { outputs: results.filter((result) => result !== undefined) } };
  } catch (error) {
    if (error instanceof TaskError) context.log.error(`org.postgresql.util.PSQLException: ${error.message}`);
    throw error;
  }
}
