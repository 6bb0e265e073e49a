import type * as z from 'zod';
import { formatDuration } from '../../../time/duration.ts';
import type { TaskContext, TaskResult } from '../../definition.ts';
import { milliseconds } from '../../property.ts';
import type { schema } from './Sleep.ts';

export async function run(
  { duration }: z.output<typeof schema>,
  { log, ports, signal }: TaskContext,
): Promise<TaskResult> {
  const ms = milliseconds(duration);
  log.info(`Waiting for ${formatDuration(ms)}`);
  await ports.clock.until(ports.clock.now() + ms, signal);
  return { outputs: {} };
}
