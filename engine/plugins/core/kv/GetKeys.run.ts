import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import type { schema } from './GetKeys.ts';

export async function run(
  { prefix = '', namespace }: z.output<typeof schema>,
  { ports }: TaskContext,
): Promise<TaskResult> {
  const keys = (await ports.kv.list(namespace)).map(({ key }) => key);
  return { outputs: { keys: keys.filter((key) => key.startsWith(prefix)) } };
}
