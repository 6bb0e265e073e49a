/** The lanes of a scope in a phase, from the task and from what was rendered for it. */
import type { Phase } from './events.ts';
import { answersTo } from './flowable.ts';
import { flowableOf } from './flowables/index.ts';
import { NOTHING, type Plan, sequence } from './plan.ts';
import { type RunState, taskRunOf } from './state.ts';

const LISTS = {
  pause: 'onPause',
  main: 'tasks',
  errors: 'errors',
  finally: 'finally',
  after: 'afterExecution',
} as const;

/** `scope` '' is the flow itself. */
export function planFor(state: RunState, scope: string, phase: Phase): Plan {
  if (scope === '') return phase === 'pause' ? NOTHING : sequence(state.flow[LISTS[phase]]);
  const taskRun = taskRunOf(state, scope);
  const { task, turn } = taskRun;
  const flowable = flowableOf(task.type);
  if (phase !== 'main')
    return sequence(task.branches[LISTS[phase]], flowable?.life === 'loop' ? { iteration: turn } : undefined);
  const answers = flowable && answersTo(flowable.needs(task), taskRun);
  return flowable && answers ? flowable.plan(task, answers, turn).plan : NOTHING;
}
