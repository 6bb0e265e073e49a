/** Which states end something, and which is worse (Kestra's `State.Type`, 1.1). */
import type { State } from '../door.ts';

const TERMINAL: ReadonlySet<State> = new Set([
  'SUCCESS',
  'WARNING',
  'FAILED',
  'KILLED',
  'CANCELLED',
  'RETRIED',
  'SKIPPED',
  'RESUBMITTED',
]);

export const isTerminal = (state: State): boolean => TERMINAL.has(state);

const BADNESS: Partial<Record<State, number>> = { WARNING: 1, FAILED: 2, CANCELLED: 3, KILLED: 4 };

/** KILLED > FAILED > WARNING > SUCCESS; a skipped task is no worse than a finished one. */
export function worst(a: State, b: State): State {
  return (BADNESS[b] ?? 0) > (BADNESS[a] ?? 0) ? b : a;
}

export const isFailure = (state: State): boolean => (BADNESS[state] ?? 0) >= 2;
