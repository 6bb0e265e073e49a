/** Whether an execution waits for a person: nothing of it will happen by itself. */
import { flowableOf } from './flowables/index.ts';
import type { House } from './house.ts';
import { type Run, stateOf } from './runner.ts';
import { currentState, type RunState, type Scope } from './state.ts';

export function isWaiting(run: Run, { asleep, world }: House): boolean {
  const { state } = run;
  if (asleep.has(run)) return true;
  if (!run.settled || stateOf(run) !== 'PAUSED' || world.aborts.count(state.header.id) > 0) return false;
  return allWait(state, state.root);
}

/** Every task run that has not ended is a pause, is held by one, or holds only such. */
function allWait(state: RunState, scope: Scope): boolean {
  for (const taskRun of scope.running) {
    const { id, children, task, histories } = taskRun;
    const at = currentState(histories);
    if (state.held.has(id) || (at === 'PAUSED' && flowableOf(task.type)?.life === 'pause')) continue;
    if (!children || children.running.size === 0 || !allWait(state, children)) return false;
  }
  return true;
}
