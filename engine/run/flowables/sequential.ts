import type { Flowable } from '../flowable.ts';
import { sequence } from '../plan.ts';

/** Sequential: its tasks, one after the other. */
export const sequential: Flowable = { needs: () => [], plan: (task) => ({ plan: sequence(task.branches.tasks) }) };

export const allowFailure: Flowable = { ...sequential, forgives: true };
