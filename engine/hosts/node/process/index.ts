/**
 * The `process` runner: the computer's own sh and python3, in a temporary folder, ended with everything they started. Only where the person
 * asked for it by name.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable } from 'node:stream';
import {
  PYTHON_FILE,
  type ScriptListener,
  type ScriptOutcome,
  type ScriptRequest,
  type Scripts,
  ScriptUnavailableError,
  SHELL_FILE,
} from '../../../ports/Scripts.ts';
import { createLineCutter } from '../../sandbox/lines.ts';
import { cell } from './cell.ts';
import { environmentIn } from './environment.ts';
import { familyOf } from './family.ts';
import { collected, removeFolder, writeInto } from './folder.ts';
import { LIMITS, type Limits, limited, saidOf, watch } from './limits.ts';

/** One argument of a program may hold 128 KiB on Linux; a longer one goes in as a file. */
const LONGEST_ARGUMENT = 100_000;

export function createProcessRunner(limits: Limits = LIMITS): Scripts {
  return {
    runner: 'process',
    async run(request, listener, signal): Promise<ScriptOutcome> {
      signal.throwIfAborted();
      const folder = await mkdtemp(join(tmpdir(), 'alur-script-'));
      try {
        const own = (text: string) => text.replaceAll(request.workingDirectory, folder);
        const { command, files } = commandOf(request, own(request.program));
        await writeInto(folder, { ...request.files, ...files });
        const given = Object.fromEntries(Object.entries(request.env).map(([key, value]) => [key, own(value)]));
        const exitCode = await carriedOut(command, given, folder, listener, limits, signal);
        return { exitCode, files: await collected(folder, request), workingDirectory: folder };
      } finally {
        await removeFolder(folder);
      }
    },
  };
}

function commandOf({ language, interpreter = ['/bin/sh', '-c'] }: ScriptRequest, program: string) {
  const content = new TextEncoder().encode(program);
  if (language === 'python') return { command: ['python3', '-u', PYTHON_FILE], files: { [PYTHON_FILE]: content } };
  if (program.length <= LONGEST_ARGUMENT) return { command: [...interpreter, program], files: {} };
  const shell = interpreter.filter((word) => word !== '-c');
  return { command: [...shell, SHELL_FILE], files: { [SHELL_FILE]: content } };
}

async function carriedOut(
  command: readonly string[],
  own: Record<string, string>,
  cwd: string,
  listener: ScriptListener,
  limits: Limits,
  signal: AbortSignal,
): Promise<number> {
  const mark = randomUUID();
  const env = environmentIn(cwd, own, mark);
  mustBeThere(command[0] ?? '', env.PATH ?? '');
  const limiting = limited(command, limits, await cell());
  signal.throwIfAborted();
  const child = spawn(...limiting, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', (error) => reject(new ScriptUnavailableError(`Script tidak bisa dimulai: ${error.message}`)));
    child.on('exit', (code, by) => resolve(code ?? (by ? 137 : 1)));
  });
  if (child.pid === undefined) return ended;
  const family = familyOf(child.pid, mark);
  const kill = () => void family.killAll();
  signal.addEventListener('abort', kill, { once: true });
  let passed: string | undefined;
  const unwatch = watch(family, limits, (which) => {
    passed = saidOf(which, limits);
    kill();
  });
  const heard = [read(child.stdout, 'stdout', listener), read(child.stderr, 'stderr', listener)];
  try {
    const code = await ended;
    // What it left running in the background ends with it, as in a container; only then its output has an end.
    await family.killAll();
    await Promise.all(heard);
    signal.throwIfAborted();
    if (passed !== undefined) listener.line('stderr', passed);
    return passed === undefined ? code : 137;
  } finally {
    unwatch();
    signal.removeEventListener('abort', kill);
  }
}

/** Throws `ScriptUnavailableError` for a program that this computer lacks. */
function mustBeThere(name: string, path: string): void {
  const places = name.includes('/') ? [name] : path.split(delimiter).map((folder) => join(folder, name));
  if (places.some(isExecutable)) return;
  throw new ScriptUnavailableError(`Perintah \`${name}\` tidak ada di komputer ini.`, {
    explanation: `Pasang \`${name}\` dulu, atau jalankan tanpa \`--runner process\`.`,
  });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function read(stream: Readable, name: 'stdout' | 'stderr', { line }: ScriptListener): Promise<void> {
  const cutter = createLineCutter(name, ([, text]) => line(name, text));
  for await (const chunk of stream) cutter.bytes(chunk);
  cutter.end();
}
