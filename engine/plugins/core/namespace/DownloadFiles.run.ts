import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import type { schema } from './DownloadFiles.ts';
import { listFiles, matcherOf, pathInside, prefixOf } from './namespaceFiles.ts';

export async function run(
  { namespace, files, destination }: z.output<typeof schema>,
  context: TaskContext,
): Promise<TaskResult> {
  const { ports, log, storagePrefix } = context;
  const isMeant = matcherOf([files].flat());
  const copies: Record<string, string> = {};
  for (const path of (await listFiles(namespace, context)).filter(isMeant)) {
    const target = storagePrefix + pathInside(destination + path);
    const { uri } = await ports.storage.put(target, await ports.storage.open(prefixOf(namespace) + path));
    log.debug(`Downloaded ${uri}`);
    copies[`/${path}`] = uri;
  }
  return { outputs: { files: copies } };
}
