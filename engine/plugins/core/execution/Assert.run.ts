import type * as z from 'zod';
import { isTruthy } from '../../../expression/truthy.ts';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import type { schema } from './Assert.ts';

/** Every condition is tried, so that all that are false are in the log. */
export async function run(
  { conditions, errorMessage }: z.output<typeof schema>,
  context: TaskContext,
): Promise<TaskResult> {
  let failed = 0;
  for (const condition of conditions) {
    const problem = await problemOf(condition, context);
    if (problem === undefined) continue;
    failed++;
    context.log.error(`Assertion \`${condition}\` failed${problem}`);
  }
  context.metric({ name: 'failed', type: 'counter', value: failed, tags: {} });
  context.metric({ name: 'success', type: 'counter', value: conditions.length - failed, tags: {} });
  if (failed === 0) return { outputs: {} };
  throw new TaskError(`${failed} assertion${failed > 1 ? 's' : ''} failed!${errorMessage ? `\n${errorMessage}` : ''}`, {
    explanation: `${failed} syarat tidak benar. Lihat baris log sebelumnya untuk tahu yang mana.`,
  });
}

/** How the line about it ends; nothing where the condition holds. One that can't be rendered is a failed one. */
async function problemOf(condition: string, context: TaskContext): Promise<string | undefined> {
  try {
    return isTruthy(await context.render(condition)) ? undefined : '!';
  } catch (error) {
    return `, failed to render \`${error instanceof Error ? error.message : error}\``;
  }
}
