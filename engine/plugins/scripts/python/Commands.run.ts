import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import { runScript } from '../runScript.ts';
import { commandPieces, shellText } from '../shellText.ts';
import type { schema } from './Commands.ts';
import { installing } from './dependencies.ts';

export const run = (properties: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> =>
  runScript(
    properties,
    {
      language: 'shell',
      text: (render) =>
        shellText(properties, installing(properties.dependencies), commandPieces(properties.commands), render),
    },
    context,
  );
