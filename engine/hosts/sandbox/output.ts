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

/** Characters that a script may print which can't wait for its host. */
const MOST_UNWAITED = 16 * 1024 * 1024;

/** `pump` handles the next message from the host, waiting for it. */
export function createOutput(port: HostPort, pump?: () => void) {
  let lines: Line[] = [];
  let characters = 0;
  let sent = 0;
  let taken = 0;
  let lastSent = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let total = 0;
  let muted = false;
  let saidMuted = false;
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

  /** Lines of the form `::{}::` carry outputs and always pass. */
  function isHeard([stream, text]: Line): boolean {
    if (!muted || text.startsWith('::')) return true;
    if (!saidMuted) lines.push([stream, 'Keluaran selebihnya tidak dicatat: lebih dari 16 MiB.']);
    saidMuted = true;
    return false;
  }

  function emit(line: Line): void {
    if (!isHeard(line)) return;
    total += line[1].length;
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
    /** For a script that never gives up the thread: waits where that is possible, else lets only messages through from here on. */
    settle(): void {
      while (pump && sent - taken >= BATCHES_ON_THE_WAY) pump();
      if (!pump && total > MOST_UNWAITED) muted = true;
    },
    end(): void {
      stdout.end();
      stderr.end();
      flush();
    },
  };
}

export type Output = ReturnType<typeof createOutput>;
