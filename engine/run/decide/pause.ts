/**
 * A Pause waits for a person or for its time, and the whole execution with it. Once it is over it goes on with its own tasks, if it
 * has any, and ends as its `behavior` says; running out of its `timeout` is a failure (Kestra 1.1).
 */
import { type Decision, record } from '../decision.ts';
import type { ResumedTo, RunEvent } from '../events.ts';
import { currentState, isHeld, type RunState, type TaskRunState, taskRunOf } from '../state.ts';
import { allowed } from './allowed.ts';
import { cutOff } from './cut.ts';
import { nextPhase } from './scope.ts';

export function startPause(state: RunState, { id, answers, task }: TaskRunState): Decision[] {
  const wakes = (['pauseDuration', 'timeout'] as const).flatMap((key): Decision[] => {
    const answer = answers.get(key);
    return answer ? [{ do: 'wake', id, key, after: Number(answer.value) }] : [];
  });
  return [
    record({ type: 'moved', id, state: 'PAUSED' }),
    ...(currentState(state.histories) === 'PAUSED' ? [] : [record({ type: 'execution', state: 'PAUSED' })]),
    ...(task.branches.onPause ? [record({ type: 'phase', scope: id, phase: 'pause' })] : []),
    ...wakes,
  ];
}

const BEHAVIOR: Readonly<Record<string, ResumedTo>> = {
  RESUME: 'SUCCESS',
  WARN: 'WARNING',
  FAIL: 'FAILED',
  CANCEL: 'CANCELLED',
};

/** Its time is over. */
export function duePause(state: RunState, taskRun: TaskRunState, key: string): Decision[] {
  const { id, answers } = taskRun;
  if (!state.paused.has(id)) return [];
  const behavior = key === 'timeout' ? 'FAIL' : String(answers.get('behavior')?.value ?? 'RESUME');
  const to = BEHAVIOR[behavior] ?? 'SUCCESS';
  // What `behavior` asks for is not forgiven (Kestra 1.1.15); running out of time is.
  const end = key === 'timeout' ? (allowed(taskRun, to) as ResumedTo) : to;
  return [record({ type: 'resumed', id, to: end })];
}

export function pauseByHand(state: RunState): Decision[] {
  return currentState(state.histories) === 'PAUSED' ? [] : [record({ type: 'execution', state: 'PAUSED' })];
}

export function resumed(state: RunState, { id, to }: Extract<RunEvent, { type: 'resumed' }>): Decision[] {
  if (id === '') return isHeld(state) ? [] : [record({ type: 'execution', state: 'RUNNING' })];
  const taskRun = taskRunOf(state, id);
  switch (to) {
    case 'KILLING':
      return [];
    case 'CANCELLED':
      return [...cutOff(state.root, 'CANCELLED'), record({ type: 'execution', state: 'CANCELLED' })];
    default: {
      const goingOn = isHeld(state)
        ? []
        : [record({ type: 'execution', state: 'RESTARTED' }), record({ type: 'execution', state: 'RUNNING' })];
      return [{ do: 'abort', id, because: 'cut' }, ...endOfPause(state, taskRun, to), ...goingOn];
    }
  }
}

/** Its own tasks come first; without any it ends here. Of one that failed only `errors` and `finally` run. */
function endOfPause(state: RunState, taskRun: TaskRunState, to: 'SUCCESS' | 'WARNING' | 'FAILED'): Decision[] {
  const { id, task, children } = taskRun;
  const { tasks, errors, finally: last } = task.branches;
  const lists = to === 'FAILED' ? [tasks, errors, last] : [tasks, last];
  const more = lists.some((list) => list?.some((child) => !child.disabled));
  if (!more || !children) return [record({ type: 'ended', id, state: to })];
  const running = record({ type: 'moved', id, state: 'RUNNING' });
  if (to === 'FAILED' || !tasks) return [running, ...nextPhase(state, id, children)];
  return [running, record({ type: 'phase', scope: id, phase: 'main' })];
}
