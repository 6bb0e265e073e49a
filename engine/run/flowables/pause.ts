import type { Flowable, Need } from '../flowable.ts';
import { sequence } from '../plan.ts';

/** Pause: waits, then its own tasks. `delay` is the older name of `pauseDuration`. */
export const pause: Flowable = {
  life: 'pause',
  needs: ({ properties, timeout }) => {
    const needs: Need[] = [];
    const duration = properties.pauseDuration ?? properties.delay;
    if (duration !== undefined) needs.push({ key: 'pauseDuration', template: duration, as: 'duration' });
    if (properties.behavior !== undefined) needs.push({ key: 'behavior', template: properties.behavior, as: 'text' });
    if (timeout !== undefined) needs.push({ key: 'timeout', template: timeout, as: 'duration' });
    return needs;
  },
  plan: (task) => ({ plan: sequence(task.branches.tasks) }),
};
