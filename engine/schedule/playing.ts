/** The scheduler as a row of ticks: who reads slowly holds nothing up, and who stops reading stops the play. */
import type { Tick } from '../door.ts';
import type { Schedules } from './schedules.ts';

/** `until`: ISO; without one until `signal` says that the engine closes. */
export async function* playing(
  schedules: Schedules,
  until: string | undefined,
  signal: AbortSignal,
): AsyncIterable<Tick> {
  const stop = new AbortController();
  const ticks: Tick[] = [];
  let wake: () => void = () => undefined;
  let over = false;
  const end = until === undefined ? undefined : Date.parse(until);
  const playing = schedules
    .play({
      ...(end !== undefined && { until: end }),
      signal: AbortSignal.any([stop.signal, signal]),
      told(tick) {
        ticks.push(tick);
        wake();
      },
    })
    .finally(() => {
      over = true;
      wake();
    });
  playing.catch(() => undefined);
  try {
    for (;;) {
      for (let tick = ticks.shift(); tick; tick = ticks.shift()) yield tick;
      if (over) break;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    await playing;
  } finally {
    stop.abort(new Error('nobody reads on'));
  }
}
