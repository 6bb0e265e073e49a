import type * as z from 'zod';
import { type TaskContext, TaskError } from '../../definition.ts';
import { milliseconds } from '../../property.ts';
import type { schema } from './Set.ts';
import { checkKey, checkNamespace } from './shared.ts';
import { typed } from './values.ts';

export async function run(properties: z.output<typeof schema>, context: TaskContext): Promise<undefined> {
  const { key, namespace, overwrite, ttl, kvType, kvDescription } = properties;
  const { kv, clock } = context.ports;
  checkNamespace(namespace, context);
  checkKey(key);
  const value = typed(await renderedValue(properties.value, context), kvType);
  const lifetime = ttl === undefined ? undefined : milliseconds(ttl);
  if (lifetime !== undefined && lifetime < 0) {
    throw new TaskError('ttl cannot be negative', {
      explanation: '`ttl` adalah umur nilai, misalnya P1D. Tidak bisa negatif.',
    });
  }
  if (!overwrite && (await kv.list(namespace, { expired: true })).some((entry) => entry.key === key)) {
    throw new TaskError(
      `Cannot set value for key '${key}'. Key already exists and \`overwrite\` is set to \`false\`.`,
      {
        explanation: `Nilai \`${key}\` sudah ada. Pakai key lain, atau hapus \`overwrite: false\`.`,
      },
    );
  }
  await kv.set(namespace, {
    key,
    ...value,
    ...(kvDescription !== undefined && { description: kvDescription }),
    ...(lifetime !== undefined && { expiresAt: clock.now() + lifetime }),
  });
}

/** A text is rendered and keeps the type of a lone `{{ }}`; what was written as anything else becomes its text, as in a Kestra. */
async function renderedValue(written: unknown, context: TaskContext): Promise<unknown> {
  if (typeof written === 'string') return context.renderTyped(written);
  return typeof written === 'object' ? JSON.stringify(await context.renderEach(written)) : String(written);
}
