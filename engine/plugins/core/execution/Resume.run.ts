import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import type { schema } from './Resume.ts';

export async function run({ executionId, inputs }: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const given = (await context.renderTyped(inputs ?? {})) as Record<string, unknown>;
  await context.engine.resumeExecution(executionId ?? context.execution.id, given);
  return { outputs: {} };
}
