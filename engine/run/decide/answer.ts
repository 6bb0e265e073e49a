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

export function answered(
  state: RunState,
  taskRun: TaskRunState,
  event: Extract<RunEvent, { type: 'answer' }>,
): Decision[] {
  const { key, error, value, explanation } = event;
  const { id, task } = taskRun;
  if (isTerminal(currentState(taskRun.histories))) return [];
  if (error !== undefined) return [said(taskRun, key, error, explanation), failed(taskRun, key)];
  if (key === 'runIf') return value ? beginTask(state, taskRun) : [record({ type: 'ended', id, state: 'SKIPPED' })];
  if (key === 'after') return [ended(taskRun, isMap(value) ? value : {})];
  if (isCondition(key)) return answeredCondition(state, taskRun, event);
  const flowable = flowableOf(task.type);
  const answers = flowable && answersTo(flowable.needs(task), taskRun);
  if (!flowable || !answers) return [];
  const { outputs } = flowable.plan(task, answers);
  return [record({ type: 'planned', id, ...(outputs && { outputs }) })];
}

/** What could not be rendered, in Kestra's words; `runIf` of a task that its executor does itself has none of its own. */
function said({ id, task }: TaskRunState, key: string, error: string, explanation?: string): Decision {
  const why = explanation !== undefined && { explanation };
  if (key === 'runIf' && isExecutorTask(task.type))
    return { do: 'log', id, level: 'ERROR', message: error, ...why, speaker: 'executor' };
  if (key === 'runIf') {
    const message = `Failed to evaluate the runIf condition for task ${task.id}. Cause: ${error}`;
    return { do: 'log', id, level: 'ERROR', message, ...why };
  }
  const message = key === 'after' ? error : `Unable to resolve state from the Flowable task: ${error}`;
  return { do: 'log', id, level: 'ERROR', message, ...why, speaker: key === 'after' ? 'worker' : 'executor' };
}

/** A flowable that does not know its course fails, whatever `allowFailure` says. */
function failed(taskRun: TaskRunState, key: string): Decision {
  const { id, task } = taskRun;
  if (key === 'runIf' && isExecutorTask(task.type))
    return record({ type: 'tried', id, state: 'FAILED', outputs: null });
  if (key === 'after') return record({ type: 'ended', id, state: allowed(taskRun, 'FAILED') });
  const open = key !== 'runIf' && flowableOf(task.type)?.answers;
  return record({ type: 'ended', id, state: 'FAILED', ...(open && { open }) });
}

function isExecutorTask(type: string): boolean {
  const definition = findPlugin(type);
  return definition?.kind === 'runnable' && definition.inExecutor === true;
}

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
