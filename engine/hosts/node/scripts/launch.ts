/** Starts the thread of one sandboxed script: no environment, bounded memory. */
import { Worker } from 'node:worker_threads';
import type { Language, ToWorker, WorkerHandle } from '../../sandbox/protocol.ts';

const FILES: Record<Language, string> = { shell: './shell.worker.ts', python: './python.worker.ts' };

/** `canWait`: whether it may wait for an answer without giving up the thread; a page's worker may not. */
export function launchThread(language: Language, canWait = true): WorkerHandle {
  const thread = new Worker(new URL(FILES[language], import.meta.url), {
    env: {},
    argv: [],
    workerData: { canWait },
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 2048 },
  });
  thread.unref();
  let asked = false;
  return {
    post(message: ToWorker, transfer: Transferable[] = []) {
      thread.ref();
      thread.postMessage(message, transfer as never);
    },
    listen(onMessage, onEnd) {
      thread.removeAllListeners();
      thread.on('message', (message) => {
        if (message.type === 'ready') thread.unref();
        onMessage(message);
      });
      thread.on('error', (error: NodeJS.ErrnoException) =>
        onEnd(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash', error.message),
      );
      thread.on('exit', (code) => {
        if (!asked) onEnd('crash', `The script's thread ended with code ${code}`);
      });
    },
    terminate() {
      asked = true;
      void thread.terminate();
    },
  };
}
