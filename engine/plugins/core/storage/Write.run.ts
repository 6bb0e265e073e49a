import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import { writeFile } from './files.ts';
import type { schema } from './Write.ts';

export async function run({ content, extension }: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const { uri } = await writeFile(new TextEncoder().encode(content), extension, context);
  return { outputs: { uri } };
}
