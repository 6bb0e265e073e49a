import type { State } from '../../door.ts';
import type { TaskRunState } from '../state.ts';

/** allowFailure makes a failure a warning, allowWarning a warning a success. */
export function allowed({ task }: TaskRunState, state: State): State {
  const forgiven = state === 'FAILED' && task.allowFailure ? 'WARNING' : state;
  return forgiven === 'WARNING' && task.allowWarning ? 'SUCCESS' : forgiven;
}
