import type { PluginDefinition } from '../definition.ts';
import PythonCommands from './python/Commands.ts';
import PythonScript from './python/Script.ts';
import ShellCommands from './shell/Commands.ts';
import ShellScript from './shell/Script.ts';

/** The types of `io.kestra.plugin.scripts`. */
export const scripts: readonly PluginDefinition[] = [PythonCommands, PythonScript, ShellCommands, ShellScript];
