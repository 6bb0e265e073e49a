import type * as z from 'zod';
import { FileNotFoundError } from '../../../ports/Storage.ts';
import type { TaskContext, TaskResult } from '../../definition.ts';
import { checkedUri } from './files.ts';
import type { schema } from './Size.ts';

export async function run({ uri }: z.output<typeof schema>, { ports }: TaskContext): Promise<TaskResult> {
  const size = await ports.storage.size(checkedUri(uri));
  if (size === undefined) throw new FileNotFoundError(`${uri} (No such file or directory)`);
  return { outputs: { size } };
}
