/** `tasks` of the expression context: the last state of each, inside a loop by the task's own value: `tasks.task['x'].state`. */
import type { State } from '../door.ts';
import { hashMap } from './hashMap.ts';
import type { RunState, TaskRunState } from './state.ts';

export const newTaskStates = (): Record<string, unknown> => hashMap(16);

export function keepState({ taskStates }: RunState, { task, value }: TaskRunState, state: State): void {
  if (value === undefined) {
    taskStates[task.id] = shown(state);
    return;
  }
  const known = Object.hasOwn(taskStates, task.id) ? taskStates[task.id] : undefined;
  const byValue = isMap(known) ? known : newTaskStates();
  if (byValue !== known) taskStates[task.id] = byValue;
  // A value may be called `__proto__`: it is only a name here.
  Object.defineProperty(byValue, value, {
    value: shown(state),
    enumerable: true,
    writable: true,
    configurable: true,
  });
}

/** One for all that are in the same state. */
const inState = new Map<State, Readonly<{ state: State }>>();

function shown(state: State): Readonly<{ state: State }> {
  const known = inState.get(state) ?? Object.freeze({ state });
  inState.set(state, known);
  return known;
}

const isMap = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
