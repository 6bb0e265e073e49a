import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import { globMatcher } from '../../glob.ts';
import { inputFilesOf } from '../../scripts/inputFiles.ts';
import { storeFiles } from '../../scripts/outputFiles.ts';
import type { schema } from './LocalFiles.ts';

export async function run(
  { inputs, outputs = [] }: z.output<typeof schema>,
  context: TaskContext,
): Promise<TaskResult> {
  const folder = context.workingDirectory ?? new Map<string, Uint8Array>();
  for (const [path, content] of Object.entries(await inputFilesOf(inputs, context, {}))) folder.set(path, content);
  return { outputs: { uris: await storeFiles(folder, globMatcher(outputs), context) } };
}
