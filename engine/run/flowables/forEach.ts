import type { Flowable } from '../flowable.ts';
import { NOTHING } from '../plan.ts';

/**
 * ForEach: its tasks once for each value, in the values' order; equal values once.
 * `spread`: each task of each value on its own, none waits for the one before it (EachParallel).
 * A value is text in `taskrun.value`: objects and lists as JSON (Kestra 1.1, `FlowableUtils.resolveEachTasks`).
 */
export const forEach = (
  limit: (task: { properties: Record<string, unknown> }) => unknown,
  spread = false,
): Flowable => ({
  needs: (task) => [
    { key: 'values', template: task.properties.values ?? task.properties.value, as: 'list' },
    { key: 'limit', template: limit(task), as: 'integer' },
  ],
  plan: (task, answers) => {
    const values = [...new Set((answers.values as unknown[]).map(asText))];
    const enabled = (task.branches.tasks ?? []).filter((child) => !child.disabled);
    if (enabled.length === 0) return { plan: NOTHING };
    const at = Number(answers.limit) > 0 ? Number(answers.limit) : Number.POSITIVE_INFINITY;
    if (!spread) {
      const lane = (index: number) => ({ tasks: enabled, value: values[index] ?? '', iteration: index });
      return { plan: { count: values.length, limit: at, lane } };
    }
    const lane = (index: number) => {
      const iteration = Math.floor(index / enabled.length);
      return { tasks: enabled.slice(index % enabled.length).slice(0, 1), value: values[iteration] ?? '', iteration };
    };
    return { plan: { count: values.length * enabled.length, limit: at, lane } };
  },
});

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
