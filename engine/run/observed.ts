/** What an observer is told of an event: states only. Kept short; it becomes an `EngineEvent` when somebody reads it. */
import type { EngineEvent, State } from '../door.ts';
import { isoInstant } from '../time/instant.ts';
import type { RunEvent } from './events.ts';
import type { Moment, RunState, TaskRunState } from './state.ts';

/** What is told of besides: not kept in the journal, or only as log lines. */
export type Aside =
  | { type: 'logs'; count: number }
  | { type: 'progress'; taskRunId: string; what: string; done: number; total?: number };

/** `at`: epoch milliseconds. */
export type Told =
  | (Aside & { at: number })
  | { type: 'execution'; state: State; at: number }
  | { type: 'taskRun'; taskRun: TaskRunState; moment: Moment; iteration: number | undefined; attempt: number };

export function observed(state: RunState, event: RunEvent): Told | undefined {
  switch (event.type) {
    case 'created':
      return { type: 'execution', state: 'CREATED', at: event.at };
    case 'execution':
      return { type: 'execution', state: event.state, at: event.at };
    case 'taskRun':
    case 'moved':
    case 'ended':
      return ofTaskRun(state.taskRuns.get(event.id));
    default:
      return undefined;
  }
}

/** What it has just come to. */
function ofTaskRun(taskRun: TaskRunState | undefined): Told | undefined {
  const moment = taskRun?.histories.at(-1);
  if (!taskRun || !moment) return undefined;
  const { iteration, attempts } = taskRun;
  return { type: 'taskRun', taskRun, moment, iteration, attempt: Math.max(0, attempts.length - 1) };
}

export function eventOf(told: Told, executionId: string, sequence: number): EngineEvent {
  if (told.type !== 'taskRun') return { ...told, executionId, sequence, at: isoInstant(told.at) };
  const { taskRun, moment, iteration, attempt } = told;
  const { id, task, parent, value } = taskRun;
  return {
    executionId,
    sequence,
    at: isoInstant(moment.at),
    type: 'taskRun',
    taskRunId: id,
    taskId: task.id,
    ...(parent && { parentTaskRunId: parent.id }),
    ...(value !== undefined && { value }),
    ...(iteration !== undefined && { iteration }),
    state: moment.state,
    attempt,
  };
}
