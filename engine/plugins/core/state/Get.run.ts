import type * as z from 'zod';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import type { schema } from './Get.ts';
import { keyOf, readState } from './shared.ts';

export async function run(
  { errorOnMissing, ...named }: z.output<typeof schema>,
  context: TaskContext,
): Promise<TaskResult> {
  const key = await keyOf(named, context);
  const data = await readState(key, context);
  if (!data && errorOnMissing) {
    throw new TaskError(`State ${key} not found`, { explanation: 'Keadaan itu belum pernah disimpan.' });
  }
  return { outputs: { count: Object.keys(data ?? {}).length, data: data ?? {} } };
}
