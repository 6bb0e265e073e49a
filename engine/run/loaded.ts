/**
 * What a plugin runs is imported once and kept: when a flow that has it starts, so that what starts side by side is ready side by side.
 */
import type { Flow, Task } from '../door.ts';
import type { RunnableDefinition, RunTask } from '../plugins/definition.ts';
import { findPlugin } from '../plugins/registry.ts';

const cache = new WeakMap<RunnableDefinition, RunTask>();

export async function loaded(definition: RunnableDefinition): Promise<RunTask> {
  const known = cache.get(definition);
  if (known) return known;
  const run = await definition.load();
  cache.set(definition, run);
  return run;
}

/** What can't be loaded is said by the task that needs it. */
export async function preload({ tasks, errors, finally: last, afterExecution }: Flow): Promise<void> {
  const missing = new Set<RunnableDefinition>();
  for (const list of [tasks, errors, last, afterExecution]) collect(list, missing);
  if (missing.size > 0) await Promise.allSettled([...missing].map(loaded));
}

function collect(tasks: readonly Task[], missing: Set<RunnableDefinition>): void {
  for (const { type, disabled, branches } of tasks) {
    const definition = disabled ? undefined : findPlugin(type);
    if (definition?.kind === 'runnable' && !cache.has(definition)) missing.add(definition);
    for (const list of Object.values(branches)) collect(list, missing);
  }
}
