/** Flowables: what they need is rendered, then their lanes are known, then their children run. */
import { type Decision, record } from '../decision.ts';
import { answersTo } from '../flowable.ts';
import { flowableOf } from '../flowables/index.ts';
import type { RunState, TaskRunState } from '../state.ts';
import { allowed } from './allowed.ts';
import { advance } from './scope.ts';

export function startFlowable(taskRun: TaskRunState): Decision[] {
  const { id, task } = taskRun;
  const needs = flowableOf(task.type)?.needs(task) ?? [];
  const running = record({ type: 'moved', id, state: 'RUNNING' });
  if (needs.length === 0) return [running, record({ type: 'planned', id })];
  return [running, ...needs.map((need): Decision => ({ do: 'render', id, need }))];
}

export function planOf(state: RunState, taskRun: TaskRunState): Decision[] {
  const { id, task } = taskRun;
  const flowable = flowableOf(task.type);
  const answers = flowable && answersTo(flowable.needs(task), taskRun);
  const nothing = flowable && answers && flowable.plan(task, answers).nothing;
  if (!nothing) return advance(state, id);
  const { namespace, flowId, id: executionId } = state.header;
  const message = `${nothing} on flow '${namespace}.${flowId}', task '${task.id}', execution '${executionId}'`;
  return [{ do: 'log', id, level: 'WARN', message }, record({ type: 'ended', id, state: allowed(taskRun, 'FAILED') })];
}
