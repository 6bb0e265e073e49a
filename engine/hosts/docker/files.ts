/** Files into and out of a container as tar streams: nothing is unpacked on the computer itself, links and climbing names are left out. */
import { Readable } from 'node:stream';
import tar from 'tar-stream';
import { OutputTooLargeError, type ScriptRequest } from '../../ports/Scripts.ts';
import { insidePath } from '../sandbox/paths.ts';
import { docker, ended, startDocker } from './cli.ts';
import { DockerError } from './explain.ts';

/** Puts the working directory into a created container: writable for whatever user the script runs as. */
export async function putFiles(container: string, folder: string, files: ScriptRequest['files']): Promise<void> {
  const pack = tar.pack();
  const name = folder.replace(/^\/+/, '');
  const directories = new Set<string>([name]);
  for (const path of Object.keys(files)) {
    const parts = insidePath(path).split('/').slice(0, -1);
    for (let at = 1; at <= parts.length; at++) directories.add([name, ...parts.slice(0, at)].join('/'));
  }
  for (const directory of directories) pack.entry({ name: `${directory}/`, type: 'directory', mode: 0o777 });
  for (const [path, content] of Object.entries(files))
    pack.entry({ name: `${name}/${insidePath(path)}`, mode: 0o666 }, Buffer.from(content));
  pack.finalize();
  await docker(['cp', '-', `${container}:/`], Readable.from(pack));
}

/** What the script left and `collect` takes. Throws `OutputTooLargeError` as soon as it is more than `maxFileBytes`. */
export async function takeFiles(
  container: string,
  folder: string,
  { collect, maxFileBytes }: Pick<ScriptRequest, 'collect' | 'maxFileBytes'>,
): Promise<Record<string, Uint8Array>> {
  const child = startDocker(['cp', `${container}:${folder}`, '-']);
  child.stdin.end();
  const unpack = tar.extract();
  const [code, files] = await Promise.all([
    ended(child),
    taken(unpack, collect, maxFileBytes).finally(() => child.kill()),
    fed(child.stdout, unpack),
    drained(child.stderr),
  ]);
  if (code !== 0) throw new DockerError(`docker cp from ${container} ended with ${code}`);
  return files;
}

async function taken(
  unpack: tar.Extract,
  collect: ScriptRequest['collect'],
  most: number,
): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  let length = 0;
  for await (const entry of unpack) {
    const { name, type, size = 0 } = entry.header;
    const path = name.slice(name.indexOf('/') + 1);
    const wanted = type === 'file' && isInside(path) && collect(path);
    if (wanted) length += size;
    if (length > most) throw new OutputTooLargeError(`The output files are larger than ${most} bytes`);
    const chunks: Uint8Array[] = [];
    for await (const chunk of entry) if (wanted && chunk instanceof Uint8Array) chunks.push(chunk);
    if (wanted) files[path] = new Uint8Array(Buffer.concat(chunks));
  }
  return files;
}

async function fed(from: Readable, to: tar.Extract): Promise<void> {
  for await (const chunk of from)
    if (!to.write(chunk)) await new Promise<void>((resolve) => to.once('drain', () => resolve()));
  to.end(undefined);
}

async function drained(stream: Readable): Promise<void> {
  for await (const _chunk of stream);
}

function isInside(path: string): boolean {
  try {
    return insidePath(path) === path;
  } catch {
    return false;
  }
}
