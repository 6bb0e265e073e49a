/** What an observer is told of an event: states only. Kept short; it becomes an `EngineEvent` when somebody reads it. */
import type { EngineEvent, State } from '../door.ts';
import { isoInstant } from '../time/instant.ts';
import type { RunEvent } from './events.ts';
import type { RunState, TaskRunState } from './state.ts';

/** What is told of besides: not kept in the journal, or only as log lines. */
export type Aside =
  | { type: 'logs'; count: number }
  | { type: 'progress'; taskRunId: string; what: string; done: number; total?: number };

/** `at`: epoch milliseconds. */
export type Told = { at: number } & (
  | Aside
  | { type: 'execution'; state: State }
  | { type: 'taskRun'; taskRun: TaskRunState; state: State; iteration: number | undefined; attempt: number }
);

export function observed(state: RunState, event: RunEvent): Told | undefined {
  const { at } = event;
  switch (event.type) {
    case 'created':
      return { at, type: 'execution', state: 'CREATED' };
    case 'execution':
      return { at, type: 'execution', state: event.state };
    case 'taskRun':
      return ofTaskRun(at, state.taskRuns.get(event.id), 'CREATED');
    case 'moved':
    case 'ended':
      return ofTaskRun(at, state.taskRuns.get(event.id), event.state);
    default:
      return undefined;
  }
}

function ofTaskRun(at: number, taskRun: TaskRunState | undefined, state: State): Told | undefined {
  if (!taskRun) return undefined;
  const { iteration, attempts } = taskRun;
  return { at, type: 'taskRun', taskRun, state, iteration, attempt: Math.max(0, attempts.length - 1) };
}

export function eventOf(told: Told, executionId: string, sequence: number): EngineEvent {
  const at = isoInstant(told.at);
  if (told.type !== 'taskRun') return { ...told, executionId, sequence, at };
  const { taskRun, state, iteration, attempt } = told;
  const { id, task, parent, value } = taskRun;
  return {
    executionId,
    sequence,
    at,
    type: 'taskRun',
    taskRunId: id,
    taskId: task.id,
    ...(parent && { parentTaskRunId: parent.id }),
    ...(value !== undefined && { value }),
    ...(iteration !== undefined && { iteration }),
    state,
    attempt,
  };
}
