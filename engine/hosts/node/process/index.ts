/**
 * The `process` runner: the computer's own sh and python3, in a temporary folder, in a process group of its own that is killed whole.
 * Only where the person asked for it by name; the environment holds nothing of the host's but PATH.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import {
  OutputTooLargeError,
  type ScriptOutcome,
  type ScriptRequest,
  type Scripts,
  ScriptUnavailableError,
} from '../../../ports/Scripts.ts';
import { createLineCutter } from '../../sandbox/lines.ts';
import { insidePath } from '../../sandbox/paths.ts';

export function createProcessRunner(): Scripts {
  return {
    runner: 'process',
    async run(request, listener, signal): Promise<ScriptOutcome> {
      const folder = await mkdtemp(join(tmpdir(), 'alur-script-'));
      try {
        await write(folder, request.files);
        const own = (text: string) => text.replaceAll(request.workingDirectory, folder);
        const env = Object.fromEntries(Object.entries(request.env).map(([key, value]) => [key, own(value)]));
        const exitCode = await carriedOut(
          request,
          own(request.program),
          { PATH: process.env.PATH ?? '', HOME: folder, LANG: 'C.UTF-8', ...env },
          folder,
          listener.line.bind(listener),
          signal,
        );
        return { exitCode, files: await collected(folder, request), workingDirectory: folder };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

async function carriedOut(
  { language, interpreter }: ScriptRequest,
  program: string,
  env: Record<string, string>,
  cwd: string,
  line: (stream: 'stdout' | 'stderr', text: string) => void,
  signal: AbortSignal,
): Promise<number> {
  const [command = '', ...args] =
    language === 'python' ? ['python3', '-u', '-'] : [...(interpreter ?? ['/bin/sh', '-c']), program];
  signal.throwIfAborted();
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.on('error', () => undefined);
  child.stdin.end(language === 'python' ? program : '');
  const kill = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // it is gone already
    }
  };
  signal.addEventListener('abort', kill, { once: true });
  const streams = (['stdout', 'stderr'] as const).map((stream) =>
    read(child[stream], stream, (text) => line(stream, text)),
  );
  try {
    const ended = await new Promise<number>((resolve, reject) => {
      child.on('error', () => reject(new ScriptUnavailableError(`Perintah \`${command}\` tidak ada di komputer ini.`)));
      child.on('close', (code, by) => resolve(code ?? (by ? 137 : 1)));
    });
    await Promise.all(streams);
    signal.throwIfAborted();
    return ended;
  } finally {
    signal.removeEventListener('abort', kill);
    kill();
  }
}

async function read(stream: Readable, name: 'stdout' | 'stderr', line: (text: string) => void): Promise<void> {
  const cutter = createLineCutter(name, ([, text]) => line(text));
  for await (const chunk of stream) cutter.bytes(chunk);
  cutter.end();
}

async function write(folder: string, files: Record<string, Uint8Array>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const whole = join(folder, insidePath(path));
    await mkdir(dirname(whole), { recursive: true });
    await writeFile(whole, content);
  }
}

/** Symbolic links are left out: what they point to may be anything. */
async function collected(
  folder: string,
  { collect, maxFileBytes }: ScriptRequest,
): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  let length = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const whole = join(entry.parentPath, entry.name);
    const path = relative(folder, whole).split(sep).join('/');
    if (!collect(path)) continue;
    length += (await stat(whole)).size;
    if (length > maxFileBytes) throw new OutputTooLargeError(`The output files are larger than ${maxFileBytes} bytes`);
    files[path] = new Uint8Array(await readFile(whole));
  }
  return files;
}
