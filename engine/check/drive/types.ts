import type { Flow, Task } from '../../door.ts';

/** The type of every task of a flow, by its id. */
export function typesOf({ tasks, errors, finally: last, afterExecution }: Flow): Record<string, string> {
  const types: Record<string, string> = {};
  const walk = (list: readonly Task[]): void => {
    for (const task of list) {
      types[task.id] = task.type;
      for (const branch of Object.values(task.branches)) walk(branch);
    }
  };
  for (const list of [tasks, errors, last, afterExecution]) walk(list);
  return types;
}
