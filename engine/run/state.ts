/**
 * The state of one execution: folded from its events, in place, by its one owner. Children are counted as they come and go, so an
 * event costs the same however large the execution has become. `decide` reads it and never writes.
 */
import type { Flow, Label, Metric, State, Task } from '../door.ts';
import type { Header, Phase } from './events.ts';
import type { Plan } from './plan.ts';
import { NOTHING } from './plan.ts';

export interface Moment {
  state: State;
  at: number;
}

/** The children of a task run, or of the flow. */
export interface Scope {
  phase: Phase;
  /** Of the current phase. */
  plan: Plan;
  /** Lanes below this one have been started. */
  nextLane: number;
  openLanes: number;
  /** For a plan with `needs`, whose lanes start in any order. */
  startedLanes: Set<number>;
  endedLanes: Set<number>;
  /** A child of the current phase failed: no further lane starts. */
  failed: boolean;
  /** Children that have not ended. */
  running: Set<TaskRunState>;
  /** The worst end of any child so far. */
  worst: State;
}

/** What was rendered for a task run, by need. */
export type Answers = ReadonlyMap<string, { value?: unknown; error?: string }>;

/** Shared by all that have none, which is most. */
export const NO_ANSWERS: Answers = new Map();

export interface TaskRunState {
  id: string;
  task: Task;
  parent: TaskRunState | undefined;
  phase: Phase;
  lane: number;
  position: number;
  value: string | undefined;
  iteration: number | undefined;
  /** Of a LoopUntil: how often it has started over. */
  turn: number;
  histories: Moment[];
  attempts: Moment[][];
  outputs: Record<string, unknown> | null;
  answers: Answers;
  metrics: Metric[];
  children: Scope | undefined;
}

/** Labels and inputs as expressions see them. */
export interface Readable {
  /** The labels it was made of; inputs never change. */
  from: readonly Label[];
  labels: Record<string, unknown>;
  inputs: Record<string, unknown> | undefined;
}

export interface RunState {
  flow: Flow;
  header: Header;
  labels: Label[];
  variables: Record<string, unknown>;
  histories: Moment[];
  root: Scope;
  /** In the order of their creation. */
  taskRuns: Map<string, TaskRunState>;
  /** `outputs` of the expression context, kept up to date: flat by task id, inside loops by value. */
  outputs: Record<string, unknown>;
  /** `tasks` of the expression context: the last state of each. */
  taskStates: Record<string, unknown>;
  flowOutputs: Record<string, unknown> | null | undefined;
  /** What was said of outputs that could not be rendered. */
  outputProblems: readonly string[];
  /** A person asked for a pause. */
  pausedByHand: boolean;
  /** Pauses that wait, by the id of their task run. */
  paused: Set<string>;
  /** Task runs that do not go on while the execution is paused. */
  held: Set<string>;
  /** Grows with each resume and restart. */
  attemptNumber: number;
  /** The ids of service levels that were missed. */
  missed: Set<string>;
  /** Another execution takes its place: after which task run's failure, how long after. */
  replaced: { id: string; after: number } | undefined;
  /** Made when an expression first needs it. */
  readable?: Readable;
}

export const newScope = (plan: Plan = NOTHING): Scope => ({
  phase: 'main',
  plan,
  nextLane: 0,
  openLanes: 0,
  startedLanes: new Set(),
  endedLanes: new Set(),
  failed: false,
  running: new Set(),
  worst: 'SUCCESS',
});

export function currentState(histories: readonly Moment[]): State {
  return histories.at(-1)?.state ?? 'CREATED';
}

/** Nothing new starts now. */
export const isHeld = (state: RunState): boolean => state.pausedByHand || state.paused.size > 0;

/** The scope with this id; '' is the flow's. */
export function scopeOf(state: RunState, id: string): Scope {
  if (id === '') return state.root;
  return scopeOfRun(taskRunOf(state, id));
}

export function scopeOfRun(taskRun: TaskRunState): Scope {
  taskRun.children ??= newScope();
  return taskRun.children;
}

export function taskRunOf(state: RunState, id: string): TaskRunState {
  const found = state.taskRuns.get(id);
  if (!found) throw new Error(`no task run ${id} in execution ${state.header.id}`);
  return found;
}

/** The scope a task run stands in. */
export const surrounding = (state: RunState, taskRun: TaskRunState): Scope =>
  taskRun.parent ? scopeOfRun(taskRun.parent) : state.root;
