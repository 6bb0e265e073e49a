/** `outputs` of the expression context: flat by task id, and inside loops by value, outermost first: `outputs.task['x']['1']`. */
import { hashMap } from './hashMap.ts';
import type { RunState, TaskRunState } from './state.ts';

type Level = Record<string, unknown>;

/** Merged task run by task run, the newest in front: so a Kestra lists them (1.1.15). */
export const newOutputs = (): Level => hashMap(4, true);

export function keepOutputs(state: RunState, taskRun: TaskRunState, outputs: Record<string, unknown>): void {
  taskRun.outputs = outputs;
  if (Object.keys(outputs).length === 0) {
    // Without any the task is only known to have been there, as in Kestra: `outputs.task` is an empty map.
    if (!Object.hasOwn(state.outputs, taskRun.task.id)) define(state.outputs, taskRun.task.id, {});
    return;
  }
  let at: Level = state.outputs;
  const path = pathOf(taskRun);
  for (const [depth, step] of path.entries()) {
    if (depth === path.length - 1) {
      define(at, step, outputs);
      return;
    }
    const next = Object.hasOwn(at, step) ? at[step] : undefined;
    const inner = isMap(next) && levels.has(next) ? next : newLevel();
    if (inner !== next) define(at, step, inner);
    at = inner;
  }
}

/** The outputs as they would be with these for one task run; the state stays as it is. */
export function withOutputs(state: RunState, taskRun: TaskRunState, outputs: Record<string, unknown>): Level {
  const all: Level = { ...state.outputs };
  let at = all;
  const path = pathOf(taskRun);
  for (const [depth, step] of path.entries()) {
    const next = at[step];
    const inner = depth === path.length - 1 ? outputs : { ...(isMap(next) && next) };
    define(at, step, inner);
    at = inner;
  }
  return all;
}

export function forgetOutputs(state: RunState, taskRun: TaskRunState): void {
  delete state.outputs[taskRun.task.id];
}

/** Maps by value; others are what a task gave. */
const levels = new WeakSet<Level>();

function newLevel(): Level {
  const level = hashMap(4);
  levels.add(level);
  return level;
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
