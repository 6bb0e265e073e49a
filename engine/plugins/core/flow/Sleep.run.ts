import type * as z from 'zod';
import { parseDuration } from '../../../time/duration.ts';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import type { schema } from './Sleep.ts';

export async function run(
  { duration }: z.output<typeof schema>,
  { log, ports, signal }: TaskContext,
): Promise<TaskResult> {
  const ms = parseDuration(duration);
  if (typeof ms !== 'number') throw new TaskError(`Text '${duration}' cannot be parsed to a Duration`);
  log.info(`Waiting for ${duration}`);
  await ports.clock.until(ports.clock.now() + ms, signal);
  return { outputs: {} };
}
