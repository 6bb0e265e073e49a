import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import type { schema } from './OutputValues.ts';

export async function run({ values }: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  return { outputs: { values: await context.renderTyped(values) } };
}
