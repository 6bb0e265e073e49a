/** A scope goes on: the next task of a lane, the next lanes, the next phase, its end. */
import type { State } from '../../door.ts';
import { type Decision, record } from '../decision.ts';
import type { Phase } from '../events.ts';
import { flowableOf } from '../flowables/index.ts';
import {
  currentState,
  type RunState,
  type Scope,
  scopeOf,
  scopeOfRun,
  surrounding,
  type TaskRunState,
  taskRunOf,
} from '../state.ts';
import { isFailure, isTerminal } from '../states.ts';
import { allowed } from './allowed.ts';
import { cutOff } from './cut.ts';
import { holding } from './held.ts';
import { askAgain } from './loop.ts';

/** A child ended: what comes after it in its lane, then whatever else may start. */
export function followed(state: RunState, taskRun: TaskRunState): Decision[] {
  if (taskRun.phase === 'pause') return [];
  const held = holding(state, taskRun);
  if (held) return held;
  const scope = surrounding(state, taskRun);
  const owner = taskRun.parent?.id ?? '';
  if (scope.failed) return failing(state, owner, scope);
  const lane = scope.plan.lane(taskRun.lane);
  const next = taskRun.position + 1;
  if (next < lane.tasks.length) return [create(owner, scope, taskRun.lane, next)];
  return advance(state, owner);
}

/** Starts as many lanes as the limit allows; with none left, the scope goes on to its next phase. */
export function advance(state: RunState, owner: string): Decision[] {
  const scope = scopeOf(state, owner);
  const over = owner === '' && isTerminal(currentState(state.histories));
  if (over && scope.phase !== 'after') return [];
  if (scope.failed) return failing(state, owner, scope);
  const starting = startable(scope).map((lane) => create(owner, scope, lane, 0));
  if (starting.length > 0 || scope.openLanes > 0) return starting;
  return nextPhase(state, owner, scope);
}

function startable({ plan, nextLane, openLanes, startedLanes, endedLanes }: Scope): number[] {
  const free = plan.limit - openLanes;
  const lanes: number[] = [];
  if (!plan.needs) {
    for (let lane = nextLane; lane < plan.count && lanes.length < free; lane++) lanes.push(lane);
    return lanes;
  }
  for (let lane = 0; lane < plan.count && lanes.length < free; lane++) {
    if (!startedLanes.has(lane) && plan.needs(lane).every((needed) => endedLanes.has(needed))) lanes.push(lane);
  }
  return lanes;
}

function create(owner: string, scope: Scope, lane: number, position: number): Decision {
  const { value, iteration } = scope.plan.lane(lane);
  return {
    do: 'create',
    taskRun: {
      type: 'taskRun',
      scope: owner,
      phase: scope.phase,
      lane,
      position,
      taskId: scope.plan.lane(lane).tasks[position]?.id ?? '',
      ...(value !== undefined && { value }),
      ...(iteration !== undefined && { iteration }),
    },
  };
}

/** A child failed: its siblings are cut off at once (Kestra marks them FAILED), then the next phase comes. */
export function failing(state: RunState, owner: string, scope: Scope): Decision[] {
  return [...cutOff(scope, 'FAILED'), ...nextPhase(state, owner, scope)];
}

const ORDER: readonly Phase[] = ['main', 'errors', 'finally'];

export function nextPhase(state: RunState, owner: string, scope: Scope): Decision[] {
  if (scope.phase === 'after') return [];
  const lists = owner === '' ? state.flow : taskRunOf(state, owner).task.branches;
  for (const phase of ORDER.slice(ORDER.indexOf(scope.phase) + 1)) {
    if (phase === 'main' || (phase === 'errors' && scope.worst !== 'FAILED')) continue;
    const tasks = phase === 'errors' ? lists.errors : lists.finally;
    if (tasks?.some((task) => !task.disabled)) return [record({ type: 'phase', scope: owner, phase })];
  }
  return owner === '' ? endOfFlow(state) : endOfScope(taskRunOf(state, owner), scope);
}

function endOfScope(taskRun: TaskRunState, { worst }: Scope): Decision[] {
  if (flowableOf(taskRun.task.type)?.life === 'loop' && !isFailure(worst)) return askAgain(taskRun);
  const after = flowableOf(taskRun.task.type)?.after?.(taskRun.task);
  if (after && !taskRun.answers.has(after.key)) return [{ do: 'render', id: taskRun.id, need: after }];
  return [ended(taskRun, taskRun.outputs ?? {})];
}

/** A flowable's end, as the worst of its children says. */
export function ended(taskRun: TaskRunState, outputs: Record<string, unknown>, open?: true): Decision {
  const { worst } = scopeOfRun(taskRun);
  const end = allowed(taskRun, worst);
  // What an AllowFailure forgives stays a warning, whatever `allowWarning` alone says.
  const state = end === 'FAILED' && flowableOf(taskRun.task.type)?.forgives ? 'WARNING' : end;
  return record({ type: 'ended', id: taskRun.id, state, outputs, ...(open && { open }) });
}

/** An execution whose `errors` ran and that another one replaces never shows FAILED (Kestra 1.1). */
function endingOf({ root, replaced }: RunState, end: State): Decision {
  if (!replaced || end !== 'FAILED' || root.phase === 'main') return record({ type: 'execution', state: end });
  return { do: 'wake', id: '', key: 'replace', after: replaced.after };
}

/** The flow's outputs are rendered at the end; when that fails, so does the execution (Kestra shows SUCCESS, then FAILED). */
function endOfFlow(state: RunState): Decision[] {
  const end: State = state.root.worst;
  const ending = endingOf(state, end);
  if (state.flow.outputs.length === 0) return [ending];
  if (state.flowOutputs === undefined) return [{ do: 'renderOutputs' }];
  if (isFailure(end)) return [ending];
  return state.flowOutputs ? [ending] : [ending, record({ type: 'execution', state: 'FAILED' })];
}
