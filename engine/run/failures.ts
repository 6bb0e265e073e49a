/**
 * Failures are reported a turn later, those of one turn together: what started at the same time gets as far as it can before a failure
 * cuts it off, and what fails at the same time fails by itself.
 */
import type { Change } from './events.ts';
import type { Run } from './runner.ts';
import { currentState } from './state.ts';
import { isTerminal } from './states.ts';
import { turn } from './turn.ts';

type Tried = Extract<Change, { type: 'tried' }>;

const waiting = new WeakMap<Run, { failures: Change[]; reported: Promise<void> }>();

/** `before` is what else is to be told of the try. */
export function reportFailure(run: Run, before: readonly Change[], failure: Tried): Promise<void> {
  const others = waiting.get(run);
  if (others) {
    others.failures.push(...before, failure);
    return others.reported;
  }
  const failures: Change[] = [...before, failure];
  const reported = turn().then(() => {
    waiting.delete(run);
    const still = failures.filter((change) => !('id' in change) || isRunning(run, change.id));
    return still.length > 0 ? run.feed(...still) : undefined;
  });
  waiting.set(run, { failures, reported });
  return reported;
}

function isRunning({ state }: Run, id: string): boolean {
  const taskRun = state.taskRuns.get(id);
  return taskRun !== undefined && !isTerminal(currentState(taskRun.histories));
}
