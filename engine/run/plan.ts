/**
 * Every flowable task is lanes: lists of tasks run in order, some of them side by side.
 *
 * | type                              | lanes                                  | at once          |
 * | --------------------------------- | -------------------------------------- | ---------------- |
 * | Sequential, If, Switch, flow      | one                                    | 1                |
 * | Parallel                          | one for each task                      | concurrent       |
 * | Dag                               | one for each task, after its `needs`   | concurrent       |
 * | ForEach                           | one for each value, made when started  | concurrencyLimit |
 * | LoopUntil                         | one, and the same again                | 1                |
 */
import type { Task } from '../door.ts';

export interface Lane {
  tasks: readonly Task[];
  value?: string;
  iteration?: number;
}

export interface Plan {
  count: number;
  /** How many lanes run side by side; Infinity for all. */
  limit: number;
  lane(index: number): Lane;
  /** Lanes that must have ended before this one starts. */
  needs?(index: number): readonly number[];
}

export const NOTHING: Plan = { count: 0, limit: 1, lane: () => ({ tasks: [] }) };

/** One after the other. */
export function sequence(tasks: readonly Task[] | undefined, value?: { value?: string; iteration?: number }): Plan {
  const enabled = (tasks ?? []).filter((task) => !task.disabled);
  if (enabled.length === 0) return NOTHING;
  const lane = { tasks: enabled, ...value };
  return { count: 1, limit: 1, lane: () => lane };
}

/** Each task on its own; 0 or less means no limit. */
export function sideBySide(tasks: readonly Task[], limit: number): Plan {
  const lanes = tasks.filter((task) => !task.disabled).map((task) => ({ tasks: [task] }));
  return {
    count: lanes.length,
    limit: limit > 0 ? limit : Number.POSITIVE_INFINITY,
    lane: (index) => laneAt(lanes, index),
  };
}

export function laneAt(lanes: readonly Lane[], index: number): Lane {
  const lane = lanes[index];
  if (!lane) throw new Error(`no lane ${index} of ${lanes.length}`);
  return lane;
}
