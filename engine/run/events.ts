/**
 * What happened to one execution: the truth that the journal keeps and the state is folded from.
 * Plain JSON, small; `at` is epoch milliseconds. `scope` is the id of the task run whose children are meant, '' for the flow itself.
 */
import type { Label, Metric, State } from '../door.ts';

/** The four lists of tasks a scope can have, in the order they run. */
export type Phase = 'main' | 'errors' | 'finally' | 'after';

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
}

export type Change =
  | { type: 'created'; header: Header }
  /** The execution's own state. */
  | { type: 'execution'; state: State }
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
  | { type: 'moved'; id: string; state: State }
  /** A flowable knows its lanes. `outputs` are those known before the end: an If's result, a Switch's value. */
  | { type: 'planned'; id: string; outputs?: Record<string, unknown> }
  /** One try of a task ended; whether it is the last is for `decide` to say. */
  | {
      type: 'tried';
      id: string;
      state: 'SUCCESS' | 'WARNING' | 'FAILED' | 'KILLED';
      outputs?: Record<string, unknown> | null;
    }
  /** `cut`: ended from above, because a sibling failed; nothing follows from it. */
  | { type: 'ended'; id: string; state: State; outputs?: Record<string, unknown> | null; cut?: true }
  /** A LoopUntil starts over: its children are forgotten. */
  | { type: 'again'; id: string; iteration: number }
  /** The clock reached what a task run waited for. */
  | { type: 'due'; id: string; key: string }
  | { type: 'metrics'; id: string; metrics: Metric[] }
  | { type: 'labels'; labels: Record<string, string> }
  | { type: 'variables'; variables: Record<string, unknown> }
  /** The flow's own outputs; null where rendering them failed. */
  | { type: 'flowOutputs'; outputs: Record<string, unknown> | null }
  /** A person asked for it. */
  | { type: 'asked'; what: 'kill' | 'pause' | 'restart' }
  | { type: 'resumed'; id: string; inputs?: Record<string, unknown>; state: State };

export type RunEvent = Change & { at: number };
