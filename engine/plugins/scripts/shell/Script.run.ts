import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import { runScript } from '../runScript.ts';
import { shellText } from '../shellText.ts';
import type { schema } from './Script.ts';

export const run = (properties: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> =>
  runScript(
    properties,
    {
      language: 'shell',
      text: (render) => shellText(properties, [], [{ text: properties.script, from: ['script'] }], render),
    },
    context,
  );
