/**
 * What a plugin is. `X.ts` holds one definition: its type, schema, help and an example; small, loaded always.
 * What is heavy (the code that runs) stands in `X.run.ts` and is imported when first needed.
 */
import type * as z from 'zod';
import type { Label, LogEntry, LogLevel, Metric, State, TextPlace, TriggerKey } from '../door.ts';
import type { Ports } from '../ports/Host.ts';
import type { Zone } from '../time/zone.ts';
import { coerce } from './coerce.ts';
import { unmarked } from './property.ts';

interface Facts {
  /** `io.kestra.plugin.core.log.Log` */
  type: string;
  /** Older names that a Kestra still takes. */
  aliases?: readonly string[];
  /** A line in Indonesian for completion and reference. */
  title: string;
  /** The name that takes its place, where a Kestra calls it deprecated. */
  deprecated?: string;
  /** A whole flow that a test runs. */
  example: string;
  schema: z.ZodObject;
}

/** A task whose work a worker does. */
export interface RunnableDefinition extends Facts {
  kind: 'runnable';
  outputs?: z.ZodObject;
  /** A Kestra's executor does it itself: it never shows as SUBMITTED. */
  inExecutor?: true;
  /** It says itself when it runs (`context.begin`): what fails before that never ran. */
  startsItself?: true;
  load: () => Promise<RunTask>;
}

/** A task that only decides which of its children run: known by name to `run/flowable`. */
export interface FlowableDefinition extends Facts {
  kind: 'flowable';
  outputs?: z.ZodObject;
  /** Work before its first child and after its last, for WorkingDirectory. */
  around?: () => Promise<Around>;
}

export interface Around {
  /** Rejecting fails the task run; no child runs then. */
  before(properties: Record<string, unknown>, context: TaskContext): Promise<void>;
  /** However the children ended; what it gives are the outputs. */
  after(properties: Record<string, unknown>, context: TaskContext): Promise<Record<string, unknown>>;
}

export interface TriggerDefinition extends Facts {
  kind: 'trigger';
  /** What makes it fire: the clock, other executions, a call from outside, or what a look at the world finds. */
  fires: 'ticks' | 'executions' | 'calls' | 'polls';
  /** For a trigger that looks from time to time: how it looks once. */
  poll?: () => Promise<PollTrigger>;
}

/** One line of a trigger's `conditions`. */
export interface ConditionDefinition extends Facts {
  kind: 'condition';
  /** What it looks at: the date, or the execution that ended. On a trigger of the other kind a Kestra ignores it. */
  about: 'date' | 'execution' | 'either';
  /** Throws `TaskError` where it can't be said. */
  holds(properties: never, at: Situation): boolean | Promise<boolean>;
}

export type PluginDefinition = RunnableDefinition | FlowableDefinition | TriggerDefinition | ConditionDefinition;

/** What a condition may look at. */
export interface Situation {
  /** Renders with what the trigger knows so far. Throws `ExpressionError`. */
  render(template: string): string | Promise<string>;
  /** The flow that the trigger belongs to. */
  flow: { namespace: string; id: string };
  /** The zone that dates without one are read in, and weekdays counted in: the server's, not the trigger's. */
  zone: Zone;
  /** The tick, as an instant in milliseconds, where there is one. */
  tick?: number;
  /** For a Flow trigger: the execution that came to this state. */
  execution?: Upstream;
  /** Whether a condition inside this one holds. */
  inner(condition: unknown): boolean | Promise<boolean>;
}

/** The execution that a Flow trigger is told of. */
export interface Upstream {
  id: string;
  namespace: string;
  flowId: string;
  flowRevision: number;
  state: State;
  labels: readonly Label[];
  inputs: Record<string, unknown>;
  outputs?: Record<string, unknown>;
  /** When it came to this state; epoch milliseconds. */
  at: number;
  /** Some task needed more than one try. */
  retried: boolean;
}

/** What a look of a polling trigger may use; the rest of a task's context belongs to an execution, which there is none of yet. */
export type PollContext = Pick<
  TaskContext,
  'signal' | 'log' | 'ports' | 'render' | 'renderTyped' | 'progress' | 'storagePrefix' | 'place'
>;

/** Properties arrive rendered and converted. Answers the variables of `trigger` where it fires, and nothing where it does not. */
export type PollTrigger = (properties: never, context: PollContext) => Promise<Record<string, unknown> | undefined>;

export interface TaskResult {
  outputs?: Record<string, unknown> | null;
  /** SUCCESS unless said otherwise. */
  state?: 'SUCCESS' | 'WARNING' | 'FAILED' | 'KILLED' | 'CANCELLED';
  /** The end of another flow, which it shows on its way to its own: nothing is forgiven after that. */
  through?: State;
  /** Its try shows no RUNNING. */
  unread?: true;
  /** The whole execution ends with it, in its state. */
  exit?: true;
}

export type Logger = Record<Lowercase<LogLevel>, (message: string) => void>;

export interface TaskContext {
  /** Aborted by kill, timeout and stop; its reason says which. */
  signal: AbortSignal;
  log: Logger;
  ports: Ports;
  execution: { id: string; namespace: string; flowId: string; revision: number };
  task: { id: string; type: string; allowFailure: boolean; allowWarning: boolean };
  taskRun: { id: string; attempt: number };
  /** Renders a `late` property: text to text. Throws `ExpressionError`. */
  render(template: string, extra?: Record<string, unknown>): Promise<string>;
  /** Renders every string in a list or map, at any depth; a lone `{{ }}` keeps its type. */
  renderTyped(value: unknown, extra?: Record<string, unknown>): Promise<unknown>;
  /** The same, but all stay text. */
  renderEach(value: unknown, extra?: Record<string, unknown>): Promise<unknown>;
  /** What is known of a type or alias. */
  definitionOf(type: string): PluginDefinition | undefined;
  /** Runs another task in this one's place: its properties as written, rendered and converted as its own schema says. */
  runOther(definition: RunnableDefinition, written: Record<string, unknown>): Promise<TaskResult | undefined>;
  /** Where in the flow an offset (from 0) of a property's rendered text is written; nothing where that can't be said. */
  place(property: string | readonly (string | number)[], rendered: string, offset: number): TextPlace | undefined;
  metric(metric: Metric): void;
  progress(what: string, done: number, total?: number): void;
  /** The prefix under which this task run's files are stored, ending in `/`. */
  storagePrefix: string;
  /** The prefix of all files of the execution, ending in `/`. */
  executionPrefix: string;
  /** Inside a WorkingDirectory: the files that siblings share, by relative path; the plugin reads and replaces them. */
  readonly workingDirectory: Map<string, Uint8Array> | undefined;
  /** For a task that starts itself: it runs from now on. */
  begin(): Promise<void>;
  /** Merges labels into the execution's; for core.execution.Labels. */
  setLabels(labels: Record<string, string>): void;
  /** What a task asks of the engine itself: subflows, resume, other executions. */
  engine: EngineCalls;
}

/** What core.execution.* and core.flow.Subflow ask of the engine. */
export interface EngineCalls {
  /** The namespaces of all deployed flows. */
  namespaces(): readonly string[];
  /**
   * Throws `TaskError` when there is no such flow, its inputs are wrong, or flows call each other too deep. After a crash the one that
   * this try had started is found again. Aborted by a kill, `wait` kills it too.
   */
  startSubflow(request: SubflowRequest): Promise<StartedSubflow>;
  setVariables(variables: Record<string, unknown>, overwrite: boolean): void;
  unsetVariables(names: readonly string[]): void;
  /** Throws `TaskError` when it is not there or not paused. */
  resumeExecution(id: string, inputs: Record<string, unknown>): Promise<void>;
  /** Executions that this engine knows, newest first. */
  executions(query: EngineQuery): KnownExecution[];
  /** The log of an execution, from this level on; nothing where there is no such execution. */
  logs(executionId: string, minLevel: LogLevel): Promise<readonly LogEntry[]>;
  /** Forgets of those that have ended what is asked for; says how much. Without the execution its logs and files are gone, too. */
  purge(ids: readonly string[], what: Record<keyof Purged, boolean>): Promise<Purged>;
  /** Forgets log lines, also of what is running; says how many. */
  purgeLogs(ids: readonly string[], which: LogQuery): Promise<number>;
  /** Throws `TaskError` where there is no such flow or trigger. */
  toggleTrigger(key: TriggerKey, disabled: boolean): Promise<void>;
}

export interface KnownExecution {
  id: string;
  namespace: string;
  flowId: string;
  state: State;
}

export interface Purged {
  executions: number;
  logs: number;
  files: number;
  metrics: number;
}

export interface LogQuery {
  /** Epoch milliseconds, both inclusive. */
  from?: number;
  until?: number;
  levels?: readonly LogLevel[];
}

export interface SubflowRequest {
  namespace: string;
  flowId: string;
  revision?: number;
  inputs: Record<string, unknown>;
  labels: Record<string, string>;
  inheritLabels: boolean;
  /** Which of several, in a ForEachItem. */
  iteration?: number;
  /** For `trigger` of the other flow, beside the task's own facts. */
  variables?: Record<string, unknown>;
}

export interface StartedSubflow {
  id: string;
  /** As it is now. */
  readonly state: State;
  wait(signal: AbortSignal): Promise<SubflowEnd>;
}

export interface SubflowEnd {
  state: State;
  outputs: Record<string, unknown> | undefined;
  /** Why its outputs could not be had. */
  error?: string;
  /** What was said of outputs that may be missing. */
  warnings: readonly string[];
}

export interface EngineQuery {
  states?: readonly State[];
  /** Epoch milliseconds, by when they started; both inclusive. */
  from?: number;
  until?: number;
}

/** Properties arrive rendered and converted by the schema. Rejecting fails the attempt with the error's message. */
export type RunTask = (properties: never, context: TaskContext) => Promise<TaskResult | undefined>;

/** An error a person can act on: Kestra's or the tool's own sentence, and our Indonesian words beside it. */
export class TaskError extends Error {
  override name = 'TaskError';
  /** Indonesian: cause, then fix. */
  readonly explanation: string | undefined;
  /** Outputs that are kept although the task failed (a script's vars, exitCode, outputFiles). */
  readonly outputs: Record<string, unknown> | undefined;
  /** Where in the flow what went wrong is written. */
  readonly place: TextPlace | undefined;
  /** What Kestra logs at ERROR before the message. */
  readonly lines: readonly string[];

  constructor(
    message: string,
    facts: {
      explanation?: string;
      outputs?: Record<string, unknown>;
      place?: TextPlace;
      cause?: unknown;
      lines?: readonly string[];
    } = {},
  ) {
    super(message, { cause: facts.cause });
    this.explanation = facts.explanation;
    this.outputs = facts.outputs;
    this.place = facts.place;
    this.lines = facts.lines ?? [];
  }
}

/**
 * The typed way to write a runnable: the schema's output is what `run` gets.
 *
 *     export default runnable({ type: 'io.kestra.plugin.core.log.Log', schema, load: () => import('./Log.run.ts'), … })
 */
export function runnable<S extends z.ZodObject>(
  definition: Facts & {
    schema: S;
    outputs?: z.ZodObject;
    inExecutor?: true;
    startsItself?: true;
    load: () => Promise<{
      run: (properties: z.output<S>, context: TaskContext) => Promise<TaskResult | undefined> | TaskResult | undefined;
    }>;
  },
): RunnableDefinition {
  const { load, ...facts } = definition;
  return {
    ...facts,
    kind: 'runnable',
    load: async () => {
      const { run } = await load();
      return async (properties, context) => run(properties, context);
    },
  };
}

export const flowable = (definition: Omit<FlowableDefinition, 'kind'>): FlowableDefinition => ({
  ...definition,
  kind: 'flowable',
});

export const trigger = (definition: Omit<TriggerDefinition, 'kind' | 'poll'>): TriggerDefinition => ({
  ...definition,
  kind: 'trigger',
});

/** The typed way to write a trigger that polls: the schema's output is what `poll` gets. */
export function pollingTrigger<S extends z.ZodObject>(
  definition: Facts & {
    schema: S;
    load: () => Promise<{
      poll: (properties: z.output<S>, context: PollContext) => Promise<Record<string, unknown> | undefined>;
    }>;
  },
): TriggerDefinition {
  const { load, ...facts } = definition;
  return {
    ...facts,
    kind: 'trigger',
    fires: 'polls',
    poll: async () => {
      const { poll } = await load();
      return async (properties, context) => poll(properties, context);
    },
  };
}

/** The typed way to write a condition: `holds` gets what the schema says, read and with its defaults. */
export function condition<S extends z.ZodObject>(
  definition: Facts & {
    schema: S;
    about: ConditionDefinition['about'];
    holds(properties: z.output<S>, at: Situation): boolean | Promise<boolean>;
  },
): ConditionDefinition {
  const { schema, holds } = definition;
  let ready: z.ZodObject | undefined;
  return {
    ...definition,
    kind: 'condition',
    holds: (properties, at) => {
      ready ??= unmarked(schema);
      return holds(ready.parse(coerce(ready, properties)) as z.output<S>, at);
    },
  };
}
