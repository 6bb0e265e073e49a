/** An answer came: to runIf, or to one of a flowable's needs. */
import { findPlugin } from '../../plugins/registry.ts';
import { type Decision, record } from '../decision.ts';
import type { RunEvent } from '../events.ts';
import { answersTo } from '../flowable.ts';
import { flowableOf } from '../flowables/index.ts';
import { currentState, type RunState, type TaskRunState } from '../state.ts';
import { isTerminal } from '../states.ts';
import { allowed } from './allowed.ts';
import { answeredCondition, isCondition } from './loop.ts';
import { ended } from './scope.ts';
import { beginTask } from './task.ts';
import { endedUnrun, notRun, unrunAs } from './unrun.ts';

export function answered(
  state: RunState,
  taskRun: TaskRunState,
  event: Extract<RunEvent, { type: 'answer' }>,
): Decision[] {
  const { key, error, value, explanation } = event;
  const { id, task } = taskRun;
  if (isTerminal(currentState(taskRun.histories))) return [];
  const flowable = flowableOf(task.type);
  const unrun = unrunAs(key);
  if (unrun) return [endedUnrun(taskRun, unrun, error === undefined ? { value } : undefined)];
  if (isCondition(key)) return answeredCondition(state, taskRun, event);
  if (error !== undefined) {
    const line = said(taskRun, key, error, explanation);
    return key === 'runIf' && flowable ? [line, ...notRun(taskRun, 'FAILED')] : [line, failed(taskRun, key)];
  }
  if (key === 'runIf') return value ? beginTask(state, taskRun) : notRun(taskRun, 'SKIPPED');
  if (key === 'after') return [ended(taskRun, flowable?.outputs?.(task, { condition: value }) ?? mapOf(value))];
  const answers = flowable && answersTo(flowable.needs(task), taskRun);
  if (!flowable || !answers) return [];
  const { outputs, broken } = flowable.plan(task, answers);
  if (broken !== undefined) return [said(taskRun, key, broken, BROKEN), failed(taskRun, key)];
  return [record({ type: 'planned', id, ...(outputs && { outputs }) })];
}

const BROKEN = 'Task ini tidak punya `cases`. Tulis sedikitnya satu, misalnya `cases: { ya: [ … ] }`.';

/** What could not be rendered, in Kestra's words; `runIf` of a task that its executor does itself has none of its own. */
function said({ id, task }: TaskRunState, key: string, error: string, explanation?: string): Decision {
  const why = explanation !== undefined && { explanation };
  if (key === 'runIf' && isExecutorTask(task.type))
    return { do: 'log', id, level: 'ERROR', message: error, ...why, speaker: 'executor' };
  if (key === 'runIf') {
    const message = `Failed to evaluate the runIf condition for task ${task.id}. Cause: ${error}`;
    return { do: 'log', id, level: 'ERROR', message, ...why };
  }
  const done = key === 'after' && !flowableOf(task.type)?.answers;
  const what = key === 'after' ? 'outputs' : 'state';
  const message = done ? error : `Unable to resolve ${what} from the Flowable task: ${error}`;
  return { do: 'log', id, level: 'ERROR', message, ...why, speaker: done ? 'worker' : 'executor' };
}

/** A flowable that does not know its course fails, whatever `allowFailure` says. */
function failed(taskRun: TaskRunState, key: string): Decision {
  const { id, task } = taskRun;
  if (key === 'runIf' && isExecutorTask(task.type))
    return record({ type: 'tried', id, state: 'FAILED', outputs: null });
  const open = key !== 'runIf' && flowableOf(task.type)?.answers;
  // Only its outputs are missing then: those of its start stay.
  if (key === 'after' && open) return ended(taskRun, taskRun.outputs ?? {}, open);
  if (key === 'after') return record({ type: 'ended', id, state: allowed(taskRun, 'FAILED') });
  return record({ type: 'ended', id, state: 'FAILED', ...(open && { open }) });
}

function isExecutorTask(type: string): boolean {
  const definition = findPlugin(type);
  return definition?.kind === 'runnable' && definition.inExecutor === true;
}

const mapOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
