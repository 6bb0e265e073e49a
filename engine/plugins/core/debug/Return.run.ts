import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import type { schema } from './Return.ts';

/** Kestra logs the value at DEBUG and counts its length. */
export function run({ format }: z.output<typeof schema>, context: TaskContext): TaskResult {
  const started = context.ports.clock.now();
  if (format === undefined) return { outputs: {} };
  context.log.debug(format);
  const tags = { format };
  context.metric({ name: 'length', type: 'counter', value: format.length, tags });
  context.metric({ name: 'duration', type: 'timer', value: (context.ports.clock.now() - started) / 1000, tags });
  return { outputs: { value: format } };
}
