/** What all executions of an engine share, and the small things made of it. */
import type { EngineCalls } from '../plugins/definition.ts';
import type { Host } from '../ports/Host.ts';
import type { Aborts } from './aborts.ts';
import type { JournalWriter } from './journal.ts';
import { createRenderer, type Renderer } from './render.ts';
import type { Run } from './runner.ts';

export interface World {
  ports: Host;
  journal: JournalWriter;
  aborts: Aborts;
  calls(run: Run, taskRunId: string): EngineCalls;
  /** The journal refused: the execution can't go on. */
  lost(run: Run, error: unknown): void;
  /** Says whether an execution of a flow with a limit may run now, and tells it. */
  admit(run: Run): void;
  /** A new execution takes the place of one that is RETRIED. */
  replace(run: Run): void;
  /** It reached its end state; `afterExecution` may still run. */
  ended(run: Run): void;
  /** Nothing will happen to it any more, unless it is restarted. */
  over(run: Run): void;
}

export const rendererOf = (run: Run, { ports }: World): Renderer =>
  createRenderer({ ports, timeZone: ports.timeZone, state: run.state, log: run.log });

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
