/**
 * Every type the engine knows, by its name and aliases. Definitions are small and loaded always; what runs is imported on demand.
 * A family lists its own in `FAMILY/index.ts`.
 */

import { forEachItemTasks } from './core/flow/forEachItemTasks.ts';
import { core } from './core/index.ts';
import type { PluginDefinition } from './definition.ts';
import { jdbc } from './jdbc/index.ts';
import { scripts } from './scripts/index.ts';

const all: readonly PluginDefinition[] = [...core, ...jdbc, ...scripts];

const byType = new Map<string, PluginDefinition>();
for (const definition of [...all, ...forEachItemTasks]) {
  byType.set(definition.type, definition);
  for (const alias of definition.aliases ?? []) byType.set(alias, definition);
}

/** The definition of a type or alias; nothing when we have none. */
export const findPlugin = (type: string): PluginDefinition | undefined => byType.get(type);

/** All definitions, in the order of the families. */
export const allPlugins = (): readonly PluginDefinition[] => all;
