import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';

interface Properties {
  items: string;
  batch: Record<string, unknown>;
}

/** Its output is a file that lists the parts. */
export async function run({ items, batch }: Properties, context: TaskContext): Promise<TaskResult> {
  if (!items.startsWith('kestra://')) {
    const message = `Unable to split the items from ${items}, this is not an internal storage URI!`;
    throw new TaskError(message, {
      lines: [message],
      explanation: '`items` harus alamat berkas `kestra://`, misalnya output task yang menulis berkas.',
    });
  }
  const split = context.definitionOf('io.kestra.plugin.core.storage.Split');
  if (split?.kind !== 'runnable') throw new Error('there is no storage.Split');
  const result = await context.runOther(split, {
    ...(Object.keys(batch).length === 0 && { rows: 1 }),
    ...batch,
    from: items,
  });
  const uris = (result?.outputs?.uris ?? []) as string[];
  const list = new TextEncoder().encode(uris.map((uri) => `${uri}\n`).join(''));
  const { uri } = await context.ports.storage.put(`${context.storagePrefix}splits.txt`, list);
  return { outputs: { splits: uri } };
}
