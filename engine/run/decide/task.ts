/** The life of one task run: asked whether it runs, started, tried, tried again, ended. */
import type { State } from '../../door.ts';
import { findPlugin } from '../../plugins/registry.ts';
import { type Decision, record } from '../decision.ts';
import type { RunEvent } from '../events.ts';
import { flowableOf } from '../flowables/index.ts';
import { nextTry, retryOf } from '../retry.ts';
import { currentState, type RunState, type TaskRunState } from '../state.ts';
import { isTerminal } from '../states.ts';
import { allowed } from './allowed.ts';
import { startFlowable } from './flowable.ts';
import { dueLoop } from './loop.ts';

export function beginTask(taskRun: TaskRunState): Decision[] {
  const { runIf } = taskRun.task;
  if (runIf === undefined || runIf === 'true') return start(taskRun);
  return [{ do: 'render', id: taskRun.id, need: { key: 'runIf', template: runIf, as: 'truth' } }];
}

export function start(taskRun: TaskRunState): Decision[] {
  const { id, task } = taskRun;
  if (flowableOf(task.type)) return startFlowable(taskRun);
  return submit(id, task.type);
}

/** What a Kestra's executor does itself never shows as SUBMITTED. */
function submit(id: string, type: string): Decision[] {
  const definition = findPlugin(type);
  const inExecutor = definition?.kind === 'runnable' && definition.inExecutor;
  return [...(inExecutor ? [] : [record({ type: 'moved', id, state: 'SUBMITTED' })]), { do: 'work', id }];
}

/** A try ended: another one follows, or the task run ends with what `allowFailure` and `allowWarning` make of it. */
export function endedTry(
  state: RunState,
  taskRun: TaskRunState,
  event: Extract<RunEvent, { type: 'tried' }>,
): Decision[] {
  const { id } = taskRun;
  if (isTerminal(currentState(taskRun.histories))) return [];
  const retry = event.state === 'FAILED' ? retryOf(state, taskRun) : undefined;
  const delay = retry && nextTry(retry, taskRun, event.at);
  if (delay === undefined) {
    const warned = event.state === 'SUCCESS' && taskRun.attempts.length > 1 && retryOf(state, taskRun)?.warningOnRetry;
    return [record({ type: 'ended', id, state: allowed(taskRun, warned ? 'WARNING' : event.state) })];
  }
  return [
    record({ type: 'moved', id, state: 'FAILED' }),
    record({ type: 'moved', id, state: 'RETRYING' }),
    ...alone(state, ['FAILED', 'RETRYING']),
    { do: 'wake', id, key: 'retry', after: delay },
  ];
}

export function dueTask(state: RunState, taskRun: TaskRunState, key: string): Decision[] {
  if (key === 'loop') return dueLoop(state, taskRun);
  if (key !== 'retry' || currentState(taskRun.histories) !== 'RETRYING') return [];
  const { id } = taskRun;
  return [
    ...(currentState(state.histories) === 'RETRYING' ? [record({ type: 'execution', state: 'RUNNING' })] : []),
    record({ type: 'moved', id, state: 'CREATED' }),
    ...submit(id, taskRun.task.type),
  ];
}

/** The execution waits with its only running task: it shows so. */
function alone(state: RunState, states: readonly State[]): Decision[] {
  const { root } = state;
  if (currentState(state.histories) !== 'RUNNING' || root.running.size !== 1) return [];
  const [only] = root.running;
  return only?.children?.running.size ? [] : states.map((next) => record({ type: 'execution', state: next }));
}
