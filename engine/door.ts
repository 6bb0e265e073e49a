/**
 * The types of the public door: everything that goes in and out of the engine, as plain data that can cross a worker.
 * An `Execution` has the shape of Kestra's REST answer, so that what was written for a Kestra reads ours too.
 */

export interface Position {
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 units. */
  column: number;
}

export interface Range extends Position {
  endLine: number;
  /** Exclusive. */
  endColumn: number;
}

/** The closed set of what can be wrong with a flow's text. */
export type DiagnosticCode =
  | 'yaml-syntax'
  | 'yaml-too-large'
  | 'yaml-duplicate-key'
  | 'yaml-multiple-documents'
  | 'not-a-map'
  | 'missing-property'
  | 'unknown-property'
  | 'unknown-type'
  | 'unsupported-type'
  | 'wrong-type'
  | 'wrong-value'
  | 'bad-id'
  | 'reserved-id'
  | 'duplicate-id'
  | 'bad-namespace'
  | 'bad-label'
  | 'bad-duration'
  | 'bad-cron'
  | 'bad-time-zone'
  | 'bad-expression'
  | 'bad-regex'
  | 'bad-input'
  | 'bad-default'
  | 'unknown-reference'
  | 'unreachable-output'
  | 'dag-cycle'
  | 'self-subflow'
  | 'deprecated'
  | 'unused-input'
  | 'missing-depends-on'
  | 'unknown-subflow';

export interface Fix extends Range {
  /** What applying it does, in Indonesian. */
  title: string;
  /** Replaces the text of the range. */
  replacement: string;
  /** One of several ways: for a person to choose, not for `validate --fix`. */
  optional?: true;
}

export interface Diagnostic extends Range {
  code: DiagnosticCode;
  severity: 'error' | 'warning' | 'hint';
  /** Indonesian, one or two sentences: what is wrong, then what to do. */
  message: string;
  /** Where in the flow: `tasks[0].message`; empty for the whole text. */
  path: string;
  fix?: Fix;
}

export type LogLevel = 'TRACE' | 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';

export interface Label {
  key: string;
  value: string;
}

/** A duration, number or flag as written: it may be a template that is rendered when it is needed. */
export type Template = string;

export interface Retry {
  type: 'constant' | 'random' | 'exponential';
  behavior: 'RETRY_FAILED_TASK' | 'CREATE_NEW_EXECUTION';
  /** ISO-8601 durations. */
  interval?: string;
  minInterval?: string;
  maxInterval?: string;
  delayFactor?: number;
  maxAttempts?: number;
  maxDuration?: string;
  warningOnRetry: boolean;
}

/** One task of a flow, pluginDefaults applied, its children (if it has any) apart in `branches`. */
export interface Task {
  id: string;
  /** Canonical: an alias has been replaced. */
  type: string;
  at: Range;
  description?: string;
  disabled: boolean;
  allowFailure: boolean;
  allowWarning: boolean;
  runIf?: Template;
  timeout?: Template;
  logLevel?: LogLevel;
  retry?: Retry;
  taskCache?: { enabled: boolean; ttl?: string };
  /** The type's own properties as written (not rendered), without those that hold tasks. */
  properties: Record<string, unknown>;
  /** The children by the property that holds them: `then`, `else`, `tasks`, `errors`, `finally`, `defaults`, `cases.NAME`. */
  branches: Record<string, Task[]>;
  /** Of a Pause: what is asked of the person who resumes. */
  onResume?: Input[];
  /** In a Dag: the ids of the siblings that must end first. */
  dependsOn?: string[];
}

export interface Trigger {
  id: string;
  type: string;
  at: Range;
  disabled: boolean;
  properties: Record<string, unknown>;
}

export type InputType =
  | 'STRING'
  | 'SELECT'
  | 'MULTISELECT'
  | 'ENUM'
  | 'INT'
  | 'FLOAT'
  | 'BOOL'
  | 'BOOLEAN'
  | 'DATETIME'
  | 'DATE'
  | 'TIME'
  | 'DURATION'
  | 'FILE'
  | 'JSON'
  | 'YAML'
  | 'URI'
  | 'ARRAY'
  | 'SECRET'
  | 'EMAIL';

export interface Input {
  id: string;
  type: InputType;
  at: Range;
  required: boolean;
  displayName?: string;
  description?: string;
  defaults?: unknown;
  prefill?: unknown;
  dependsOn?: { inputs: string[]; condition?: Template };
  /** What only this type has: `values`, `min`, `max`, `validator`, `itemType`, `allowCustomValue`, … */
  options: Record<string, unknown>;
}

export interface FlowOutput {
  id: string;
  type: InputType;
  value: unknown;
  required: boolean;
  displayName?: string;
  description?: string;
}

export interface Flow {
  id: string;
  namespace: string;
  /** Set when deployed; 1 is the first. */
  revision: number;
  source: string;
  description?: string;
  disabled: boolean;
  labels: Label[];
  variables: Record<string, unknown>;
  inputs: Input[];
  outputs: FlowOutput[];
  tasks: Task[];
  errors: Task[];
  finally: Task[];
  afterExecution: Task[];
  triggers: Trigger[];
  retry?: Retry;
  concurrency?: { limit: number; behavior: 'QUEUE' | 'CANCEL' | 'FAIL' };
  sla: {
    id: string;
    type: 'MAX_DURATION' | 'EXECUTION_ASSERTION';
    behavior: 'FAIL' | 'CANCEL' | 'NONE';
    duration?: string;
    assert?: Template;
    labels: Label[];
  }[];
}

export type State =
  | 'CREATED'
  | 'SUBMITTED'
  | 'RUNNING'
  | 'PAUSED'
  | 'RESTARTED'
  | 'KILLING'
  | 'SUCCESS'
  | 'WARNING'
  | 'FAILED'
  | 'KILLED'
  | 'CANCELLED'
  | 'QUEUED'
  | 'RETRYING'
  | 'RETRIED'
  | 'SKIPPED'
  | 'BREAKPOINT'
  | 'RESUBMITTED';

export interface StateHistory {
  current: State;
  histories: { state: State /** ISO instant. */; date: string }[];
  /** ISO-8601, `PT0.0285S`. */
  duration: string;
  startDate: string;
  endDate?: string;
}

export interface Metric {
  name: string;
  type: 'counter' | 'timer' | 'gauge';
  /** A timer's value is in seconds. */
  value: number;
  tags: Record<string, string>;
}

export interface TaskRun {
  id: string;
  executionId: string;
  namespace: string;
  flowId: string;
  taskId: string;
  parentTaskRunId?: string;
  /** Inside a loop: the value, as a string. */
  value?: string;
  /** Inside a loop: from 0. */
  iteration?: number;
  attempts: { state: StateHistory }[];
  outputs: Record<string, unknown> | null;
  state: StateHistory;
}

export interface Execution {
  id: string;
  namespace: string;
  flowId: string;
  flowRevision: number;
  taskRunList: TaskRun[];
  inputs: Record<string, unknown>;
  outputs?: Record<string, unknown>;
  labels: Label[];
  variables?: Record<string, unknown>;
  state: StateHistory;
  trigger?: { id: string; type: string; variables: Record<string, unknown> };
  originalId: string;
  parentId?: string;
  deleted: boolean;
  metadata: { attemptNumber: number; originalCreatedDate: string };
}

export interface LogEntry {
  namespace: string;
  flowId: string;
  executionId: string;
  /** Absent where the execution itself speaks. */
  taskId?: string;
  taskRunId?: string;
  attemptNumber?: number;
  /** ISO instant. */
  timestamp: string;
  level: LogLevel;
  message: string;
  /** Ours, in Indonesian, beside what a Kestra or a tool says: the cause, then the fix. */
  explanation?: string;
  /** Where in the flow's own text what went wrong is written. */
  place?: TextPlace;
}

/** A place in the flow's text. */
export interface TextPlace {
  /** From 1. */
  line: number;
  column: number;
  /** What is meant stands in what this template gave. */
  template?: string;
}

/** What an observer is told: small, states and counts only. Log text and outputs are fetched by range. */
export type EngineEvent = {
  executionId: string;
  /** Grows by one within an execution. */
  sequence: number;
  /** ISO instant. */
  at: string;
} & (
  | { type: 'execution'; state: State }
  | {
      type: 'taskRun';
      taskRunId: string;
      taskId: string;
      parentTaskRunId?: string;
      value?: string;
      iteration?: number;
      state: State;
      /** 0 is the first try. */
      attempt: number;
    }
  /** So many log lines stand in the execution's log now. */
  | { type: 'logs'; count: number }
  /** What a task is busy with: bytes of a download, rows of a COPY. */
  | { type: 'progress'; taskRunId: string; what: string; done: number; total?: number }
);

export interface StartOptions {
  inputs?: Record<string, unknown>;
  labels?: Label[];
  trigger?: { id: string; type: string; variables: Record<string, unknown> };
}

/** Why an execution was not started: all input errors at once. */
export interface InputProblem {
  input: string;
  /** Kestra's own sentence. */
  message: string;
  /** Ours, in Indonesian. */
  explanation: string;
}

export interface ExecutionQuery {
  namespace?: string;
  flowId?: string;
  state?: State[];
  /** From 0, newest first. */
  offset?: number;
  limit?: number;
}

export interface LogRange {
  /** From 0. */
  from?: number;
  limit?: number;
  minLevel?: LogLevel;
  taskId?: string;
  taskRunId?: string;
}

export interface KvStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<boolean>;
  list(): Promise<{ key: string }[]>;
}

/** ISO-8601 instants; both ends count. */
export interface BackfillRange {
  start: string;
  /** Now unless said otherwise. */
  end?: string;
  /** Over those of the trigger. */
  inputs?: Record<string, unknown>;
  labels?: Label[];
}

export interface TriggerState {
  namespace: string;
  flowId: string;
  triggerId: string;
  type: string;
  /** By the flow's text, by a person, or by `stopAfter`. */
  disabled: boolean;
  /** The last tick that was dealt with; ISO with the offset of the trigger's zone. */
  date?: string;
  /** ISO with the offset of the trigger's zone. */
  nextExecutionDate?: string;
  /** The backfill that is not done yet. */
  backfill?: BackfillRange & { paused: boolean };
}

export interface TriggerKey {
  namespace: string;
  flowId: string;
  triggerId: string;
}

/** One firing of a trigger. */
export interface Tick {
  namespace: string;
  flowId: string;
  triggerId: string;
  /** ISO with the offset of the trigger's zone. */
  date: string;
  executionId?: string;
  /** Of the execution, at its end. */
  state?: State;
  /** Why there is no execution, or why it failed at once; Indonesian. */
  problem?: string;
}

export interface WebhookCall {
  namespace: string;
  flowId: string;
  key: string;
  /** As it came; JSON is read. */
  body?: string;
  headers?: Record<string, string[]>;
  parameters?: Record<string, string[]>;
}

export interface WebhookAnswer {
  /** Absent where the trigger's conditions did not hold. */
  executionId?: string;
  /** The caller wants to wait for its end. */
  wait?: boolean;
  returnOutputs?: boolean;
}

export interface Engine {
  validate(source: string): Promise<Diagnostic[]>;
  /** Keeps the flow under its namespace and id; the same text keeps its revision. Throws `InvalidFlowError`. */
  deploy(source: string): Promise<{ namespace: string; id: string; revision: number }>;
  /** Throws `InputError` when an input is missing or wrong: nothing was started then. */
  start(flow: { namespace: string; id: string }, options?: StartOptions): Promise<{ id: string }>;
  /** Until it ends or pauses. */
  wait(id: string): Promise<Execution>;
  execution(id: string): Promise<Execution>;
  executions(query?: ExecutionQuery): Promise<{ results: Execution[]; total: number }>;
  logs(id: string, range?: LogRange): Promise<LogEntry[]>;
  outputs(id: string, taskRunId: string): Promise<Record<string, unknown> | null>;
  metrics(id: string): Promise<(Metric & { taskId: string; taskRunId: string })[]>;
  /** The bytes behind a `kestra://` address. */
  file(uri: string): Promise<ReadableStream<Uint8Array>>;
  kv(namespace: string): KvStore;
  /** From the first event on; ends after the execution's terminal state. */
  follow(id: string): AsyncIterable<EngineEvent>;
  kill(id: string): Promise<void>;
  pause(id: string): Promise<void>;
  /** Throws `InputError` for a Pause's `onResume`. One that an earlier process left half way goes on, too. */
  resume(id: string, inputs?: Record<string, unknown>): Promise<void>;
  /** From the tasks that failed, in the same execution. */
  restart(id: string): Promise<void>;
  /** As a new execution, from the start or from that task. */
  replay(id: string, taskRunId?: string): Promise<{ id: string }>;
  /** Forgets executions that have ended, with their logs and files; says how many. */
  purge(ids: readonly string[]): Promise<number>;
  triggers(): Promise<TriggerState[]>;
  /** Switches a trigger off or on again, whatever its flow says. */
  toggleTrigger(trigger: TriggerKey, disabled: boolean): Promise<void>;
  /**
   * Runs the ticks of a schedule one by one. One that an earlier process left unfinished goes on where it stood when it is asked for
   * again. Throws `RefusedError` where it would run nothing.
   */
  backfill(
    trigger: TriggerKey,
    range: BackfillRange,
    /** Told of each tick at its end. */
    told?: (tick: Tick) => void,
  ): Promise<{ ticks: Tick[] }>;
  /** What runs ends, then no further tick starts, and what is done is what `backfill` answers; the schedule goes on meanwhile. */
  pauseBackfill(trigger: TriggerKey): Promise<void>;
  /** A paused one, or one that an earlier process left unfinished, goes on where it stood. */
  continueBackfill(trigger: TriggerKey, told?: (tick: Tick) => void): Promise<{ ticks: Tick[] }>;
  /** No further tick starts; what has run stays. These three throw `RefusedError` where there is no backfill. */
  cancelBackfill(trigger: TriggerKey): Promise<void>;
  /**
   * The scheduler: plays all triggers from now on, tick by tick, until the instant (ISO) and the end of what began before it; without
   * one until the engine closes. On a virtual clock a year takes a moment.
   */
  play(until?: string): AsyncIterable<Tick>;
  /** Throws `NotFoundError` where no webhook of the flow has the key. */
  webhook(call: WebhookCall): Promise<WebhookAnswer>;
  close(): Promise<void>;
}
