import type { Flowable, Need } from '../flowable.ts';
import { sequence } from '../plan.ts';

/**
 * LoopUntil: its tasks, then the condition; again after `interval` until it is true, or the most is reached.
 * `outputs.ID.iterationCount` counts from 1 (recorded from a Kestra 1.1).
 */
export const loopUntil: Flowable = {
  life: 'loop',
  needs: (task) => {
    const frequency = (task.properties.checkFrequency ?? {}) as Record<string, unknown>;
    const needs: Need[] = [{ key: 'interval', template: frequency.interval ?? 'PT1M', as: 'duration' }];
    if (frequency.maxIterations !== undefined) {
      needs.push({ key: 'maxIterations', template: frequency.maxIterations, as: 'integer' });
    }
    if (frequency.maxDuration !== undefined) {
      needs.push({ key: 'maxDuration', template: frequency.maxDuration, as: 'duration' });
    }
    return needs;
  },
  outputs: () => ({ iterationCount: 1 }),
  plan: (task, _, turn = 0) => ({
    plan: sequence(task.branches.tasks, { iteration: turn }),
    outputs: { iterationCount: turn + 1 },
  }),
};
