import type { Task } from '../../door.ts';
import type { Flowable, Need } from '../flowable.ts';
import { sequence } from '../plan.ts';

/** WorkingDirectory: its tasks, one after the other, in a folder that is filled before and emptied after them. */
export const workingDirectory: Flowable = {
  needs: (task) => (has(task, 'inputFiles', 'namespaceFiles', 'cache') ? [work('before')] : []),
  plan: (task) => ({ plan: sequence(task.branches.tasks) }),
  after: (task) => (has(task, 'outputFiles', 'cache') ? work('after') : undefined),
};

const has = (task: Task, ...names: string[]): boolean => names.some((name) => task.properties[name] !== undefined);

const work = (as: 'before' | 'after'): Need => ({ key: as, template: undefined, as });
