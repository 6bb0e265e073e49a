import type { PluginDefinition } from '../definition.ts';
import Return from './debug/Return.ts';
import Log from './log/Log.ts';

/** The types of `io.kestra.plugin.core`. */
export const core: readonly PluginDefinition[] = [Log, Return];
