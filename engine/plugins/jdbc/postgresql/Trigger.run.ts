import type * as z from 'zod';
import type { PollContext } from '../../definition.ts';
import { fetchTypeOf } from '../fetch.ts';
import { runScript } from '../statements.ts';
import type { schema } from './Trigger.ts';

/** Fires when the query gave rows; its output is then `trigger.…`. With `fetchType: NONE` nothing is read, so nothing fires. */
export async function poll(
  properties: z.output<typeof schema>,
  context: PollContext,
): Promise<Record<string, unknown> | undefined> {
  const fetchType = fetchTypeOf(properties);
  const [result] = await runScript({ ...properties, fetchType, transaction: true }, context);
  return result?.size ? { ...result } : undefined;
}
