/** How to stop what works or waits, by the execution and the task run it belongs to ('' for the execution itself). */
import { Stop } from './stop.ts';
import { StoppedError } from './stopped.ts';

export interface Aborts {
  open(execution: string, id: string): Stop;
  /** It is done by itself. */
  close(execution: string, id: string, stop: Stop): void;
  abort(execution: string, id: string, because: StoppedError['because']): void;
  /** Everything of an execution, or everything there is. */
  abortAll(reason: Error, execution?: string): void;
}

export function createAborts(): Aborts {
  const byExecution = new Map<string, Map<string, Set<Stop>>>();
  return {
    open(execution, id) {
      const stop = new Stop();
      const runs = byExecution.get(execution) ?? new Map<string, Set<Stop>>();
      byExecution.set(execution, runs);
      const stops = runs.get(id) ?? new Set();
      runs.set(id, stops.add(stop));
      return stop;
    },
    close(execution, id, stop) {
      const runs = byExecution.get(execution);
      const stops = runs?.get(id);
      stops?.delete(stop);
      if (stops?.size === 0) runs?.delete(id);
      if (runs?.size === 0) byExecution.delete(execution);
    },
    abort(execution, id, because) {
      for (const stop of byExecution.get(execution)?.get(id) ?? []) stop.stop(new StoppedError(because));
    },
    abortAll(reason, execution) {
      for (const [owner, runs] of byExecution) {
        if (execution !== undefined && owner !== execution) continue;
        for (const stops of runs.values()) for (const stop of stops) stop.stop(reason);
      }
    },
  };
}
