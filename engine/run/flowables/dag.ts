import type { Flowable } from '../flowable.ts';
import { sideBySide } from '../plan.ts';

/** Dag: each task starts when all it depends on have ended. Missing and cyclic dependencies are refused when the flow is read. */
export const dag: Flowable = {
  needs: (task) => [{ key: 'concurrent', template: task.properties.concurrent ?? 0, as: 'integer' }],
  plan: (task, { concurrent }) => {
    const enabled = (task.branches.tasks ?? []).filter((child) => !child.disabled);
    const place = new Map(enabled.map((child, index) => [child.id, index]));
    const needs = enabled.map((child) =>
      (child.dependsOn ?? []).map((id) => place.get(id)).filter((index) => index !== undefined),
    );
    return { plan: { ...sideBySide(enabled, Number(concurrent)), needs: (index) => needs[index] ?? [] } };
  },
};
