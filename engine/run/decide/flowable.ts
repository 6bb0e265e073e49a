/** Flowables: what they need is rendered, then their lanes are known, then their children run. */
import { type Decision, record } from '../decision.ts';
import { answersTo } from '../flowable.ts';
import { flowableOf } from '../flowables/index.ts';
import type { RunState, TaskRunState } from '../state.ts';
import { allowed } from './allowed.ts';
import { startPause } from './pause.ts';
import { advance } from './scope.ts';

export function startFlowable(taskRun: TaskRunState): Decision[] {
  return [record({ type: 'moved', id: taskRun.id, state: 'RUNNING' }), ...ask(taskRun)];
}

/** Its needs are rendered; without any its lanes are known at once. */
export function ask({ id, task }: TaskRunState): Decision[] {
  const needs = flowableOf(task.type)?.needs(task) ?? [];
  if (needs.length === 0) return [record({ type: 'planned', id })];
  return needs.map((need): Decision => ({ do: 'render', id, need }));
}

export function planOf(state: RunState, taskRun: TaskRunState): Decision[] {
  const { id, task } = taskRun;
  const flowable = flowableOf(task.type);
  const answers = flowable && answersTo(flowable.needs(task), taskRun);
  const { nothing, over } = (flowable && answers && flowable.plan(task, answers)) ?? {};
  if (flowable?.life === 'pause') return startPause(state, taskRun);
  if (over) return [record({ type: 'ended', id, state: allowed(taskRun, 'SUCCESS'), outputs: taskRun.outputs ?? {} })];
  if (!nothing) return advance(state, id);
  const { namespace, flowId, id: executionId } = state.header;
  const message = `${nothing} on flow '${namespace}.${flowId}', task '${task.id}', execution '${executionId}'`;
  return [
    { do: 'log', id, level: 'WARN', message, speaker: 'executor' },
    record({ type: 'ended', id, state: allowed(taskRun, 'FAILED') }),
  ];
}
