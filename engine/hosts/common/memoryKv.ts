/** The KV store in memory; `alive` and `living` are what every KV store does about entries whose time is over. */
import type { Clock } from '../../ports/Clock.ts';
import { type Kv, type KvEntry, KvExpiredError } from '../../ports/Kv.ts';

export function createMemoryKv(clock: Clock): Kv {
  const namespaces = new Map<string, Map<string, KvEntry>>();
  const entries = (namespace: string): Map<string, KvEntry> => {
    const known = namespaces.get(namespace) ?? new Map<string, KvEntry>();
    namespaces.set(namespace, known);
    return known;
  };
  return {
    get: async (namespace, key) => alive(structuredClone(entries(namespace).get(key)), clock),
    async set(namespace, entry) {
      entries(namespace).set(entry.key, structuredClone(entry));
    },
    delete: async (namespace, key) => entries(namespace).delete(key),
    list: async (namespace, options) => living(structuredClone([...entries(namespace).values()]), clock, options),
  };
}

/** The entry, unless its time is over. Throws `KvExpiredError`. */
export function alive(entry: KvEntry | undefined, clock: Clock): KvEntry | undefined {
  if (entry && !isAlive(entry, clock)) throw new KvExpiredError();
  return entry;
}

/** The entries whose time is not over (or all), by key. */
export const living = (entries: readonly KvEntry[], clock: Clock, { expired = false } = {}): KvEntry[] =>
  entries.filter((entry) => expired || isAlive(entry, clock)).sort(byKey);

const isAlive = ({ expiresAt }: KvEntry, clock: Clock): boolean => expiresAt === undefined || clock.now() < expiresAt;

export const byKey = (left: KvEntry, right: KvEntry): number =>
  left.key < right.key ? -1 : left.key > right.key ? 1 : 0;
