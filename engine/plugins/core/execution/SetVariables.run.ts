import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import type { schema } from './SetVariables.ts';

export async function run(
  { variables, overwrite }: z.output<typeof schema>,
  context: TaskContext,
): Promise<TaskResult> {
  context.engine.setVariables({ ...((await context.renderEach(variables)) as Record<string, unknown>) }, overwrite);
  return {};
}
