import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import type { schema } from './DeleteFiles.ts';
import { listFiles, matcherOf, prefixOf } from './namespaceFiles.ts';

export async function run({ namespace, files }: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const isMeant = matcherOf([files].flat());
  for (const path of (await listFiles(namespace, context)).filter(isMeant)) {
    await context.ports.storage.delete(prefixOf(namespace) + path);
    context.log.debug(`Deleted ${path}`);
  }
  return { outputs: {} };
}
