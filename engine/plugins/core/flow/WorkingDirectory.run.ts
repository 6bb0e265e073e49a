/** The folder that the children share: filled before the first of them, emptied into the storage after the last. */
import type * as z from 'zod';
import { type TaskContext, TaskError } from '../../definition.ts';
import { globMatcher } from '../../glob.ts';
import { inputFilesOf } from '../../scripts/inputFiles.ts';
import { storeFiles } from '../../scripts/outputFiles.ts';
import { loadNamespaceFiles } from '../namespace/namespaceFiles.ts';
import { keep, restore } from './folderCache.ts';
import type { schema } from './WorkingDirectory.ts';

type Properties = Partial<z.output<typeof schema>>;

/** Namespace files first, so that `inputFiles` win. */
export async function before({ inputFiles, namespaceFiles, cache }: Properties, context: TaskContext): Promise<void> {
  const folder = folderOf(context);
  try {
    if (cache) await restore(cache, folder, context);
    await loadNamespaceFiles(namespaceFiles, folder, context);
    for (const [path, content] of Object.entries(await inputFilesOf(inputFiles, context, {})))
      folder.set(path, content);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const explanation = error instanceof TaskError ? error.explanation : undefined;
    throw new TaskError(`Failed preExecuteTasks on WorkingDirectory: ${message}`, {
      ...(explanation !== undefined && { explanation }),
      cause: error,
    });
  }
}

export async function after(
  { outputFiles, cache }: Properties,
  context: TaskContext,
): Promise<Record<string, unknown>> {
  if (cache) await keep(cache, folderOf(context), context);
  if (!outputFiles) return {};
  const files = await storeFiles(folderOf(context), globMatcher(outputFiles), context);
  return Object.keys(files).length > 0 ? { outputFiles: files } : {};
}

const folderOf = ({ workingDirectory }: TaskContext): Map<string, Uint8Array> => workingDirectory ?? new Map();
