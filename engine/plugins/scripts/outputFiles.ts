/** Files that a task hands on: into the internal storage, by relative path. */
import type { TaskContext } from '../definition.ts';

/** What the engine itself put into a script's folder. */
export const isOurs = (path: string): boolean => path.startsWith('.alur/');

export async function storeFiles(
  files: Iterable<readonly [path: string, content: Uint8Array]>,
  isOutput: (path: string) => boolean,
  { ports, storagePrefix }: TaskContext,
): Promise<Record<string, string>> {
  const addresses: Record<string, string> = {};
  for (const [path, content] of files) {
    if (!isOutput(path) || isOurs(path)) continue;
    const name = `${ports.random.id()}-${path.slice(path.lastIndexOf('/') + 1).replace(/[^\w.-]/g, '_')}`;
    addresses[path] = (await ports.storage.put(storagePrefix + name, content)).uri;
  }
  return addresses;
}
