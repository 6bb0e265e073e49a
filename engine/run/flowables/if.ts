import type { Flowable } from '../flowable.ts';
import { sequence } from '../plan.ts';

/** If: the condition is rendered once; a missing branch is no failure. */
export const ifElse: Flowable = {
  // Without a condition it is false, as in a Kestra.
  needs: (task) => [{ key: 'condition', template: task.properties.condition ?? 'false', as: 'truth' }],
  answers: true,
  plan: (task, { condition }) => {
    const branch = condition ? task.branches.then : task.branches.else;
    const outputs = { evaluationResult: condition };
    return { plan: sequence(branch), outputs, ...(branch === undefined && { over: true }) };
  },
};
