import type { Task } from '../../door.ts';
import type { Flowable } from '../flowable.ts';
import { sequence } from '../plan.ts';

/** ForEachItem: three tasks of its own, one after the other; they are not written in the flow (Kestra 1.1). */
export const forEachItem: Flowable = {
  needs: () => [],
  plan: (task) => ({ plan: sequence(parts(task)) }),
};

function parts(task: Task): Task[] {
  const { id, type, at, properties } = task;
  const common = { at, disabled: false, allowFailure: false, allowWarning: false, branches: {} };
  const output = (part: string, name: string): string =>
    `{{ currentEachOutput(outputs['${part}'] ?? {}).${name} ?? '' }}`;
  return [
    { ...common, id: `${id}_split`, type: `${type}$ForEachItemSplit`, properties },
    {
      ...common,
      id: `${id}_items`,
      type: `${type}$ForEachItemExecutable`,
      properties: { ...properties, splits: output(`${id}_split`, 'splits') },
    },
    {
      ...common,
      id: `${id}_merge`,
      type: `${type}$ForEachItemMergeOutputs`,
      properties: { base: output(`${id}_items`, 'subflowOutputsBaseUri') },
    },
  ];
}
