/** `outputs` of the expression context: flat by task id, and inside loops by value, outermost first: `outputs.task['x']['1']`. */
import { comesEarlier, ordered } from './ordered.ts';
import type { RunState, TaskRunState } from './state.ts';

type Level = Record<string, unknown>;

export function keepOutputs(state: RunState, taskRun: TaskRunState, outputs: Record<string, unknown>): void {
  taskRun.outputs = outputs;
  if (Object.keys(outputs).length === 0) {
    // Without any the task is only known to have been there, as in Kestra: `outputs.task` is an empty map.
    if (!Object.hasOwn(state.outputs, taskRun.task.id)) define(state.outputs, taskRun.task.id, {});
    return;
  }
  let put = (inner: Level): void => {
    state.outputs = inner;
  };
  let at: Level = state.outputs;
  const path = pathOf(taskRun);
  for (const [depth, step] of path.entries()) {
    // Of the values of a loop the order shows; of the tasks of a flow it does not.
    if (depth > 0 && !Object.hasOwn(at, step) && comesEarlier(step, at)) {
      at = ordered(at);
      put(at);
    }
    if (depth === path.length - 1) {
      define(at, step, outputs);
      return;
    }
    const next = Object.hasOwn(at, step) ? at[step] : undefined;
    const inner = isMap(next) ? next : {};
    if (inner !== next) define(at, step, inner);
    const holder = at;
    put = (changed) => define(holder, step, changed);
    at = inner;
  }
}

export function forgetOutputs(state: RunState, taskRun: TaskRunState): void {
  delete state.outputs[taskRun.task.id];
}

/** The task's id, then the value of every loop around it. */
function pathOf(taskRun: TaskRunState): string[] {
  const values: string[] = [];
  for (let at: TaskRunState | undefined = taskRun; at; at = at.parent)
    if (at.value !== undefined) values.unshift(at.value);
  return [taskRun.task.id, ...values];
}

const isMap = (value: unknown): value is Level => typeof value === 'object' && value !== null;

/** A value may be called `__proto__`: it is only a name here. */
function define(target: Level, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}
