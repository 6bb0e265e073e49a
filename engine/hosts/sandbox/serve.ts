/** A worker's life: it boots, says that it is ready, runs one script and is then thrown away. */
import { type Calls, createCalls } from './calls.ts';
import { createOutput, type Output } from './output.ts';
import type { HostPort, Job, JobResult, ToWorker } from './protocol.ts';

export type RunJob = (job: Job, calls: Calls, output: Output) => Promise<JobResult>;

export function serve(port: HostPort, boot: (setup: unknown) => Promise<RunJob>): void {
  const { waitForMessage } = port;
  const pump = waitForMessage && (() => dispatch(waitForMessage()));
  const calls = createCalls(port, pump);
  const output = createOutput(port, pump);
  let ready: Promise<RunJob> | undefined;

  async function answer(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      output.end();
      const tooLarge = error instanceof Error && error.name === 'FilesTooLargeError';
      port.post({
        type: 'failed',
        reason: tooLarge ? 'too-large' : 'broken',
        message: error instanceof Error ? error.message : String(error),
      });
    }
  }

  port.listen(dispatch);

  function dispatch(message: ToWorker): void {
    if (message.type === 'taken') output.onTaken();
    else if (message.type === 'boot') {
      ready = boot(message.setup);
      void answer(async () => {
        await ready;
        port.post({ type: 'ready' });
      });
    } else if (message.type === 'run') {
      void answer(async () => {
        const run = await ready;
        if (!run) throw new Error('The worker was not booted');
        const result = await run(message.job, calls, output);
        output.end();
        port.post({ type: 'done', result }, buffersOf(result));
      });
    } else calls.onMessage(message);
  }
}

/** Each memory once: a buffer that two files share can be moved only once. */
function buffersOf({ files }: JobResult): Transferable[] {
  const buffers = new Set<ArrayBuffer>();
  for (const { buffer } of Object.values(files)) if (buffer instanceof ArrayBuffer) buffers.add(buffer);
  return [...buffers];
}
