/**
 * The processes in which DuckDB lives. One that has been used ends with its task; while the engine has used DuckDB before, the next one
 * is started ahead, as starting takes longer than a small query.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { WorkerPort } from '../../common/workerClient.ts';
import { confinedNode, type Start } from './confine.ts';

const PROGRAM = fileURLToPath(new URL('./duckdb.worker.ts', import.meta.url));

export interface DuckdbProcess extends WorkerPort {
  readonly exited: Promise<void>;
}

export interface Processes {
  take(): DuckdbProcess;
  close(): Promise<void>;
}

/** `folder`: under which the tasks' folders stand. */
export function createProcesses(folder: string): Processes {
  let spare: ChildProcess | undefined;
  let closed = false;
  let start: Start | undefined;

  function launch(): ChildProcess {
    start ??= confinedNode(['--disable-warning=ExperimentalWarning'], [PROGRAM, folder]);
    const child = fork(PROGRAM, [], {
      ...start,
      // Nothing of ours is to be read in there.
      env: { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, PATH: process.env.PATH },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    return child;
  }

  /** An idle process does not keep ours alive. */
  function rest(child: ChildProcess): void {
    child.unref();
    child.channel?.unref();
  }

  function prepare(): void {
    if (closed || spare) return;
    const child = launch();
    spare = child;
    rest(child);
    child.once('exit', () => {
      if (spare === child) spare = undefined;
    });
    child.once('error', () => undefined);
  }

  return {
    take() {
      const child = spare ?? launch();
      spare = undefined;
      child.ref();
      child.channel?.ref();
      return {
        exited: new Promise((resolve) => child.once('close', () => resolve())),
        post: (request) => void child.send(request, () => undefined),
        listen: (onReply, onEnd) => {
          child.on('message', (reply) => onReply(reply as Parameters<typeof onReply>[0]));
          child.on('error', (error) => onEnd(error.message));
          child.on('exit', (code, signal) => onEnd(`DuckDB ended with ${signal ?? `code ${code}`}`));
        },
        terminate: () => {
          child.kill('SIGKILL');
          prepare();
        },
      };
    },
    async close() {
      closed = true;
      spare?.kill('SIGKILL');
    },
  };
}
