/**
 * What happened to one execution: the truth that the journal keeps and the state is folded from.
 * Plain JSON, small; `at` is epoch milliseconds. `scope` is the id of the task run whose children are meant, '' for the flow itself.
 */
import type { Label, Metric, State } from '../door.ts';
import type { Cause } from '../schedule/index.ts';

/** The lists of tasks a scope can have, in the order they run; `pause` is a Pause's `onPause`. */
export type Phase = 'pause' | 'main' | 'errors' | 'finally' | 'after';

/** How a wait for a person, a time or a SLA ends. */
export type ResumedTo = 'SUCCESS' | 'WARNING' | 'FAILED' | 'CANCELLED' | 'KILLING';

export interface Header {
  id: string;
  namespace: string;
  flowId: string;
  revision: number;
  inputs: Record<string, unknown>;
  labels: Label[];
  trigger?: { id: string; type: string; variables: Record<string, unknown> };
  originalId: string;
  parentId?: string;
  attemptNumber: number;
  /** Which tick of a schedule it is for, so that after a crash it is known how far the schedule had come. */
  cause?: Cause;
  /** Flow triggers wait for it: what its states lead to is in the journal once they are `heard`. */
  watched?: true;
  /** When the first of a row of executions was created (epoch milliseconds); absent in the first. */
  firstCreatedAt?: number;
  /** It goes on from where another one stood: `copied` follows. */
  copy?: true;
}

/** A task run as it stood in another execution, for a replay. */
export interface CopiedRun {
  id: string;
  taskId: string;
  scope: string;
  phase: Phase;
  lane: number;
  position: number;
  value?: string;
  iteration?: number;
  turn: number;
  histories: { state: State; at: number }[];
  attempts: { state: State; at: number }[][];
  outputs: Record<string, unknown> | null;
  answers: [string, { value?: unknown; error?: string }][];
}

export type Change =
  | { type: 'created'; header: Header }
  /** The execution's own state. */
  | { type: 'execution'; state: State; passing?: true }
  /** A scope went on to its next list of tasks. */
  | { type: 'phase'; scope: string; phase: Phase }
  | {
      type: 'taskRun';
      id: string;
      taskId: string;
      scope: string;
      phase: Phase;
      /** Which of the scope's lanes (see `plan.ts`), and which task of it. */
      lane: number;
      position: number;
      value?: string;
      iteration?: number;
    }
  /** What was rendered for a decision: kept, so that recovery never renders again. */
  | { type: 'answer'; id: string; key: string; value?: unknown; error?: string; explanation?: string }
  /** `spoils`: it had ended, and counts as failed after all. */
  | { type: 'moved'; id: string; state: State; spoils?: true }
  /** A flowable knows its lanes. `outputs` are those known before the end: an If's result, a Switch's value. */
  | { type: 'planned'; id: string; outputs?: Record<string, unknown> }
  /** One try of a task ended; whether it is the last is for `decide` to say. */
  | {
      type: 'tried';
      id: string;
      state: 'SUCCESS' | 'WARNING' | 'FAILED' | 'KILLED' | 'CANCELLED';
      outputs?: Record<string, unknown> | null;
      /** What another flow ended as, shown before; nothing is forgiven after that. */
      through?: State;
      /** The try shows no RUNNING: an earlier execution's outputs took its place (`taskCache`), or another flow's could not be had. */
      unread?: true;
      /** The task ends the whole execution, in its own state (core.execution.Exit). */
      exit?: true;
    }
  /** `cut`: ended from above, because a sibling failed; nothing follows from it. `open`: its try is never closed. `through`: a state shown before. */
  | {
      type: 'ended';
      id: string;
      state: State;
      outputs?: Record<string, unknown> | null;
      cut?: true;
      open?: true;
      through?: State;
    }
  /** A LoopUntil starts over: its children are forgotten. */
  | { type: 'again'; id: string; iteration: number }
  /** The clock reached what a task run waited for; '' is the execution itself. */
  | { type: 'due'; id: string; key: string }
  | { type: 'metrics'; id: string; metrics: Metric[] }
  | { type: 'labels'; labels: Record<string, string> }
  | { type: 'variables'; variables: Record<string, unknown> }
  /** The flow's own outputs; null where rendering them failed. */
  | { type: 'flowOutputs'; outputs: Record<string, unknown> | null; problems?: string[] }
  /** A person asked for it. */
  | { type: 'asked'; what: 'kill' | 'pause' | 'restart' }
  /** A Pause is over ('' is a pause that a person asked for). */
  | { type: 'resumed'; id: string; inputs?: Record<string, unknown>; to: ResumedTo }
  /** While the execution is paused nothing new starts: this task run waits for its end. */
  | { type: 'held'; id: string }
  | { type: 'released'; id: string }
  /** Starts over from these: failed tasks again, what stands around them reopened, what came after forgotten. */
  | { type: 'restarted'; again: string[]; reopened: string[]; dropped: string[]; label?: true }
  | { type: 'copied'; histories: { state: State; at: number }[]; taskRuns: CopiedRun[] }
  /** A service level was missed. */
  | { type: 'sla'; sla: string; message: string }
  /** When this execution ends as failed, another one takes its place after the delay (milliseconds). */
  | { type: 'replaced'; id: string; after: number };

export type RunEvent = Change & { at: number };
