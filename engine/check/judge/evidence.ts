/** What came of the runs that a lab's checks ask for: finished results only. */
import type { Execution, LogEntry, Tick } from '../../door.ts';

export interface RunEvidence {
  /** Of a backfill: the first one that went wrong, else the last. */
  execution: Execution;
  /** Of a backfill: each tick, in order. */
  ticks?: Tick[];
  logs: LogEntry[];
  /** The type of each task, by its id. */
  types: Record<string, string>;
  /** Answers by the SQL text, asked right after the run. */
  answers: Record<string, { value: unknown } | { error: string }>;
  filesLeft: number;
}

export interface Evidence {
  /** By the run's id; one that was never started is missing. */
  runs: Record<string, RunEvidence>;
  /** Why not all runs took place: an invalid flow, a missing input. Indonesian. */
  stopped?: string;
}
