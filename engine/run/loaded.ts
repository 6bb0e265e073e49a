/** What a plugin runs is imported when it is first needed, and kept. */
import type { RunnableDefinition, RunTask } from '../plugins/definition.ts';

const cache = new WeakMap<RunnableDefinition, RunTask>();

export async function loaded(definition: RunnableDefinition): Promise<RunTask> {
  const known = cache.get(definition);
  if (known) return known;
  const run = await definition.load();
  cache.set(definition, run);
  return run;
}
