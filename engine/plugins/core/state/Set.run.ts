import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import type { schema } from './Set.ts';
import { keyOf, readState } from './shared.ts';

export async function run({ data = {}, ...named }: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const key = await keyOf(named, context);
  const value = { ...(await readState(key, context)), ...data };
  await context.ports.kv.set(context.execution.namespace, { key, type: 'JSON', value });
  return { outputs: { count: Object.keys(value).length, key } };
}
