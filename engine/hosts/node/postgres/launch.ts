/** Starts the thread of one embedded Postgres. */
import { Worker } from 'node:worker_threads';
import type { WorkerPort } from '../../common/workerClient.ts';

export function launchThread(): WorkerPort {
  const thread = new Worker(new URL('./worker.ts', import.meta.url), { stdout: true, stderr: true });
  let open = 0;
  return {
    post: (request, transfer) => {
      if (open === 0) thread.ref();
      open += 1;
      thread.postMessage(request, transfer);
    },
    listen: (onReply, onEnd) => {
      thread.on('message', (reply) => {
        open -= 1;
        // A process with nothing else to do may end although the database is up.
        if (open === 0) thread.unref();
        onReply(reply);
      });
      thread.on('error', (error) => onEnd(error.message));
      thread.on('exit', (code) => onEnd(`The database thread ended with code ${code}`));
    },
    terminate: () => void thread.terminate(),
  };
}
