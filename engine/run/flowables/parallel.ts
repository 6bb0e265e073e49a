import type { Flowable } from '../flowable.ts';
import { sideBySide } from '../plan.ts';

/** Parallel: all its tasks, at most `concurrent` at once (0: no limit). */
export const parallel: Flowable = {
  needs: (task) => [{ key: 'concurrent', template: task.properties.concurrent ?? 0, as: 'integer' }],
  plan: (task, { concurrent }) => ({ plan: sideBySide(task.branches.tasks ?? [], Number(concurrent)) }),
};
