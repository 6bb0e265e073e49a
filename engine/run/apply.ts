/** The fold: one event changes the state, in place. Says what happened, decides nothing. */
import type { Flow, State, Task } from '../door.ts';
import { copyRuns } from './copies.ts';
import type { Phase, RunEvent } from './events.ts';
import { flowableOf } from './flowables/index.ts';
import { inJavaOrder } from './javaOrder.ts';
import { mergeLabels, startLabels } from './labels.ts';
import { forgetOutputs, keepOutputs, newOutputs } from './outputs.ts';
import { type Plan, sequence } from './plan.ts';
import { planFor } from './planFor.ts';
import { recount } from './recount.ts';
import {
  type Answers,
  currentState,
  type Moment,
  NO_ANSWERS,
  newScope,
  type RunState,
  type Scope,
  scopeOf,
  scopeOfRun,
  surrounding,
  type TaskRunState,
  taskRunOf,
} from './state.ts';
import { isTerminal, worst } from './states.ts';
import { keepState, newTaskStates } from './taskStates.ts';

/** A variable without a value is not there, as in Kestra. */
const withoutNulls = (variables: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== null));

type Of<T extends RunEvent['type']> = Extract<RunEvent, { type: T }>;

/** The state of an execution that was just created. */
export function begin(flow: Flow, { header, at }: Of<'created'>): RunState {
  return {
    flow,
    header,
    labels: startLabels(header),
    variables: withoutNulls(flow.variables),
    histories: [{ state: 'CREATED', at }],
    root: newScope(sequence(flow.tasks)),
    taskRuns: new Map(),
    outputs: newOutputs(),
    taskStates: newTaskStates(),
    flowOutputs: undefined,
    outputProblems: [],
    pausedByHand: false,
    paused: new Set(),
    held: new Set(),
    attemptNumber: header.attemptNumber,
    missed: new Set(),
    replaced: undefined,
  };
}

export function apply(state: RunState, event: RunEvent): void {
  switch (event.type) {
    case 'created':
    case 'due':
      return;
    case 'execution':
      state.histories.push({ state: event.state, at: event.at });
      return;
    case 'phase':
      enter(scopeOf(state, event.scope), event.phase, planFor(state, event.scope, event.phase));
      return;
    case 'taskRun':
      create(state, event);
      return;
    case 'answer':
      answered(taskRunOf(state, event.id), event);
      return;
    case 'planned':
      planned(state, event);
      return;
    case 'moved':
      moved(state, taskRunOf(state, event.id), event);
      return;
    case 'tried':
      tried(taskRunOf(state, event.id), event);
      return;
    case 'ended':
      ended(state, event);
      return;
    case 'again':
      again(state, event);
      return;
    case 'metrics':
      measured(taskRunOf(state, event.id), event);
      return;
    case 'labels':
      state.labels = mergeLabels(state.labels, event.labels);
      return;
    case 'variables':
      state.variables = event.variables;
      return;
    case 'flowOutputs':
      state.flowOutputs = event.outputs;
      state.outputProblems = event.problems ?? [];
      return;
    case 'asked':
      if (event.what === 'pause') state.pausedByHand = true;
      return;
    case 'held':
      state.held.add(event.id);
      return;
    case 'released':
      state.held.delete(event.id);
      return;
    case 'resumed':
      resumed(state, event);
      return;
    case 'restarted':
      restarted(state, event);
      return;
    case 'copied':
      state.histories = [...event.histories];
      copyRuns(state, event.taskRuns);
      return;
    case 'sla':
      missed(state, event);
      return;
    case 'replaced':
      state.replaced = { id: event.id, after: event.after };
      return;
    default:
      event satisfies never;
  }
}

function enter(scope: Scope, phase: Phase, plan: Plan): void {
  scope.phase = phase;
  scope.plan = plan;
  scope.nextLane = 0;
  scope.openLanes = 0;
  scope.startedLanes.clear();
  scope.endedLanes.clear();
  scope.failed = false;
}

function create(state: RunState, event: Of<'taskRun'>): void {
  const scope = scopeOf(state, event.scope);
  const lane = scope.plan.lane(event.lane);
  const task = lane.tasks[event.position];
  if (!task) throw new Error(`no task ${event.position} in lane ${event.lane}`);
  const taskRun: TaskRunState = {
    id: event.id,
    task,
    parent: event.scope === '' ? undefined : taskRunOf(state, event.scope),
    phase: event.phase,
    lane: event.lane,
    position: event.position,
    value: event.value,
    iteration: event.iteration,
    turn: 0,
    histories: [{ state: 'CREATED', at: event.at }],
    attempts: [],
    outputs: null,
    answers: NO_ANSWERS,
    metrics: [],
    children: undefined,
  };
  state.taskRuns.set(event.id, taskRun);
  keepState(state, taskRun, 'CREATED');
  scope.running.add(taskRun);
  if (event.position > 0 || event.phase === 'pause') return;
  scope.openLanes++;
  if (scope.plan.needs) scope.startedLanes.add(event.lane);
  else scope.nextLane = event.lane + 1;
}

function answered(taskRun: TaskRunState, { key, value, error }: Of<'answer'>): void {
  taskRun.answers = new Map(taskRun.answers).set(key, error === undefined ? { value } : { error });
}

function measured(taskRun: TaskRunState, { metrics }: Of<'metrics'>): void {
  taskRun.metrics = [...taskRun.metrics, ...metrics];
}

function planned(state: RunState, event: Of<'planned'>): void {
  const taskRun = taskRunOf(state, event.id);
  scopeOfRun(taskRun).plan = planFor(state, event.id, 'main');
  keepOutputs(state, taskRun, event.outputs ?? taskRun.outputs ?? {});
}

function moved(state: RunState, taskRun: TaskRunState, event: Of<'moved'>): void {
  const running = { state: event.state, at: event.at };
  taskRun.histories.push(running);
  keepState(state, taskRun, event.state);
  if (event.spoils) taskRun.attempts.at(-1)?.push({ state: event.state, at: event.at });
  if (event.state === 'PAUSED') state.paused.add(taskRun.id);
  // A flowable is one attempt, however often it goes on.
  if (event.state !== 'RUNNING' || (taskRun.attempts.length > 0 && flowableOf(taskRun.task.type))) return;
  // A ForEachItem's executions show no RUNNING in their attempt (Kestra 1.1).
  const shown = taskRun.task.type.endsWith('$ForEachItemExecutable') ? [] : [running];
  taskRun.attempts.push([{ state: 'CREATED', at: event.at }, ...shown]);
}

const isSubflow = ({ type }: Task): boolean => type === 'io.kestra.plugin.core.flow.Subflow';

/** A task that Kestra's executor does may fail before it runs: the try then shows its end only. */
function tried(taskRun: TaskRunState, event: Of<'tried'>): void {
  const lastTry = taskRun.attempts.at(-1);
  const { state, through, at } = event;
  const ends = [...(through && through !== state ? [{ state: through, at }] : []), { state, at }];
  if (event.unread && lastTry) lastTry.splice(1, lastTry.length, { state, at });
  // A second try of a Subflow shows the whole history of its task run (Kestra 1.1.15).
  else if (lastTry && taskRun.attempts.length > 1 && isSubflow(taskRun.task))
    lastTry.splice(0, lastTry.length, ...taskRun.histories, ...ends);
  else if (lastTry && !isTerminal(currentState(lastTry))) lastTry.push(...ends);
  else taskRun.attempts.push(ends);
  if (event.outputs !== undefined) taskRun.outputs = event.outputs;
}

function ended(state: RunState, event: Of<'ended'>): void {
  const taskRun = taskRunOf(state, event.id);
  if (event.through) taskRun.histories.push({ state: event.through, at: event.at });
  taskRun.histories.push(endOf(taskRun, event));
  keepState(state, taskRun, event.state);
  state.paused.delete(event.id);
  state.held.delete(event.id);
  endTry(taskRun, event);
  if (event.outputs !== undefined) taskRun.outputs = event.outputs;
  if (taskRun.outputs) keepOutputs(state, taskRun, taskRun.outputs);

  shrink(taskRun);

  const scope = surrounding(state, taskRun);
  scope.running.delete(taskRun);
  if (event.cut || taskRun.phase === 'pause') return;
  const lane = scope.plan.lane(taskRun.lane);
  const last = taskRun.position + 1 >= lane.tasks.length;
  // What fails in `errors`, `finally` or `afterExecution` stops nothing and changes no end (Kestra 1.1.15).
  // Another flow that was killed stops nothing either.
  const failed = taskRun.phase === 'main' && event.state === 'FAILED';
  if (taskRun.phase === 'main') scope.worst = worst(scope.worst, event.state);
  if (failed) scope.failed = true;
  if (!last && !failed) return;
  scope.openLanes--;
  if (scope.plan.needs) scope.endedLanes.add(taskRun.lane);
}

/** Mostly it is that of its last try. */
function endOf({ attempts }: TaskRunState, { state, at }: Of<'ended'>): Moment {
  const last = attempts.at(-1)?.at(-1);
  return last?.state === state && last.at === at ? last : { state, at };
}

/** Lists that grew one by one have room for sixteen more: in a loop over many values that is half of the memory. */
function shrink(taskRun: TaskRunState): void {
  taskRun.histories = taskRun.histories.slice();
  taskRun.attempts = taskRun.attempts.map((moments) => moments.slice());
}

/** A try that was cut off stays open, as in Kestra; a killed one is closed. What is skipped has one too (1.1.15). */
function endTry({ task, attempts }: TaskRunState, { state, cut, open, at }: Of<'ended'>): void {
  if (state === 'SKIPPED' && attempts.length === 0) {
    attempts.push([
      { state: 'CREATED', at },
      { state, at },
    ]);
    return;
  }
  const lastTry = attempts.at(-1);
  const closed = state === 'KILLED' || (state === 'CANCELLED' && flowableOf(task.type));
  if (!lastTry || open || (cut && !closed)) return;
  if (flowableOf(task.type) || !isTerminal(currentState(lastTry))) lastTry.push({ state, at });
}

function again(state: RunState, event: Of<'again'>): void {
  const taskRun = taskRunOf(state, event.id);
  for (const [id, child] of state.taskRuns) {
    if (child.parent !== taskRun) continue;
    forgetOutputs(state, child);
    state.taskRuns.delete(id);
  }
  // The wait between two turns leaves no trace in the history.
  if (currentState(taskRun.histories) === 'PAUSED') taskRun.histories.pop();
  state.paused.delete(taskRun.id);
  taskRun.iteration = event.iteration;
  taskRun.turn = event.iteration;
  taskRun.children = newScope(planFor(state, event.id, 'main'));
  keepOutputs(state, taskRun, { iterationCount: event.iteration + 1 });
}

function resumed(state: RunState, { id, inputs, to, at }: Of<'resumed'>): void {
  if (id === '') {
    state.pausedByHand = false;
    return;
  }
  state.paused.delete(id);
  state.attemptNumber++;
  const on = new Date(at).toISOString().slice(0, -1);
  const taskRun = taskRunOf(state, id);
  keepOutputs(state, taskRun, { ...(inputs && { onResume: inJavaOrder(inputs) }), resumed: { on, to } });
  if (to === 'KILLING' || to === 'CANCELLED') return;
  const scope = scopeOfRun(taskRun);
  scope.worst = worst(scope.worst, to);
}

function restarted(state: RunState, { again, reopened, dropped, label, at }: Of<'restarted'>): void {
  for (const id of dropped) forget(state, taskRunOf(state, id));
  const to = (id: string, next: State): void => {
    const taskRun = taskRunOf(state, id);
    taskRun.histories.push({ state: next, at });
    keepState(state, taskRun, next);
  };
  for (const id of again) to(id, 'RESTARTED');
  const kept = new Set([...state.taskRuns.values()].map(({ parent }) => parent));
  for (const id of reopened) {
    to(id, 'RUNNING');
    const taskRun = taskRunOf(state, id);
    taskRun.answers = kept.has(taskRun) ? withoutAfter(taskRun.answers) : NO_ANSWERS;
  }
  state.flowOutputs = undefined;
  state.replaced = undefined;
  if (label) {
    state.attemptNumber++;
    state.labels = mergeLabels(state.labels, { 'system.restarted': 'true' });
  }
  recount(state, reopened);
}

/** What comes after its last child comes again. */
function withoutAfter(answers: Answers): Answers {
  return new Map([...answers].filter(([key]) => key !== 'after'));
}

function forget(state: RunState, taskRun: TaskRunState): void {
  forgetOutputs(state, taskRun);
  state.taskRuns.delete(taskRun.id);
}

function missed(state: RunState, { sla }: Of<'sla'>): void {
  state.missed.add(sla);
  const level = state.flow.sla.find(({ id }) => id === sla);
  if (!level) return;
  state.labels = mergeLabels(state.labels, Object.fromEntries(level.labels.map(({ key, value }) => [key, value])));
  if (level.behavior !== 'FAIL') return;
  state.root.failed = true;
  state.root.worst = worst(state.root.worst, 'FAILED');
}
