import type * as z from 'zod';
import { isTruthy } from '../../../expression/truthy.ts';
import { type PollContext, TaskError } from '../../definition.ts';
import { fetchAnswer } from './Request.run.ts';
import type { schema } from './Trigger.ts';

export async function poll(
  properties: z.output<typeof schema>,
  context: PollContext,
): Promise<Record<string, unknown> | undefined> {
  if (properties.encryptBody) {
    throw new TaskError('Encryption is not supported', {
      explanation: '`encryptBody` belum bisa dipakai di sini. Hapus baris itu.',
    });
  }
  const options = { ...properties.options, followRedirects: true, allowFailed: true };
  const answer = await fetchAnswer({ ...properties, options }, context);
  const response = { statusCode: answer.code, body: answer.body ?? '', headers: answer.headers };
  return isTruthy(await context.render(properties.responseCondition, { response })) ? answer : undefined;
}
