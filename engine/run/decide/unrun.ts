/**
 * A task that does not run, because its `runIf` is false or can't be rendered. A flowable shows its outputs all the same, where they can
 * be had (Kestra 1.1.15); another task is only SKIPPED, or FAILED.
 */
import { type Decision, record } from '../decision.ts';
import { flowableOf } from '../flowables/index.ts';
import type { TaskRunState } from '../state.ts';

type Unrun = 'SKIPPED' | 'FAILED';

const PREFIX = 'unrun:';

/** What an answer with this key was asked for: how the task run ends. */
export function unrunAs(key: string): Unrun | undefined {
  if (!key.startsWith(PREFIX)) return undefined;
  return key === `${PREFIX}FAILED` ? 'FAILED' : 'SKIPPED';
}

export function notRun({ id, task }: TaskRunState, state: Unrun): Decision[] {
  const flowable = flowableOf(task.type);
  if (!flowable) return [record({ type: 'ended', id, state })];
  const [need] = flowable.answers ? flowable.needs(task) : [];
  if (need) return [{ do: 'render', id, need: { ...need, key: `${PREFIX}${state}` } }];
  return [record({ type: 'ended', id, state, outputs: flowable.outputs?.(task, {}) ?? {} })];
}

/** `answer`: what its outputs come of; nothing when that could not be rendered. */
export function endedUnrun({ id, task }: TaskRunState, state: Unrun, answer?: { value: unknown }): Decision {
  const flowable = flowableOf(task.type);
  const need = flowable?.needs(task)[0];
  const outputs = need && answer && flowable?.outputs?.(task, { [need.key]: answer.value });
  return record({ type: 'ended', id, state, ...(outputs && { outputs }) });
}
