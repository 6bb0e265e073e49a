import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import type { schema } from './UnsetVariables.ts';

export function run({ variables }: z.output<typeof schema>, context: TaskContext): TaskResult {
  context.engine.unsetVariables(variables);
  return {};
}
