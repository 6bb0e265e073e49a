import type * as z from 'zod';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import { checkedUri } from '../storage/files.ts';
import { matcherOf, pathInside, prefixOf } from './namespaceFiles.ts';
import type { schema } from './UploadFiles.ts';

type Properties = z.output<typeof schema>;
/** Opened only when it is written. */
type Content = () => Promise<Uint8Array | ReadableStream<Uint8Array>>;

export async function run(properties: Properties, context: TaskContext): Promise<TaskResult> {
  const { files, filesMap, destination } = properties;
  if (files === undefined && filesMap === undefined) {
    throw new TaskError('files or filesMap is required', {
      explanation: 'Tulis `filesMap` (jalur dan alamat berkas), atau `files` (pola berkas di WorkingDirectory).',
    });
  }
  for (const [path, content] of fromFolder(files, context))
    await put(destination + path, async () => content, properties, context);
  for (const [path, uri] of Object.entries(filesMap ?? {})) {
    const open = () => context.ports.storage.open(checkedUri(uri));
    await put(destination + path, open, properties, context);
  }
  return { outputs: {} };
}

/** What the patterns mean in the WorkingDirectory around; outside of one there is nothing. */
function fromFolder(patterns: Properties['files'], { workingDirectory }: TaskContext): [string, Uint8Array][] {
  if (patterns === undefined || !workingDirectory) return [];
  const isMeant = matcherOf([patterns].flat());
  return [...workingDirectory].filter(([path]) => isMeant(path));
}

async function put(
  written: string,
  content: Content,
  { namespace, conflict }: Properties,
  { ports, log }: TaskContext,
): Promise<void> {
  const path = pathInside(written);
  const uri = prefixOf(namespace) + path;
  const isThere = (await ports.storage.size(uri)) !== undefined;
  if (isThere && conflict === 'ERROR') {
    throw new TaskError(`File '/${path}' already exists in namespace '${namespace}' and conflict is set to ERROR`, {
      explanation: 'Berkas itu sudah ada. Hapus `conflict: ERROR`, atau pakai nama lain.',
    });
  }
  if (isThere && conflict === 'SKIP') {
    log.debug(`File '/${path}' already exists in namespace '${namespace}' and conflict is set to SKIP. Skipping.`);
    return;
  }
  await ports.storage.put(uri, await content());
  log.debug(`File '/${path}' added to namespace '${namespace}'.`);
}
