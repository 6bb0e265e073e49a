import type * as z from 'zod';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import type { schema } from './Delete.ts';
import { keyOf } from './shared.ts';

export async function run(
  { errorOnMissing, ...named }: z.output<typeof schema>,
  context: TaskContext,
): Promise<TaskResult> {
  const deleted = await context.ports.kv.delete(context.execution.namespace, await keyOf(named, context));
  if (!deleted && errorOnMissing) {
    throw new TaskError(`Unable to find the state file '${named.name}'`, {
      explanation: 'Keadaan itu belum pernah disimpan.',
    });
  }
  return { outputs: { deleted } };
}
