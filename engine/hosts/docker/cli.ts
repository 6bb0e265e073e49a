/**
 * The `docker` program, called the way a person calls it, so that contexts, DOCKER_HOST and credentials mean here what they mean to them.
 * What it refuses becomes a `DockerError` with an Indonesian sentence.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { DockerError } from './explain.ts';

export interface Said {
  code: number;
  stdout: string;
  stderr: string;
}

type Running = ChildProcessByStdio<Writable, Readable, Readable>;

/** Starts `docker ARGS` and leaves its streams to the caller. */
export function startDocker(args: readonly string[]): Running {
  const child = spawn('docker', args, { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
  child.stdin.on('error', () => undefined);
  return child;
}

/** How it ended. Rejects with `DockerError` when there is no such program. */
export function ended(child: Running): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => reject(new DockerError('docker: command not found', { cause })));
    child.on('close', (code, signal) => resolve(code ?? (signal ? 137 : 1)));
  });
}

/** `docker ARGS` to its end, whatever that is. `input` goes to its standard input. */
export async function tryDocker(args: readonly string[], input?: Readable): Promise<Said> {
  const child = startDocker(args);
  if (input) input.pipe(child.stdin);
  else child.stdin.end();
  const [stdout, stderr, code] = await Promise.all([textOf(child.stdout), textOf(child.stderr), ended(child)]);
  return { code, stdout, stderr };
}

/** Its standard output. Rejects with `DockerError` on any other end than 0. */
export async function docker(args: readonly string[], input?: Readable): Promise<string> {
  const { code, stdout, stderr } = await tryDocker(args, input);
  if (code === 0) return stdout.trim();
  throw new DockerError(stderr.trim() || `docker ${args[0] ?? ''} ended with ${code}`);
}

async function textOf(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) text += String(chunk);
  return text;
}
