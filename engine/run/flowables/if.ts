import type { Flowable } from '../flowable.ts';
import { sequence } from '../plan.ts';

/**
 * If: the condition chooses the branch once; a missing branch is no failure. For the outputs a Kestra asks it again at the end (1.1.15),
 * when its own tasks may have changed the answer.
 */
export const ifElse: Flowable = {
  // Without a condition it is false, as in a Kestra.
  needs: (task) => [{ key: 'condition', template: task.properties.condition ?? 'false', as: 'truth' }],
  answers: true,
  outputs: (_, { condition }) => ({ evaluationResult: condition }),
  after: ({ properties: { condition } }) =>
    typeof condition === 'string' && condition.includes('{')
      ? { key: 'after', template: condition, as: 'truth' }
      : undefined,
  plan: (task, { condition }) => {
    const branch = condition ? task.branches.then : task.branches.else;
    const outputs = { evaluationResult: condition };
    return { plan: sequence(branch), outputs, ...(branch === undefined && { over: true }) };
  },
};
