/**
 * The counters of reopened scopes, from the task runs themselves: after a restart or a copy, when what stood there has changed as a
 * whole. Everywhere else they are kept up to date event by event.
 */
import { planFor } from './planFor.ts';
import { currentState, newScope, type RunState, type TaskRunState, taskRunOf } from './state.ts';
import { isTerminal, worst } from './states.ts';

/** `reopened`: the ids of the flowables whose children go on; the flow itself always does. */
export function recount(state: RunState, reopened: readonly string[]): void {
  const open = new Set<TaskRunState | undefined>(reopened.map((id) => taskRunOf(state, id)));
  open.add(undefined);
  state.root = newScope(planFor(state, '', 'main'));
  for (const owner of open) if (owner) owner.children = newScope(planFor(state, owner.id, 'main'));
  for (const taskRun of state.taskRuns.values()) if (open.has(taskRun.parent)) count(state, taskRun);
}

function count(state: RunState, taskRun: TaskRunState): void {
  const scope = taskRun.parent ? (taskRun.parent.children ?? newScope()) : state.root;
  const end = currentState(taskRun.histories);
  if (taskRun.position === 0) {
    scope.openLanes++;
    if (scope.plan.needs) scope.startedLanes.add(taskRun.lane);
    else scope.nextLane = Math.max(scope.nextLane, taskRun.lane + 1);
  }
  if (!isTerminal(end)) {
    scope.running.add(taskRun);
    return;
  }
  scope.worst = worst(scope.worst, end);
  if (taskRun.position + 1 < scope.plan.lane(taskRun.lane).tasks.length) return;
  scope.openLanes--;
  if (scope.plan.needs) scope.endedLanes.add(taskRun.lane);
}

/** The last task run of each lane that stopped half way, because something beside it failed. */
export function stalled(state: RunState, reopened: readonly string[]): TaskRunState[] {
  const open = new Set<TaskRunState | undefined>(reopened.map((id) => taskRunOf(state, id)));
  open.add(undefined);
  const last = new Map<string, TaskRunState>();
  for (const taskRun of state.taskRuns.values()) {
    if (open.has(taskRun.parent)) last.set(`${taskRun.parent?.id ?? ''} ${taskRun.lane}`, taskRun);
  }
  return [...last.values()].filter((taskRun) => {
    const scope = taskRun.parent ? taskRun.parent.children : state.root;
    const more = scope && taskRun.position + 1 < scope.plan.lane(taskRun.lane).tasks.length;
    return more === true && isTerminal(currentState(taskRun.histories));
  });
}
