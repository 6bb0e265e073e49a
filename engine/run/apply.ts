/** The fold: one event changes the state, in place. Says what happened, decides nothing. */
import type { Flow } from '../door.ts';
import type { Phase, RunEvent } from './events.ts';
import { answersTo } from './flowable.ts';
import { flowableOf } from './flowables/index.ts';
import { mergeLabels, startLabels } from './labels.ts';
import { forgetOutputs, keepOutputs } from './outputs.ts';
import { NOTHING, type Plan, sequence } from './plan.ts';
import {
  newScope,
  type RunState,
  type Scope,
  scopeOf,
  scopeOfRun,
  surrounding,
  type TaskRunState,
  taskRunOf,
} from './state.ts';
import { isFailure, isTerminal, worst } from './states.ts';

type Of<T extends RunEvent['type']> = Extract<RunEvent, { type: T }>;

/** The state of an execution that was just created. */
export function begin(flow: Flow, { header, at }: Of<'created'>): RunState {
  return {
    flow,
    header,
    labels: startLabels(header),
    variables: flow.variables,
    histories: [{ state: 'CREATED', at }],
    root: newScope(sequence(flow.tasks)),
    taskRuns: new Map(),
    outputs: {},
    taskStates: {},
    flowOutputs: undefined,
    asked: undefined,
  };
}

export function apply(state: RunState, event: RunEvent): void {
  switch (event.type) {
    case 'created':
    case 'due':
      return;
    case 'execution':
      state.histories.push({ state: event.state, at: event.at });
      if (event.state === 'KILLED' || event.state === 'KILLING') state.asked = undefined;
      return;
    case 'phase':
      enter(scopeOf(state, event.scope), event.phase, phaseTasks(state, event.scope, event.phase));
      return;
    case 'taskRun':
      create(state, event);
      return;
    case 'answer':
      taskRunOf(state, event.id).answers.set(event.key, {
        ...(event.error === undefined ? { value: event.value } : { error: event.error }),
      });
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
      taskRunOf(state, event.id).metrics.push(...event.metrics);
      return;
    case 'labels':
      state.labels = mergeLabels(state.labels, event.labels);
      return;
    case 'variables':
      state.variables = event.variables;
      return;
    case 'flowOutputs':
      state.flowOutputs = event.outputs;
      return;
    case 'asked':
      state.asked = event.what === 'restart' ? undefined : event.what;
      return;
    case 'resumed':
      state.asked = undefined;
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

function phaseTasks(state: RunState, scope: string, phase: Phase): Plan {
  const own = { main: 'tasks', errors: 'errors', finally: 'finally', after: 'afterExecution' } as const;
  const tasks = scope === '' ? state.flow[own[phase]] : taskRunOf(state, scope).task.branches[own[phase]];
  return sequence(tasks);
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
    histories: [{ state: 'CREATED', at: event.at }],
    attempts: [],
    outputs: null,
    answers: new Map(),
    metrics: [],
    children: undefined,
  };
  state.taskRuns.set(event.id, taskRun);
  state.taskStates[task.id] = { state: 'CREATED' };
  scope.running.add(taskRun);
  if (event.position > 0) return;
  scope.openLanes++;
  if (scope.plan.needs) scope.startedLanes.add(event.lane);
  else scope.nextLane = event.lane + 1;
}

function planned(state: RunState, event: Of<'planned'>): void {
  const taskRun = taskRunOf(state, event.id);
  const flowable = flowableOf(taskRun.task.type);
  const answers = flowable && answersTo(flowable.needs(taskRun.task), taskRun);
  scopeOfRun(taskRun).plan = flowable && answers ? flowable.plan(taskRun.task, answers).plan : NOTHING;
  if (event.outputs) keepOutputs(state, taskRun, event.outputs);
}

function moved(state: RunState, taskRun: TaskRunState, event: Of<'moved'>): void {
  taskRun.histories.push({ state: event.state, at: event.at });
  state.taskStates[taskRun.task.id] = { state: event.state };
  if (event.state !== 'RUNNING') return;
  taskRun.attempts.push([
    { state: 'CREATED', at: event.at },
    { state: 'RUNNING', at: event.at },
  ]);
}

function tried(taskRun: TaskRunState, event: Of<'tried'>): void {
  taskRun.attempts.at(-1)?.push({ state: event.state, at: event.at });
  if (event.outputs !== undefined) taskRun.outputs = event.outputs;
}

function ended(state: RunState, event: Of<'ended'>): void {
  const taskRun = taskRunOf(state, event.id);
  taskRun.histories.push({ state: event.state, at: event.at });
  state.taskStates[taskRun.task.id] = { state: event.state };
  const lastTry = taskRun.attempts.at(-1);
  if (lastTry && !isTerminal(lastTry.at(-1)?.state ?? 'CREATED') && !event.cut) {
    lastTry.push({ state: event.state, at: event.at });
  }
  if (event.outputs !== undefined) taskRun.outputs = event.outputs;
  if (taskRun.outputs) keepOutputs(state, taskRun, taskRun.outputs);

  const scope = surrounding(state, taskRun);
  scope.running.delete(taskRun);
  if (event.cut) return;
  scope.worst = worst(scope.worst, event.state);
  const lane = scope.plan.lane(taskRun.lane);
  const last = taskRun.position + 1 >= lane.tasks.length;
  if (isFailure(event.state)) scope.failed = true;
  if (!last && !isFailure(event.state)) return;
  scope.openLanes--;
  if (scope.plan.needs) scope.endedLanes.add(taskRun.lane);
}

function again(state: RunState, event: Of<'again'>): void {
  const taskRun = taskRunOf(state, event.id);
  for (const [id, child] of state.taskRuns) {
    if (child.parent !== taskRun) continue;
    forgetOutputs(state, child);
    state.taskRuns.delete(id);
  }
  taskRun.iteration = event.iteration;
  taskRun.children = newScope(sequence(taskRun.task.branches.tasks, { iteration: event.iteration }));
  keepOutputs(state, taskRun, { iterationCount: event.iteration + 1 });
}
