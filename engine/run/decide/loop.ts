/**
 * A LoopUntil's turn ended: its condition is asked. Not yet true, it is asked again with the next turn's count, and where that makes it
 * true with the count after it: true both times ends the loop (so does a Kestra 1.1.15; where only the second is true it never ends, and
 * ours goes on). Otherwise it waits, and the whole execution with it, and starts over.
 */
import type { State } from '../../door.ts';
import { type Decision, record } from '../decision.ts';
import type { RunEvent } from '../events.ts';
import { flowableOf } from '../flowables/index.ts';
import { currentState, type RunState, scopeOfRun, type TaskRunState } from '../state.ts';
import { allowed } from './allowed.ts';

const CONDITION = 'condition#';

export const isCondition = (key: string): boolean => key.startsWith(CONDITION);

/** Each turn has its own answers, so that none is taken for another's; `step` says how many turns ahead the count is. */
const keyOf = (turn: number, step: number): string => `${CONDITION}${turn}+${step}`;

/** After a crash what was answered is not asked again. */
export function askAgain({ id, task, turn, answers }: TaskRunState): Decision[] {
  const is = (step: number, value: boolean): boolean => answers.get(keyOf(turn, step))?.value === value;
  const step = is(0, false) && is(1, true) ? 2 : is(0, false) ? 1 : 0;
  const outputs = step > 0 && { outputs: { iterationCount: turn + 1 + step } };
  const need = { key: keyOf(turn, step), template: task.properties.condition, as: 'truth' as const, ...outputs };
  return [{ do: 'render', id, need }];
}

export function answeredCondition(
  state: RunState,
  taskRun: TaskRunState,
  { key, value, error, explanation, at }: Extract<RunEvent, { type: 'answer' }>,
): Decision[] {
  const { id, task, turn, answers, attempts, outputs } = taskRun;
  const step = [0, 1, 2].find((one) => key === keyOf(turn, one)) ?? 0;
  if (error !== undefined) return broken(state, taskRun, step, { error, ...(explanation && { explanation }) });
  const end = (to: State, last = outputs ?? {}) =>
    record({ type: 'ended', id, state: allowed(taskRun, to), outputs: last });
  const well = scopeOfRun(taskRun).worst;
  // The turn that is not taken is counted.
  const counted = { iterationCount: turn + 2 };
  if (value && step !== 1) return [end(well, step === 2 ? counted : undefined)];
  if (value) return askAgain(taskRun);
  if (step > 0) return pause(state, taskRun);
  const started = attempts.at(-1)?.[0]?.at ?? at;
  const most = Number(answers.get('maxIterations')?.value ?? Number.POSITIVE_INFINITY);
  const longest = Number(answers.get('maxDuration')?.value ?? Number.POSITIVE_INFINITY);
  const reached = turn + 1 >= most ? 'Max iterations reached' : at - started > longest && 'Max duration reached';
  if (!reached) return askAgain(taskRun);
  const to = String(task.properties.failOnMaxReached) === 'true' ? 'FAILED' : well;
  const last = reached.startsWith('Max iterations') ? counted : undefined;
  return [{ do: 'log', id, level: 'WARN', message: reached, speaker: 'executor' }, end(to, last)];
}

function pause(state: RunState, { id, answers }: TaskRunState): Decision[] {
  return [
    record({ type: 'moved', id, state: 'PAUSED' }),
    ...(currentState(state.histories) === 'PAUSED' ? [] : [record({ type: 'execution', state: 'PAUSED' })]),
    { do: 'wake', id, key: 'loop', after: Number(answers.get('interval')?.value ?? 0) },
  ];
}

/** The condition can't be rendered: its last task counts as FAILED after all, and so the loop does. */
function broken(
  state: RunState,
  taskRun: TaskRunState,
  step: number,
  { error, explanation }: { error: string; explanation?: string },
): Decision[] {
  const { id, turn, outputs } = taskRun;
  const line = { do: 'log', level: 'ERROR', speaker: 'executor', ...(explanation && { explanation }) } as const;
  const child = [...state.taskRuns.values()].findLast(({ parent, phase }) => parent?.id === id && phase === 'main');
  const unresolved = { ...line, id, message: `Unable to resolve state from the Flowable task: ${error}` };
  const last = step === 2 ? { iterationCount: turn + 2 } : (outputs ?? {});
  const end = record({ type: 'ended', id, state: allowed(taskRun, 'FAILED'), outputs: last });
  // Where its last task has tasks of its own a Kestra never ends.
  if (!child || flowableOf(child.task.type)) return [unresolved, end];
  return [
    ...(step === 0 ? [unresolved] : []),
    { ...line, id: child.id, message: error },
    record({ type: 'moved', id: child.id, state: 'FAILED', spoils: true }),
    end,
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
