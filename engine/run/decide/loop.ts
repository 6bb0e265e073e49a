/** A LoopUntil's turn ended: its condition is asked; not yet true, it waits and starts over. */
import { type Decision, record } from '../decision.ts';
import type { RunEvent } from '../events.ts';
import { currentState, type RunState, type TaskRunState } from '../state.ts';
import { allowed } from './allowed.ts';

const CONDITION = 'condition#';

export const isCondition = (key: string): boolean => key.startsWith(CONDITION);

/** Each turn has its own answer, so that none is taken for another's. */
export function askAgain({ id, task, iteration = 0 }: TaskRunState): Decision[] {
  const need = { key: `${CONDITION}${iteration}`, template: task.properties.condition, as: 'truth' as const };
  return [{ do: 'render', id, need }];
}

export function answeredCondition(
  state: RunState,
  taskRun: TaskRunState,
  { value, at }: Extract<RunEvent, { type: 'answer' }>,
): Decision[] {
  const { id, task, iteration = 0, answers, attempts, outputs } = taskRun;
  const end = (to: 'SUCCESS' | 'FAILED') =>
    record({ type: 'ended', id, state: allowed(taskRun, to), outputs: outputs ?? {} });
  if (value) return [end('SUCCESS')];
  const started = attempts.at(-1)?.[0]?.at ?? at;
  const interval = Number(answers.get('interval')?.value ?? 0);
  const most = Number(answers.get('maxIterations')?.value ?? Number.POSITIVE_INFINITY);
  const longest = Number(answers.get('maxDuration')?.value ?? Number.POSITIVE_INFINITY);
  if (iteration + 1 >= most || at + interval - started > longest) {
    return [end(String(task.properties.failOnMaxReached) === 'true' ? 'FAILED' : 'SUCCESS')];
  }
  const alone = state.root.running.size === 1 && currentState(state.histories) === 'RUNNING';
  return [
    ...(alone ? [record({ type: 'execution', state: 'PAUSED' })] : []),
    { do: 'wake', id, key: 'loop', after: interval },
  ];
}

export function dueLoop(state: RunState, { id, iteration = 0 }: TaskRunState): Decision[] {
  const paused = currentState(state.histories) === 'PAUSED';
  return [
    ...(paused ? [record({ type: 'execution', state: 'RUNNING' })] : []),
    record({ type: 'again', id, iteration: iteration + 1 }),
  ];
}
