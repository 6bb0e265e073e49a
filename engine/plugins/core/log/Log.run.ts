import type * as z from 'zod';
import { type TaskContext, TaskError } from '../../definition.ts';
import type { schema } from './Log.ts';

/** Each line is rendered and logged in its turn, so that what stands before a broken one is there. */
export async function run(
  { message, level }: z.output<typeof schema>,
  { log, render }: TaskContext,
): Promise<undefined> {
  const write = { TRACE: log.trace, DEBUG: log.debug, INFO: log.info, WARN: log.warn, ERROR: log.error }[level];
  if (typeof message !== 'string' && !Array.isArray(message)) throw notAMessage(message);
  for (const line of [message].flat()) write(await render(String(line)));
}

function notAMessage(message: unknown): TaskError {
  const kind = typeof message === 'boolean' ? 'Boolean' : Number.isInteger(message) ? 'Integer' : 'Object';
  return new TaskError(`Invalid message type 'class java.lang.${kind}'`, {
    explanation: '`message` harus berupa teks atau daftar teks. Beri tanda kutip bila yang dicatat sebuah angka.',
  });
}
