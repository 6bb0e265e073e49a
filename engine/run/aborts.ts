/** How to stop what works or waits, by the execution and the task run it belongs to ('' for the execution itself). */
export interface Aborts {
  open(execution: string, id: string): AbortController;
  /** It is done by itself. */
  close(execution: string, id: string, controller: AbortController): void;
  abort(execution: string, id: string, reason: Error): void;
  /** Everything of an execution, or everything there is. */
  abortAll(reason: Error, execution?: string): void;
}

export function createAborts(): Aborts {
  const byExecution = new Map<string, Map<string, Set<AbortController>>>();
  return {
    open(execution, id) {
      const controller = new AbortController();
      const runs = byExecution.get(execution) ?? new Map<string, Set<AbortController>>();
      byExecution.set(execution, runs);
      const controllers = runs.get(id) ?? new Set();
      runs.set(id, controllers.add(controller));
      return controller;
    },
    close(execution, id, controller) {
      const runs = byExecution.get(execution);
      const controllers = runs?.get(id);
      controllers?.delete(controller);
      if (controllers?.size === 0) runs?.delete(id);
      if (runs?.size === 0) byExecution.delete(execution);
    },
    abort(execution, id, reason) {
      for (const controller of byExecution.get(execution)?.get(id) ?? []) controller.abort(reason);
    },
    abortAll(reason, execution) {
      for (const [owner, runs] of byExecution) {
        if (execution !== undefined && owner !== execution) continue;
        for (const controllers of runs.values()) for (const controller of controllers) controller.abort(reason);
      }
    },
  };
}
