import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import type { schema } from './GetKeys.ts';
import { checkNamespace } from './shared.ts';

export async function run(
  { prefix = '', namespace }: z.output<typeof schema>,
  context: TaskContext,
): Promise<TaskResult> {
  checkNamespace(namespace, context);
  const keys = (await context.ports.kv.list(namespace)).map(({ key }) => key);
  return { outputs: { keys: keys.filter((key) => key.startsWith(prefix)) } };
}
