/** The pause is over: a task run that was held goes on from where it stood. */
import type { Decision } from '../decision.ts';
import { currentState, type RunState, taskRunOf } from '../state.ts';
import { isTerminal } from '../states.ts';
import { followed } from './scope.ts';
import { beginTask, dueTask } from './task.ts';

export function released(state: RunState, id: string): Decision[] {
  const taskRun = taskRunOf(state, id);
  const at = currentState(taskRun.histories);
  if (isTerminal(at)) return followed(state, taskRun);
  return at === 'RETRYING' ? dueTask(state, taskRun, 'retry') : beginTask(state, taskRun);
}
