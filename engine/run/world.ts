/** What all executions of an engine share, and the small things made of it. */
import type { EngineCalls } from '../plugins/definition.ts';
import type { Host } from '../ports/Host.ts';
import type { JournalWriter } from './journal.ts';
import { createRenderer, type Renderer } from './render.ts';
import type { Run } from './runner.ts';

export interface World {
  ports: Host;
  journal: JournalWriter;
  calls(run: Run): EngineCalls;
  /** The journal refused: the execution can't go on. */
  lost(run: Run, error: unknown): void;
  /** By task run: how to stop what works or waits. */
  aborts: Map<string, AbortController>;
}

export const rendererOf = (run: Run, { ports }: World): Renderer =>
  createRenderer({ ports, timeZone: ports.timeZone, state: run.state, log: run.log });

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
