import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import type { schema } from './Get.ts';
import { checkKey, missingKey } from './shared.ts';

export async function run(properties: z.output<typeof schema>, { ports }: TaskContext): Promise<TaskResult> {
  const { key, namespace, errorOnMissing } = properties;
  checkKey(key);
  const entry = await ports.kv.get(namespace, key);
  if (!entry && errorOnMissing) throw missingKey(key, namespace);
  return { outputs: entry ? { value: entry.value } : {} };
}
