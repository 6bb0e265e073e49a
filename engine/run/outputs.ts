/** `outputs` of the expression context: flat by task id, and inside loops by value, outermost first: `outputs.task['x']['1']`. */
import type { RunState, TaskRunState } from './state.ts';

export function keepOutputs(state: RunState, taskRun: TaskRunState, outputs: Record<string, unknown>): void {
  taskRun.outputs = outputs;
  const path = pathOf(taskRun);
  let at = state.outputs;
  for (const step of path.slice(0, -1)) {
    const next = Object.hasOwn(at, step) ? at[step] : undefined;
    const inner = isMap(next) ? next : {};
    define(at, step, inner);
    at = inner;
  }
  define(at, path.at(-1) ?? taskRun.task.id, outputs);
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

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A value may be called `__proto__`: it is only a name here. */
function define(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}
