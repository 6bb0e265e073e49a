/** Whether an execution waits for a person: nothing of it will happen by itself. */
import { flowableOf } from './flowables/index.ts';
import type { House } from './house.ts';
import { type Run, stateOf } from './runner.ts';
import { currentState, type RunState, type Scope, type TaskRunState } from './state.ts';

export function isWaiting(run: Run, { asleep }: House): boolean {
  const { state } = run;
  if (asleep.has(run)) return true;
  if (!run.settled || stateOf(run) !== 'PAUSED') return false;
  return allWait(state, state.root);
}

/** Every task run that has not ended is a pause, is held by one, or holds only such. */
function allWait(state: RunState, scope: Scope): boolean {
  for (const taskRun of scope.running) {
    const { id, children, histories } = taskRun;
    const at = currentState(histories);
    if (state.held.has(id) || (at === 'PAUSED' && isForSomeone(taskRun))) continue;
    if (!children || children.running.size === 0 || !allWait(state, children)) return false;
  }
  return true;
}

/** A Pause with a time goes on by itself, and so does a LoopUntil. */
const isForSomeone = ({ task, answers }: TaskRunState): boolean =>
  flowableOf(task.type)?.life === 'pause' && !answers.has('pauseDuration') && !answers.has('timeout');
