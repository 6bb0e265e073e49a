import type { TaskContext, TaskResult } from '../../definition.ts';

/** As a Kestra lists them: files and the folders they stood in, the deepest first, the execution's own last. */
export async function run(_: object, { ports, executionPrefix }: TaskContext): Promise<TaskResult> {
  const folder = executionPrefix.replace(/\/$/, '');
  const gone = new Set<string>();
  for (const { uri } of await ports.storage.list(executionPrefix)) {
    await ports.storage.delete(uri);
    for (let at = uri; at.length >= folder.length; at = at.slice(0, at.lastIndexOf('/'))) gone.add(at);
  }
  return { outputs: { uris: [...gone].sort().reverse() } };
}
