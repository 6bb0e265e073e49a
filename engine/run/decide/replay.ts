/**
 * Replay from a task: a new execution in which everything before that task stands as it was, and the task runs again. Pure: which task
 * runs are carried over, and what starts over in the copy (recorded from a Kestra 1.1.15).
 */
import { copiesOf } from '../copies.ts';
import type { Change, Phase } from '../events.ts';
import { flowableOf } from '../flowables/index.ts';
import type { Plan } from '../plan.ts';
import { currentState, type RunState, surrounding, type TaskRunState, taskRunOf } from '../state.ts';
import { isTerminal } from '../states.ts';
import { lineOf } from './restart.ts';

/** `newId` gives each carried task run its own id. */
export function replayFrom(state: RunState, taskRunId: string, newId: () => string): Change[] {
  const target = taskRunOf(state, taskRunId);
  const path = lineOf(target).reverse();
  const kept = [...state.taskRuns.values()].filter((run) => isKept(state, run, path));
  const ids = new Map(kept.map(({ id }) => [id, newId()]));
  const idOf = ({ id }: TaskRunState) => ids.get(id) ?? id;
  const isFlowable = flowableOf(target.task.type) !== undefined;
  return [
    { type: 'copied', histories: state.histories, taskRuns: copiesOf(kept, ids) },
    {
      type: 'restarted',
      again: isFlowable ? [] : [idOf(target)],
      reopened: path.filter((run) => run !== target || isFlowable).map(idOf),
      dropped: [],
    },
  ];
}

function isKept(state: RunState, run: TaskRunState, path: readonly TaskRunState[]): boolean {
  const line = lineOf(run).reverse();
  const at = line.findIndex((step, index) => step !== path[index]);
  if (at < 0) return true;
  const [own, other] = [line[at], path[at]];
  if (!own || !other) return false;
  return isTerminal(currentState(run.histories)) && comesBefore(own, other, surrounding(state, other).plan);
}

const ORDER: readonly Phase[] = ['pause', 'main', 'errors', 'finally', 'after'];

/** Side by side counts as before: what ran beside the task is not run again. */
function comesBefore(own: TaskRunState, other: TaskRunState, plan: Plan): boolean {
  if (own.phase !== other.phase) return ORDER.indexOf(own.phase) < ORDER.indexOf(other.phase);
  if (own.lane === other.lane) return own.position < other.position;
  if (plan.needs) return !needs(plan, own.lane, other.lane);
  return plan.limit > 1 || own.lane < other.lane;
}

function needs(plan: Plan, lane: number, needed: number): boolean {
  return (plan.needs?.(lane) ?? []).some((one) => one === needed || needs(plan, one, needed));
}
