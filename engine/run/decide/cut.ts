/** Cutting off: what still runs below a scope ends, because a sibling failed or a person said so. */
import { type Decision, record } from '../decision.ts';
import type { Scope } from '../state.ts';

/** Everything still running below a scope ends now, the innermost first. */
export function cutOff(scope: Scope, state: 'FAILED' | 'KILLED' | 'CANCELLED' | 'SUCCESS' | 'WARNING'): Decision[] {
  return [...scope.running].flatMap((taskRun): Decision[] => [
    ...(taskRun.children ? cutOff(taskRun.children, state) : []),
    { do: 'abort', id: taskRun.id, because: state === 'KILLED' || state === 'CANCELLED' ? 'killed' : 'cut' },
    record({
      type: 'ended',
      id: taskRun.id,
      state,
      cut: true,
      ...(state === 'KILLED' && { outputs: taskRun.outputs ?? {} }),
    }),
  ]);
}
