import type * as z from 'zod';
import { PYTHON_FILE } from '../../../ports/Scripts.ts';
import type { TaskContext, TaskResult } from '../../definition.ts';
import { type Program, runScript } from '../runScript.ts';
import { shellText } from '../shellText.ts';
import { installing } from './dependencies.ts';
import type { schema } from './Script.ts';

export const run = (properties: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> =>
  runScript(properties, programOf(properties), context);

/** With commands before it, the script is a file that the same shell runs last; alone it is run as it is. */
function programOf(properties: z.output<typeof schema>): Program {
  const { script, dependencies = [], beforeCommands = [] } = properties;
  const own = { text: script, from: ['script'] };
  if (dependencies.length + beforeCommands.length === 0) {
    return { language: 'python', text: async (render) => [{ ...own, text: await render(script) }] };
  }
  return {
    language: 'shell',
    text: (render) => shellText(properties, installing(dependencies), [{ text: `python3 -u ${PYTHON_FILE}` }], render),
    file: { path: PYTHON_FILE, piece: own },
  };
}
