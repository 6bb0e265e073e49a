/** What an observer is told of an event: states only. */

import type { RunEvent } from './events.ts';
import type { EventBody } from './runner.ts';
import type { RunState } from './state.ts';

export function observed(state: RunState, event: RunEvent): EventBody | undefined {
  switch (event.type) {
    case 'created':
      return { type: 'execution', state: 'CREATED' };
    case 'execution':
      return { type: 'execution', state: event.state };
    case 'taskRun':
      return taskRunEvent(state, event.id, 'CREATED');
    case 'moved':
    case 'ended':
      return taskRunEvent(state, event.id, event.state);
    default:
      return undefined;
  }
}

function taskRunEvent(
  state: RunState,
  id: string,
  to: Extract<EventBody, { type: 'taskRun' }>['state'],
): EventBody | undefined {
  const taskRun = state.taskRuns.get(id);
  if (!taskRun) return undefined;
  const { task, parent, value, iteration, attempts } = taskRun;
  return {
    type: 'taskRun',
    taskRunId: id,
    taskId: task.id,
    ...(parent && { parentTaskRunId: parent.id }),
    ...(value !== undefined && { value }),
    ...(iteration !== undefined && { iteration }),
    state: to,
    attempt: Math.max(0, attempts.length - 1),
  };
}
