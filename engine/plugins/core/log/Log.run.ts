import type * as z from 'zod';
import type { TaskContext } from '../../definition.ts';
import type { schema } from './Log.ts';

export function run({ message, level }: z.output<typeof schema>, { log }: TaskContext): undefined {
  const write = { TRACE: log.trace, DEBUG: log.debug, INFO: log.info, WARN: log.warn, ERROR: log.error }[level];
  for (const line of [message].flat()) write(line);
}
