/** Watching a run: until something is true, or event by event. Nobody who watches makes the engine wait. */
import type { EngineEvent } from '../door.ts';
import { eventOf } from './observed.ts';
import type { Run } from './runner.ts';

export function until(run: Run, isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (isSo()) return resolve();
    const stop = run.listen(() => {
      if (!isSo()) return;
      stop();
      resolve();
    });
  });
}

/** From the first event on; ends when nothing will happen any more. */
export async function* following(run: Run): AsyncIterable<EngineEvent> {
  let next = 0;
  for (;;) {
    while (next < run.events.length) {
      const told = run.events[next];
      if (told) yield eventOf(told, run.state.header.id, next);
      next++;
    }
    if (run.over) return;
    const seen = next;
    await until(run, () => run.events.length > seen || run.over);
  }
}
