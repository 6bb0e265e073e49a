/**
 * Restart: every task that failed runs again in its own task run, what stands around it is reopened, and what ran because of the
 * failure (`errors`, `finally`, `afterExecution`) is forgotten (Kestra 1.1). A replay from a task ends in the same event.
 */
import { type Decision, record } from '../decision.ts';
import type { RunEvent } from '../events.ts';
import { flowableOf } from '../flowables/index.ts';
import { stalled } from '../recount.ts';
import { currentState, type RunState, type Scope, type TaskRunState, taskRunOf } from '../state.ts';
import { ask } from './flowable.ts';
import { advance } from './scope.ts';
import { submit } from './task.ts';

export type Restarted = Extract<RunEvent, { type: 'restarted' }>;

/** Nothing where no task failed. */
export function restartOf(state: RunState): Omit<Restarted, 'at'> | undefined {
  const runs = [...state.taskRuns.values()];
  const dropped = new Set(runs.filter((run) => lineOf(run).some(({ phase }) => phase !== 'main')));
  const anyFailed = runs.filter((run) => currentState(run.histories) === 'FAILED');
  const failed = anyFailed.filter((run) => !dropped.has(run));
  const holders = new Set(failed.flatMap((run) => lineOf(run).slice(1)));
  const again = failed.filter(({ task }) => !flowableOf(task.type));
  const reopened = [...runs].filter((run) => holders.has(run) || (failed.includes(run) && flowableOf(run.task.type)));
  if (anyFailed.length === 0) return undefined;
  const ids = (list: Iterable<TaskRunState>) => [...list].map(({ id }) => id);
  return { type: 'restarted', again: ids(again), reopened: ids(reopened), dropped: ids(dropped), label: true };
}

/** A task run and what stands around it, from the inside out. */
export function lineOf(taskRun: TaskRunState): TaskRunState[] {
  return taskRun.parent ? [taskRun, ...lineOf(taskRun.parent)] : [taskRun];
}

export function restart(state: RunState): Decision[] {
  const event = restartOf(state);
  return event ? [record(event)] : [];
}

export function restarted(state: RunState, { again, reopened }: Restarted): Decision[] {
  const open = reopened.map((id) => taskRunOf(state, id));
  const half = stalled(state, reopened);
  return [
    record({ type: 'execution', state: 'RESTARTED' }),
    record({ type: 'execution', state: 'RUNNING' }),
    ...again.flatMap((id) => submit(taskRunOf(state, id))),
    ...half.map(({ id }) => record({ type: 'released', id })),
    ...open.filter(({ children }) => children && isEmpty(children)).flatMap(ask),
    ...(state.root.running.size === 0 && half.length === 0 ? advance(state, '') : []),
  ];
}

/** None of its children is left: it failed by itself, and is asked again for what it needs. */
const isEmpty = ({ running, nextLane, startedLanes }: Scope): boolean =>
  running.size === 0 && nextLane === 0 && startedLanes.size === 0;
