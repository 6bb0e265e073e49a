/**
 * The worker's side of the output: lines go to the host in batches, and no more batches than the host keeps up with are on their
 * way, so that a script may print without end in bounded memory.
 */
import { createLineCutter } from './lines.ts';
import type { HostPort, Line } from './protocol.ts';

const BATCH_CHARACTERS = 128 * 1024;
const BATCH_LINES = 2000;
const BATCH_MS = 40;
const BATCHES_ON_THE_WAY = 8;

export function createOutput(port: HostPort) {
  let lines: Line[] = [];
  let characters = 0;
  let sent = 0;
  let taken = 0;
  let lastSent = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wake: (() => void) | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (lines.length === 0) return;
    port.post({ type: 'lines', lines });
    lines = [];
    characters = 0;
    sent += 1;
    lastSent = performance.now();
  }

  function emit(line: Line): void {
    lines.push(line);
    characters += line[1].length;
    if (characters >= BATCH_CHARACTERS || lines.length >= BATCH_LINES) flush();
    else if (performance.now() - lastSent > BATCH_MS) flush();
    else timer ??= setTimeout(flush, BATCH_MS);
  }

  const stdout = createLineCutter('stdout', emit);
  const stderr = createLineCutter('stderr', emit);

  return {
    stdout,
    stderr,
    /** The host has read a batch. */
    onTaken(): void {
      taken += 1;
      wake?.();
    },
    /** More is on its way than the host has read. */
    isBehind: (): boolean => sent - taken >= BATCHES_ON_THE_WAY,
    /** Until the host has caught up. */
    async caughtUp(): Promise<void> {
      while (sent - taken >= BATCHES_ON_THE_WAY) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    flush,
    end(): void {
      stdout.end();
      stderr.end();
      flush();
    },
  };
}

export type Output = ReturnType<typeof createOutput>;
