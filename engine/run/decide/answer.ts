/** An answer came: to runIf, or to one of a flowable's needs. */
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
  if (error !== undefined) {
    const message =
      key === 'runIf' ? `Failed to evaluate the runIf condition for task ${task.id}. Cause: ${error}` : error;
    return [
      { do: 'log', id, level: 'ERROR', message, ...(explanation !== undefined && { explanation }) },
      record({ type: 'ended', id, state: allowed(taskRun, 'FAILED') }),
    ];
  }
  if (key === 'runIf') return value ? beginTask(state, taskRun) : [record({ type: 'ended', id, state: 'SKIPPED' })];
  if (key === 'after') return [ended(taskRun, isMap(value) ? value : {})];
  if (isCondition(key)) return answeredCondition(state, taskRun, event);
  const flowable = flowableOf(task.type);
  const answers = flowable && answersTo(flowable.needs(task), taskRun);
  if (!flowable || !answers) return [];
  const { outputs } = flowable.plan(task, answers);
  return [record({ type: 'planned', id, ...(outputs && { outputs }) })];
}

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
