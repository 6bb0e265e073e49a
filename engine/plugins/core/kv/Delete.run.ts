import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import type { schema } from './Delete.ts';
import { checkKey, checkNamespace, missingKey } from './shared.ts';

export async function run(properties: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const { key, namespace, errorOnMissing } = properties;
  checkNamespace(namespace, context);
  checkKey(key);
  const deleted = await context.ports.kv.delete(namespace, key);
  if (!deleted && errorOnMissing) throw missingKey(key, namespace);
  return { outputs: { deleted } };
}
