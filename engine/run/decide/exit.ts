/** core.execution.Exit: the whole execution ends in the task's state, whatever else runs; `errors` and `finally` do not. */
import { type Decision, record } from '../decision.ts';
import type { RunEvent } from '../events.ts';
import type { RunState, TaskRunState } from '../state.ts';
import { cutOff } from './cut.ts';

export function exit(
  state: RunState,
  { id }: TaskRunState,
  to: Extract<RunEvent, { type: 'tried' }>['state'],
): Decision[] {
  const rest = cutOff(state.root, to).filter(
    (decision) => !('id' in decision && decision.id === id) && !(decision.do === 'record' && isEndOf(decision, id)),
  );
  return [record({ type: 'ended', id, state: to, cut: true }), ...rest, record({ type: 'execution', state: to })];
}

const isEndOf = ({ change }: Extract<Decision, { do: 'record' }>, id: string): boolean =>
  change.type === 'ended' && change.id === id;
