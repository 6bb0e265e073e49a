/** A clock that jumps to the next thing that waits as soon as nothing else is going on: a month of schedules in milliseconds. */
import type { Clock } from '../../ports/Clock.ts';

export interface VirtualClock extends Clock {
  /** Moves time forward by so many milliseconds, waking what is due on the way, in order. */
  advance(ms: number): Promise<void>;
  /** How many wait. */
  waiting(): number;
  /** While something is held, such as real work that takes no virtual time, the clock stands still. Returns how to let go. */
  hold(): () => void;
}

export interface VirtualClockOptions {
  /** Epoch milliseconds; 2024-01-01T00:00:00Z unless said otherwise. */
  start?: number;
  /** Whether it jumps by itself; true unless said otherwise. When false only `advance` moves it. */
  jumps?: boolean;
}

interface Sleeper {
  instant: number;
  wake: () => void;
}

/** So many turns of the event loop without news are taken for "nothing else is going on". */
const QUIET_TURNS = 3;

export function createVirtualClock({
  start = Date.UTC(2024, 0, 1),
  jumps = true,
}: VirtualClockOptions = {}): VirtualClock {
  let now = start;
  let sleepers: Sleeper[] = [];
  let watching = false;
  let news = 0;
  let holds = 0;

  function wakeNext(): void {
    const [next] = sleepers;
    if (!next) return;
    sleepers = sleepers.slice(1);
    now = Math.max(now, next.instant);
    next.wake();
  }

  async function watch(): Promise<void> {
    if (watching) return;
    watching = true;
    while (sleepers.length > 0) {
      const seen = news;
      for (let turn = 0; turn < QUIET_TURNS; turn++) await turnOfLoop();
      if (seen === news && holds === 0) wakeNext();
      else if (holds > 0) await nextLetGo();
    }
    watching = false;
  }

  let letGo: (() => void)[] = [];
  const nextLetGo = (): Promise<void> => new Promise((resolve) => letGo.push(resolve));

  function join(sleeper: Sleeper): void {
    const at = sleepers.findIndex(({ instant }) => instant > sleeper.instant);
    sleepers.splice(at < 0 ? sleepers.length : at, 0, sleeper);
    news++;
    if (jumps) void watch();
  }

  return {
    now: () => now,
    waiting: () => sleepers.length,
    hold() {
      holds++;
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        holds--;
        news++;
        const waiting = letGo;
        letGo = [];
        for (const resolve of waiting) resolve();
      };
    },
    until(instant, signal) {
      if (signal?.aborted) return Promise.reject(signal.reason);
      if (instant <= now) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const stop = (): void => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          reject(signal?.reason);
        };
        const sleeper: Sleeper = {
          instant,
          wake: () => {
            signal?.removeEventListener('abort', stop);
            resolve();
          },
        };
        signal?.addEventListener('abort', stop, { once: true });
        join(sleeper);
      });
    },
    async advance(ms) {
      const end = now + ms;
      for (let next = sleepers[0]; next && next.instant <= end; next = sleepers[0]) {
        wakeNext();
        await turnOfLoop();
      }
      now = Math.max(now, end);
    },
  };
}

/**
 * A message to oneself: unlike a timer it takes no millisecond. Each turn has a channel of its own: what comes through one channel is
 * handed out in a row, without letting anything else in.
 */
const turnOfLoop = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
