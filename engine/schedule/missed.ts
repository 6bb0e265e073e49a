/** Ticks that passed while nobody was looking: all of them, the last, or none are made up for. */
import type { Ticks } from './ticks.ts';

export type Recovery = 'ALL' | 'LAST' | 'NONE';

/** The instant to go on after. `last` is the last tick that was dealt with. */
export function firstAfter(last: number, now: number, recovery: Recovery, ticks: Pick<Ticks, 'plainNext'>): number {
  switch (recovery) {
    case 'ALL':
      return last;
    case 'NONE':
      return Math.max(last, now - 1);
    case 'LAST': {
      let before = last;
      for (let tick = ticks.plainNext(last); tick !== undefined && tick <= now; ) {
        const next = ticks.plainNext(tick);
        if (next === undefined || next > now) break;
        before = tick;
        tick = next;
      }
      return before;
    }
  }
}
