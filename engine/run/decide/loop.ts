/** A LoopUntil's turn ended: its condition is asked; not yet true, it waits, and the whole execution with it, and starts over. */
import type { State } from '../../door.ts';
import { type Decision, record } from '../decision.ts';
import type { RunEvent } from '../events.ts';
import { currentState, type RunState, scopeOfRun, type TaskRunState } from '../state.ts';
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
  const end = (to: State, last = outputs ?? {}) =>
    record({ type: 'ended', id, state: allowed(taskRun, to), outputs: last });
  const well = scopeOfRun(taskRun).worst;
  if (value) return [end(well)];
  const started = attempts.at(-1)?.[0]?.at ?? at;
  const interval = Number(answers.get('interval')?.value ?? 0);
  const most = Number(answers.get('maxIterations')?.value ?? Number.POSITIVE_INFINITY);
  const longest = Number(answers.get('maxDuration')?.value ?? Number.POSITIVE_INFINITY);
  const reached = turn + 1 >= most ? 'Max iterations reached' : at - started > longest && 'Max duration reached';
  if (reached) {
    const to = String(task.properties.failOnMaxReached) === 'true' ? 'FAILED' : well;
    // The turn that is not taken is counted.
    const last = reached.startsWith('Max iterations') ? { iterationCount: turn + 2 } : undefined;
    return [{ do: 'log', id, level: 'WARN', message: reached, speaker: 'executor' }, end(to, last)];
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
