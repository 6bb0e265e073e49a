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
  for (const line of [message].flat()) {
    if (typeof line !== 'string' && line !== null) throw notALine(line);
    write(await render(String(line)));
  }
}

function notAMessage(message: unknown): TaskError {
  return new TaskError(`Invalid message type 'class ${javaClass(message)}'`, { explanation });
}

function notALine(line: unknown): TaskError {
  const kind = javaClass(line);
  return new TaskError(
    `class ${kind} cannot be cast to class java.lang.String (${kind} and java.lang.String are in module java.base of loader 'bootstrap')`,
    { explanation },
  );
}

const explanation = '`message` harus berupa teks atau daftar teks. Beri tanda kutip bila yang dicatat sebuah angka.';

/** What a Kestra's YAML makes of it. */
function javaClass(value: unknown): string {
  if (typeof value === 'boolean') return 'java.lang.Boolean';
  if (Array.isArray(value)) return 'java.util.ArrayList';
  if (typeof value === 'object') return 'java.util.LinkedHashMap';
  if (!Number.isInteger(value)) return 'java.lang.Double';
  return Math.abs(Number(value)) > 2_147_483_647 ? 'java.lang.Long' : 'java.lang.Integer';
}
