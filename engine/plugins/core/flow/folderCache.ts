/** `cache` of WorkingDirectory: files kept from one execution of the flow to the next, with the time they were saved. */
import type { TaskContext } from '../../definition.ts';
import { globMatcher } from '../../glob.ts';
import { milliseconds } from '../../property.ts';

export interface FolderCache {
  patterns?: string[] | undefined;
  ttl?: string | undefined;
}

const SAVED_AT = '.saved-at';

const prefixOf = ({ execution, task }: TaskContext): string =>
  `kestra:///${execution.namespace.replaceAll('.', '/')}/${execution.flowId}/_cache/${task.id}/`;

export async function restore({ ttl }: FolderCache, folder: Map<string, Uint8Array>, context: TaskContext) {
  const { storage, clock } = context.ports;
  const prefix = prefixOf(context);
  const savedAt = (await storage.size(prefix + SAVED_AT)) === undefined ? undefined : await text(prefix + SAVED_AT);
  if (savedAt === undefined) return;
  if (ttl !== undefined && clock.now() > Number(savedAt) + milliseconds(ttl)) {
    context.log.debug('Cache is expired, it is not used');
    return;
  }
  for (const { uri } of await storage.list(prefix)) {
    const path = uri.slice(prefix.length);
    if (path !== SAVED_AT) folder.set(path, new Uint8Array(await new Response(await storage.open(uri)).arrayBuffer()));
  }

  async function text(uri: string): Promise<string> {
    return new Response(await storage.open(uri)).text();
  }
}

/** Replaces what was kept before. */
export async function keep({ patterns = [] }: FolderCache, folder: Map<string, Uint8Array>, context: TaskContext) {
  const { storage, clock } = context.ports;
  const prefix = prefixOf(context);
  for (const { uri } of await storage.list(prefix)) await storage.delete(uri);
  const isKept = globMatcher(patterns);
  for (const [path, content] of folder) if (isKept(path)) await storage.put(prefix + path, content);
  await storage.put(prefix + SAVED_AT, new TextEncoder().encode(String(clock.now())));
}
