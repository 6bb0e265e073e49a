/** The life of one task run: asked whether it runs, started, tried, tried again, ended. */
import type { Retry } from '../../door.ts';
import { findPlugin } from '../../plugins/registry.ts';
import { type Decision, record } from '../decision.ts';
import type { RunEvent } from '../events.ts';
import { flowableOf } from '../flowables/index.ts';
import { nextExecution, nextTry, retryOf } from '../retry.ts';
import { currentState, type RunState, type TaskRunState } from '../state.ts';
import { isTerminal } from '../states.ts';
import { allowed } from './allowed.ts';
import { exit } from './exit.ts';
import { startFlowable } from './flowable.ts';
import { holding } from './held.ts';
import { dueLoop } from './loop.ts';
import { duePause } from './pause.ts';

export function beginTask(state: RunState, taskRun: TaskRunState): Decision[] {
  const held = holding(state, taskRun);
  if (held) return held;
  const { runIf } = taskRun.task;
  if (runIf === undefined || runIf === 'true' || taskRun.answers.get('runIf')?.value === true) return start(taskRun);
  return [{ do: 'render', id: taskRun.id, need: { key: 'runIf', template: runIf, as: 'truth' } }];
}

export function start(taskRun: TaskRunState): Decision[] {
  if (flowableOf(taskRun.task.type)) return startFlowable(taskRun);
  return submit(taskRun);
}

/** What a Kestra's executor does itself never shows as SUBMITTED, nor what a WorkingDirectory does, which is one piece of work (a second try is not). */
export function submit({ id, task, parent, attempts }: TaskRunState): Decision[] {
  const definition = findPlugin(task.type);
  const inExecutor = definition?.kind === 'runnable' && definition.inExecutor;
  const inPiece = parent?.task.type === 'io.kestra.plugin.core.flow.WorkingDirectory' && attempts.length === 0;
  return [...(inExecutor || inPiece ? [] : [record({ type: 'moved', id, state: 'SUBMITTED' })]), { do: 'work', id }];
}

/** A try ended: another one follows, or the task run ends with what `allowFailure` and `allowWarning` make of it. */
export function endedTry(
  state: RunState,
  taskRun: TaskRunState,
  event: Extract<RunEvent, { type: 'tried' }>,
): Decision[] {
  const { id, histories } = taskRun;
  if (isTerminal(currentState(histories))) return [];
  if (event.exit) return exit(state, taskRun, event.state);
  // What failed before it ran is not tried again, and nothing forgives it.
  if (event.state === 'FAILED' && currentState(histories) !== 'RUNNING')
    return [record({ type: 'ended', id, state: 'FAILED' })];
  // What comes after the end is tried once.
  const again = event.state === 'FAILED' && state.root.phase !== 'after';
  const retry = again ? retryOf(state, taskRun) : undefined;
  if (retry?.behavior === 'CREATE_NEW_EXECUTION') return replaced(state, taskRun, retry, event.at);
  const delay = retry && nextTry(retry, taskRun, event.at);
  if (delay === undefined) {
    const warned = event.state === 'SUCCESS' && taskRun.attempts.length > 1 && taskRun.task.retry?.warningOnRetry;
    const { through, state: to } = event;
    const end = through ? to : allowed(taskRun, warned ? 'WARNING' : to);
    return [record({ type: 'ended', id, state: end, ...(through && through !== end && { through }) })];
  }
  return [
    record({ type: 'moved', id, state: 'FAILED' }),
    record({ type: 'moved', id, state: 'RETRYING' }),
    ...retrying(state, taskRun),
    { do: 'wake', id, key: 'retry', after: delay },
  ];
}

/** The whole execution is tried again, as a new one; this one is not tried further. */
function replaced(state: RunState, taskRun: TaskRunState, retry: Retry, now: number): Decision[] {
  const { id } = taskRun;
  const end = allowed(taskRun, 'FAILED');
  const after = end === 'FAILED' ? nextExecution(retry, state, now) : undefined;
  return [
    ...(after === undefined ? [] : [record({ type: 'replaced', id, after })]),
    record({ type: 'ended', id, state: end }),
  ];
}

export function dueTask(state: RunState, taskRun: TaskRunState, key: string): Decision[] {
  if (key === 'loop') return dueLoop(state, taskRun);
  if (key === 'pauseDuration' || key === 'timeout') return duePause(state, taskRun, key);
  if (key !== 'retry' || currentState(taskRun.histories) !== 'RETRYING') return [];
  const held = holding(state, taskRun);
  if (held) return held;
  const { id } = taskRun;
  return [
    ...(currentState(state.histories) === 'RETRYING' ? [record({ type: 'execution', state: 'RUNNING' })] : []),
    record({ type: 'moved', id, state: 'CREATED' }),
    ...submit(taskRun),
  ];
}

/** The execution shows that a task waits to be tried again; one of its own, that it had failed, unless `finally` was to come. */
function retrying({ histories, flow }: RunState, { parent, phase }: TaskRunState): Decision[] {
  if (currentState(histories) !== 'RUNNING') return [];
  const more = phase !== 'finally' && flow.finally.some(({ disabled }) => !disabled);
  const failed = parent || more ? [] : [record({ type: 'execution', state: 'FAILED', passing: true })];
  return [...failed, record({ type: 'execution', state: 'RETRYING' })];
}
