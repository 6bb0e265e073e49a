/** Killed: whatever works is stopped, what only waits ends at once; `errors` and `finally` do not run, `afterExecution` does. */
import { type Decision, record } from '../decision.ts';
import { currentState, type RunState } from '../state.ts';
import { isTerminal } from '../states.ts';
import { cutOff } from './cut.ts';

export function kill(state: RunState): Decision[] {
  const current = currentState(state.histories);
  if (isTerminal(current)) return [];
  const pauses = [...state.paused].map((id) => record({ type: 'resumed', id, to: 'KILLING' }));
  return [
    ...pauses,
    ...(pauses.length > 0 && current === 'PAUSED' ? [record({ type: 'execution', state: 'RESTARTED' })] : []),
    record({ type: 'execution', state: 'KILLING' }),
    ...cutOff(state.root, 'KILLED'),
    record({ type: 'execution', state: 'KILLED' }),
  ];
}
