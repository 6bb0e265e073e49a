/** What came of the runs that a lab's checks ask for: finished results only. */
import type { Execution, LogEntry } from '../../door.ts';

export interface RunEvidence {
  execution: Execution;
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
