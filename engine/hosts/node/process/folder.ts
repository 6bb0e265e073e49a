/** The temporary folder of one script: files in, files out, and away with it. */
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { OutputTooLargeError, type ScriptRequest } from '../../../ports/Scripts.ts';
import { insidePath } from '../../sandbox/paths.ts';

export async function writeInto(folder: string, files: Record<string, Uint8Array>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const whole = join(folder, insidePath(path));
    await mkdir(dirname(whole), { recursive: true });
    await writeFile(whole, content);
  }
}

/** Symbolic links are left out: what they point to may be anything. So are names that are no text, and what is no file. */
export async function collected(
  folder: string,
  { collect, maxFileBytes }: Pick<ScriptRequest, 'collect' | 'maxFileBytes'>,
): Promise<Record<string, Uint8Array>> {
  const files: [path: string, content: Uint8Array][] = [];
  let length = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name.includes('\ufffd')) continue;
    const whole = join(entry.parentPath, entry.name);
    const path = relative(folder, whole).split(sep).join('/');
    if (!collect(path)) continue;
    length += (await stat(whole)).size;
    if (length > maxFileBytes) throw new OutputTooLargeError(`The output files are larger than ${maxFileBytes} bytes`);
    files.push([path, new Uint8Array(await readFile(whole))]);
  }
  return Object.fromEntries(files);
}

/** A script may have shut its own folders. What can't be removed even then is left to the system. */
export async function removeFolder(folder: string): Promise<void> {
  const away = () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  try {
    await away();
  } catch {
    await opened(folder);
    await away().catch(() => undefined);
  }
}

async function opened(folder: string): Promise<void> {
  await chmod(folder, 0o700).catch(() => undefined);
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => []))
    if (entry.isDirectory()) await opened(join(folder, entry.name));
}
