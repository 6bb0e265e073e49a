/** The state as a person or program sees it: the shape of Kestra's REST answer. */
import type { Execution, StateHistory, TaskRun } from '../door.ts';
import { formatDuration } from '../time/duration.ts';
import { isoInstant } from '../time/instant.ts';
import { shownInputs } from './secretInputs.ts';
import { currentState, type Moment, type RunState, type TaskRunState } from './state.ts';
import { isTerminal } from './states.ts';

export function executionOf(state: RunState, now: number): Execution {
  const { header } = state;
  return {
    id: header.id,
    namespace: header.namespace,
    flowId: header.flowId,
    flowRevision: header.revision,
    taskRunList: [...state.taskRuns.values()].map((taskRun) => taskRunOf(state, taskRun, now)),
    inputs: shownInputs(state),
    ...(state.flowOutputs && { outputs: state.flowOutputs }),
    labels: state.labels,
    ...(Object.keys(state.variables).length > 0 && { variables: state.variables }),
    state: history(state.histories, now),
    ...(header.trigger && { trigger: header.trigger }),
    originalId: header.originalId,
    ...(header.parentId !== undefined && { parentId: header.parentId }),
    deleted: false,
    metadata: {
      attemptNumber: state.attemptNumber,
      originalCreatedDate: iso(header.firstCreatedAt ?? state.histories[0]?.at ?? now),
    },
  };
}

function taskRunOf({ header }: RunState, taskRun: TaskRunState, now: number): TaskRun {
  const { id, task, parent, value, iteration, attempts, outputs, histories } = taskRun;
  return {
    id,
    executionId: header.id,
    namespace: header.namespace,
    flowId: header.flowId,
    taskId: task.id,
    // What a Pause runs while it waits stands beside it.
    ...(parent && taskRun.phase !== 'pause' && { parentTaskRunId: parent.id }),
    ...(value !== undefined && { value }),
    ...(iteration !== undefined && { iteration }),
    attempts: attempts.map((moments) => ({ state: history(moments, now) })),
    outputs,
    state: history(histories, now),
  };
}

function history(moments: readonly Moment[], now: number): StateHistory {
  const current = currentState(moments);
  const start = moments[0]?.at ?? now;
  const end = isTerminal(current) ? (moments.at(-1)?.at ?? now) : undefined;
  return {
    current,
    histories: moments.map(({ state, at }) => ({ state, date: iso(at) })),
    // Not less than nothing, also where the clock was set back meanwhile.
    duration: formatDuration(Math.max(0, (end ?? now) - start)),
    startDate: iso(start),
    ...(end !== undefined && { endDate: iso(end) }),
  };
}

export const iso = isoInstant;
