/**
 * While an execution is paused what runs may end, but nothing new starts: a task run that would go on is held, and goes on from
 * where it stood when the pause is over.
 */
import { type Decision, record } from '../decision.ts';
import { currentState, isHeld, type RunState, type TaskRunState } from '../state.ts';
import { isTerminal } from '../states.ts';

/** The decision to wait, or nothing when the way is free. What belongs to the pause itself, or comes after the end, is never held. */
export function holding(state: RunState, { id, phase }: TaskRunState): Decision[] | undefined {
  if (!isHeld(state) || phase === 'pause' || isTerminal(currentState(state.histories))) return undefined;
  return state.held.has(id) ? [] : [record({ type: 'held', id })];
}

export const releaseAll = (state: RunState): Decision[] =>
  [...state.held].map((id) => record({ type: 'released', id }));
