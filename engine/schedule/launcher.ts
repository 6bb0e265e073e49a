/** What the room asks of the engine: flows, executions, the journal. The engine (`run/`) is the one that provides it. */
import type * as z from 'zod';
import type { Flow, Label, LogLevel, State } from '../door.ts';
import type { Host } from '../ports/Host.ts';

/** Why an execution was started; kept with it, so that after a crash it is known how far a schedule had come. */
export interface Cause {
  /** The tick, epoch milliseconds. */
  tick?: number;
  /** The backfill it belongs to. */
  backfill?: string;
}

export interface StartRequest {
  /** Absent: the trigger names none. The flow's defaults hold then, and one that is missing does not stop it. */
  inputs?: Record<string, unknown>;
  labels: readonly Label[];
  trigger: { id: string; type: string; variables: Record<string, unknown> };
  cause?: Cause;
  /** No task runs: the execution is FAILED from the start, with this in its log. */
  failed?: { message: string; explanation: string };
}

export interface StartedBefore {
  id: string;
  cause: Cause;
  isOver: boolean;
}

export interface Launcher {
  readonly host: Host;
  flows(): readonly Flow[];
  /** Throws `NotFoundError`. */
  flow(namespace: string, id: string): Flow;
  /** Throws `InputError`, `RefusedError`: nothing was started then. */
  start(flow: Flow, request: StartRequest): Promise<{ id: string }>;
  /** Until it can't change any more; one that lay still since a crash goes on. */
  ended(id: string): Promise<State>;
  /** Whether a Flow trigger has started an execution because this one came to this state. */
  hasFollowed(flow: Flow, triggerId: string, upstream: { id: string; state: State }): boolean;
  /** What a trigger started, oldest first. */
  startedBy(flow: Flow, triggerId: string): readonly StartedBefore[];
  /** Never rejects: one that was purged has no log. */
  say(executionId: string, level: LogLevel, message: string, explanation?: string): Promise<void>;
  write(stream: string, data: unknown): Promise<void>;
  /** Every string in a list or map. */
  renderEach(value: unknown, render: (template: string) => Promise<unknown>): Promise<unknown>;
  /** A plugin's properties, as its schema says. */
  properties(
    schema: z.ZodObject,
    written: Record<string, unknown>,
    render: (template: string) => Promise<string>,
  ): Promise<Record<string, unknown>>;
  refuse(message: string): Error;
}
