import type * as z from 'zod';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import type { schema } from './Delete.ts';
import { checkedUri } from './files.ts';

export async function run(
  { uri, errorOnMissing }: z.output<typeof schema>,
  { ports }: TaskContext,
): Promise<TaskResult> {
  const deleted = await ports.storage.delete(checkedUri(uri));
  if (!deleted && errorOnMissing) {
    throw new TaskError(`Unable to find file '${uri}'`, {
      explanation: 'Berkas itu tidak ada. Hapus `errorOnMissing: true` kalau itu boleh terjadi.',
    });
  }
  return { outputs: { uri, deleted } };
}
