/** Task runs carried over from one execution into another, for a replay: out of a state as plain data, and into a new one. */
import type { CopiedRun } from './events.ts';
import { keepOutputs } from './outputs.ts';
import { planFor } from './planFor.ts';
import { currentState, type RunState, scopeOfRun, type TaskRunState, taskRunOf } from './state.ts';
import { keepState } from './taskStates.ts';

/** `ids`: the new id of each task run that is carried over. */
export function copiesOf(taskRuns: readonly TaskRunState[], ids: ReadonlyMap<string, string>): CopiedRun[] {
  return taskRuns.map((taskRun) => ({
    id: ids.get(taskRun.id) ?? taskRun.id,
    taskId: taskRun.task.id,
    scope: taskRun.parent ? (ids.get(taskRun.parent.id) ?? taskRun.parent.id) : '',
    phase: taskRun.phase,
    lane: taskRun.lane,
    position: taskRun.position,
    ...(taskRun.value !== undefined && { value: taskRun.value }),
    ...(taskRun.iteration !== undefined && { iteration: taskRun.iteration }),
    turn: taskRun.turn,
    histories: taskRun.histories,
    attempts: taskRun.attempts,
    outputs: taskRun.outputs,
    answers: [...taskRun.answers],
  }));
}

/** Parents come before their children, as they were created. */
export function copyRuns(state: RunState, copies: readonly CopiedRun[]): void {
  for (const copy of copies) {
    const parent = copy.scope === '' ? undefined : taskRunOf(state, copy.scope);
    const task = planFor(state, copy.scope, copy.phase).lane(copy.lane).tasks[copy.position];
    if (!task) throw new Error(`no task ${copy.taskId} in flow ${state.flow.id}`);
    const taskRun: TaskRunState = {
      id: copy.id,
      task,
      parent,
      phase: copy.phase,
      lane: copy.lane,
      position: copy.position,
      value: copy.value,
      iteration: copy.iteration,
      turn: copy.turn,
      histories: [...copy.histories],
      attempts: copy.attempts.map((moments) => [...moments]),
      outputs: null,
      answers: new Map(copy.answers),
      metrics: [],
      children: undefined,
    };
    state.taskRuns.set(copy.id, taskRun);
    keepState(state, taskRun, currentState(taskRun.histories));
    if (parent) scopeOfRun(parent);
    if (copy.outputs) keepOutputs(state, taskRun, copy.outputs);
  }
}
