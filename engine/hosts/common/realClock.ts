/** The clock on the wall. */
import type { Clock } from '../../ports/Clock.ts';

/** setTimeout fires at once beyond 2^31 - 1 ms (24.8 days): a longer wait goes in steps. */
const LONGEST_STEP = 2 ** 31 - 1;

export const realClock: Clock = {
  now: () => Date.now(),
  async until(instant, signal) {
    for (;;) {
      signal?.throwIfAborted();
      const left = instant - Date.now();
      if (left <= 0) return;
      await pause(Math.min(left, LONGEST_STEP), signal);
    }
  },
};

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
