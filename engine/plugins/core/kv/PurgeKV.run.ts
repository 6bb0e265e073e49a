import * as z from 'zod';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import { globMatcher } from '../../glob.ts';
import type { schema } from './PurgeKV.ts';

type Properties = z.output<typeof schema>;

const behaviors = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('key'), expiredOnly: z.boolean().default(true) }),
  z.strictObject({ type: z.literal('version'), before: z.string().optional(), keepAmount: z.int().optional() }),
]);

export async function run(properties: Properties, context: TaskContext): Promise<TaskResult> {
  const { ports, log } = context;
  const namespaces = namespacesOf(properties, context.engine.namespaces());
  log.info(`purging ${namespaces.length} namespaces: [${namespaces.join(', ')}]`);
  const behavior = behaviorOf(properties);
  const isMeant = properties.keyPattern === undefined ? () => true : globMatcher([properties.keyPattern]);
  const now = ports.clock.now();
  let size = 0;
  if (behavior.type === 'version') {
    log.info('Alur hanya menyimpan versi terakhir setiap nilai, jadi tidak ada versi lama yang dihapus.');
  } else {
    for (const namespace of namespaces) {
      for (const { key, expiresAt } of await ports.kv.list(namespace, { expired: true })) {
        const isOver = expiresAt !== undefined && expiresAt <= now;
        if (!isMeant(key) || (behavior.expiredOnly && !isOver)) continue;
        if (await ports.kv.delete(namespace, key)) size++;
      }
    }
  }
  log.info(`purged ${size} keys`);
  return { outputs: { size } };
}

function namespacesOf(properties: Properties, all: readonly string[]): string[] {
  const { namespaces, namespacePattern, includeChildNamespaces } = properties;
  if (namespaces && namespacePattern !== undefined) {
    throw new TaskError('Resource fails validation', {
      explanation: 'Pilih salah satu: `namespaces` atau `namespacePattern`.',
    });
  }
  if (namespacePattern !== undefined) return all.filter(globMatcher([namespacePattern]));
  if (!namespaces) return [...all];
  return all.filter((one) =>
    namespaces.some((given) => one === given || (includeChildNamespaces && one.startsWith(`${given}.`))),
  );
}

function behaviorOf({ behavior = { type: 'key' }, expiredOnly }: Properties): z.output<typeof behaviors> {
  if (expiredOnly !== undefined) return { type: 'key', expiredOnly };
  const read = behaviors.safeParse(behavior);
  if (!read.success) {
    throw new TaskError(`Could not resolve behavior: ${read.error.issues[0]?.message ?? ''}`, {
      explanation:
        '`behavior` harus `{type: key, expiredOnly: true}` atau `{type: version, keepAmount: 1}` (atau `before`).',
    });
  }
  if (read.data.type === 'version' && read.data.before !== undefined && read.data.keepAmount !== undefined) {
    throw new TaskError("behavior: Cannot set both 'before' and 'keepAmount' properties", {
      explanation: 'Pilih salah satu: `before` atau `keepAmount`.',
    });
  }
  return read.data;
}
