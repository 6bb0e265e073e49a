import type { Flowable } from '../flowable.ts';
import { NOTHING, sequence } from '../plan.ts';

/** Switch: an exact match of text, else `defaults`; neither is a failure. */
export const switchCase: Flowable = {
  answers: true,
  needs: (task) => [{ key: 'value', template: task.properties.value, as: 'text' }],
  plan: (task, { value }) => {
    const matching = task.branches[`cases.${value}`];
    const outputs = { defaults: matching === undefined, value };
    const chosen = matching ?? task.branches.defaults;
    return chosen ? { plan: sequence(chosen), outputs } : { plan: NOTHING, outputs, nothing: 'No task found' };
  },
};
