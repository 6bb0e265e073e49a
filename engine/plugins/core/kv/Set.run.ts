import type * as z from 'zod';
import type { KvEntry } from '../../../ports/Kv.ts';
import { parseDuration } from '../../../time/duration.ts';
import { type TaskContext, TaskError } from '../../definition.ts';
import type { schema } from './Set.ts';
import { checkKey } from './shared.ts';
import { typed } from './values.ts';

export async function run(properties: z.output<typeof schema>, context: TaskContext): Promise<undefined> {
  const { key, namespace, overwrite, ttl, kvType, kvDescription } = properties;
  const { kv, clock } = context.ports;
  checkKey(key);
  const value = typed(await context.renderTyped(properties.value), kvType);
  if (!overwrite && (await kv.get(namespace, key))) {
    throw new TaskError(
      `Cannot set value for key '${key}'. Key already exists and \`overwrite\` is set to \`false\`.`,
      {
        explanation: `Nilai \`${key}\` sudah ada. Pakai key lain, atau hapus \`overwrite: false\`.`,
      },
    );
  }
  const lifetime = ttl === undefined ? undefined : parseDuration(ttl);
  const entry: KvEntry = {
    key,
    ...value,
    ...(kvDescription !== undefined && { description: kvDescription }),
    ...(lifetime !== undefined && { expiresAt: clock.now() + lifetime }),
  };
  await kv.set(namespace, entry);
}
