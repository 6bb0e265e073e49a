import type { Task } from '../../door.ts';
import type { Flowable } from '../flowable.ts';
import { NOTHING, sequence } from '../plan.ts';

/** Switch: an exact match of text, else `defaults`; neither is a failure. Without `cases` a Kestra breaks (1.1.15). */
export const switchCase: Flowable = {
  answers: true,
  needs: (task) => [{ key: 'value', template: task.properties.value, as: 'text' }],
  outputs: (task, { value }) => ({ defaults: caseOf(task, value) === undefined, value }),
  plan: (task, { value }) => {
    if (!hasCases(task)) return { plan: NOTHING, broken: NO_CASES };
    const matching = caseOf(task, value);
    const outputs = { defaults: matching === undefined, value };
    const chosen = matching ?? task.branches.defaults;
    return chosen ? { plan: sequence(chosen), outputs } : { plan: NOTHING, outputs, nothing: 'No task found' };
  },
};

const NO_CASES = 'Cannot invoke "java.util.Map.get(Object)" because "this.cases" is null';

const caseOf = (task: Task, value: unknown): readonly Task[] | undefined => task.branches[`cases.${value}`];

const hasCases = ({ branches }: Task): boolean =>
  Object.keys(branches).some((name) => name === 'cases' || name.startsWith('cases.'));
