import type { TaskContext, TaskResult } from '../../definition.ts';

/** What the flows gave, one line each, in the order of the parts; nothing where none gave anything. */
export async function run({ base }: { base: string }, { ports, storagePrefix }: TaskContext): Promise<TaskResult> {
  const files = base === '' ? [] : await ports.storage.list(`kestra://${base}/`);
  const given = files.filter(({ uri }) => uri.endsWith('/outputs.ion')).sort((a, b) => place(a.uri) - place(b.uri));
  if (given.length === 0) return { outputs: {} };
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const copied = (async () => {
    for (const { uri } of given) await (await ports.storage.open(uri)).pipeTo(writable, { preventClose: true });
    await writable.close();
  })();
  const [{ uri }] = await Promise.all([ports.storage.put(`${storagePrefix}outputs.ion`, readable), copied]);
  return { outputs: { subflowOutputs: uri } };
}

const place = (uri: string): number => Number(uri.split('/').at(-2));
