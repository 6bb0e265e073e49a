/** A LoopUntil's turn ended: its condition is asked; not yet true, it waits, and the whole execution with it, and starts over. */
import { type Decision, record } from '../decision.ts';
import type { RunEvent } from '../events.ts';
import { currentState, type RunState, type TaskRunState } from '../state.ts';
import { allowed } from './allowed.ts';

const CONDITION = 'condition#';

export const isCondition = (key: string): boolean => key.startsWith(CONDITION);

/** Each turn has its own answer, so that none is taken for another's. */
export function askAgain({ id, task, turn }: TaskRunState): Decision[] {
  const need = { key: `${CONDITION}${turn}`, template: task.properties.condition, as: 'truth' as const };
  return [{ do: 'render', id, need }];
}

export function answeredCondition(
  state: RunState,
  taskRun: TaskRunState,
  { value, at }: Extract<RunEvent, { type: 'answer' }>,
): Decision[] {
  const { id, task, turn, answers, attempts, outputs } = taskRun;
  const end = (to: 'SUCCESS' | 'FAILED') =>
    record({ type: 'ended', id, state: allowed(taskRun, to), outputs: outputs ?? {} });
  if (value) return [end('SUCCESS')];
  const started = attempts.at(-1)?.[0]?.at ?? at;
  const interval = Number(answers.get('interval')?.value ?? 0);
  const most = Number(answers.get('maxIterations')?.value ?? Number.POSITIVE_INFINITY);
  const longest = Number(answers.get('maxDuration')?.value ?? Number.POSITIVE_INFINITY);
  const reached =
    turn + 1 >= most ? 'Max iterations reached' : at + interval - started > longest && 'Max duration reached';
  if (reached) {
    const to = String(task.properties.failOnMaxReached) === 'true' ? 'FAILED' : 'SUCCESS';
    return [{ do: 'log', id, level: 'WARN', message: reached }, end(to)];
  }
  return [
    record({ type: 'moved', id, state: 'PAUSED' }),
    ...(currentState(state.histories) === 'PAUSED' ? [] : [record({ type: 'execution', state: 'PAUSED' })]),
    { do: 'wake', id, key: 'loop', after: interval },
  ];
}

export function dueLoop(state: RunState, taskRun: TaskRunState): Decision[] {
  const { id, turn } = taskRun;
  if (!state.paused.has(id)) return [];
  const others = state.pausedByHand || state.paused.size > 1;
  return [
    record({ type: 'again', id, iteration: turn + 1 }),
    ...(others ? [] : [record({ type: 'execution', state: 'RUNNING' })]),
  ];
}
