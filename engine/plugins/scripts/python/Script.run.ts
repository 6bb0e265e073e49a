import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import { type Program, runScript } from '../runScript.ts';
import { shellText } from '../shellText.ts';
import type { schema } from './Script.ts';

const FILE = '.alur/script.py';

export const run = (properties: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> =>
  runScript(properties, programOf(properties), context);

/** With commands before it, the script is a file that the same shell runs last; alone it is run as it is. */
function programOf(properties: z.output<typeof schema>): Program {
  const installs = (properties.dependencies ?? []).map((name) => `pip install '${name.replaceAll("'", '')}'`);
  const before = [...installs, ...(properties.beforeCommands ?? [])];
  if (before.length === 0) return { language: 'python', text: (render) => render(properties.script) };
  return {
    language: 'shell',
    text: (render) => shellText({ ...properties, beforeCommands: before }, [`python3 -u ${FILE}`], render),
    file: { path: FILE, content: properties.script },
  };
}
