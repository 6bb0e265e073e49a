/** `--namespace-files DIR`: the folder's files become the files of the flow's namespace. Links are passed by. */
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import { cliMessages as say } from '../messages/cli.ts';
import type { Storage } from '../ports/Storage.ts';
import { UsageError } from './exit.ts';

export async function putNamespaceFiles(folder: string, namespace: string, storage: Storage): Promise<void> {
  const prefix = `kestra:///${namespace.replaceAll('.', '/')}/_files/`;
  for (const entry of await entriesOf(folder)) {
    if (!entry.isFile()) continue;
    const whole = join(entry.parentPath, entry.name);
    const path = relative(folder, whole).split(sep).join('/');
    await storage.put(prefix + path, Readable.toWeb(createReadStream(whole)) as ReadableStream<Uint8Array>);
  }
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { recursive: true, withFileTypes: true });
  } catch {
    throw new UsageError(say.noFolder(folder));
  }
}
