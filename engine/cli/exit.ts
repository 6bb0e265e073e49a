/** How the program ends (kept stable: people's scripts read it). */
import type { State } from '../door.ts';

export const EXIT = { ok: 0, failed: 1, invalid: 2, paused: 3, usage: 64, unavailable: 69, ours: 70 } as const;

export function exitOf(state: State): number {
  if (state === 'SUCCESS' || state === 'WARNING') return EXIT.ok;
  return state === 'PAUSED' ? EXIT.paused : EXIT.failed;
}

/** A wrong word on the command line. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Something this machine does not have (sysexits' EX_UNAVAILABLE): Docker, an image. The sentence says what and how to get it. */
export class UnavailableError extends Error {
  override name = 'UnavailableError';
}

/** The person at the keyboard said stop. */
export class StoppedError extends Error {
  override name = 'StoppedError';
}
