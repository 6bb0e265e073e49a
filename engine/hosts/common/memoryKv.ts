/** The KV store in memory; `expire` is what every KV store does about entries whose time is over. */
import type { Clock } from '../../ports/Clock.ts';
import type { Kv, KvEntry } from '../../ports/Kv.ts';

export function createMemoryKv(clock: Clock): Kv {
  const namespaces = new Map<string, Map<string, KvEntry>>();
  const entries = (namespace: string): Map<string, KvEntry> => {
    const known = namespaces.get(namespace) ?? new Map<string, KvEntry>();
    namespaces.set(namespace, known);
    return known;
  };
  return {
    async get(namespace, key) {
      const entry = entries(namespace).get(key);
      return entry && isAlive(entry, clock) ? structuredClone(entry) : undefined;
    },
    async set(namespace, entry) {
      entries(namespace).set(entry.key, structuredClone(entry));
    },
    async delete(namespace, key) {
      const entry = entries(namespace).get(key);
      entries(namespace).delete(key);
      return entry !== undefined && isAlive(entry, clock);
    },
    async list(namespace) {
      return [...entries(namespace).values()]
        .filter((entry) => isAlive(entry, clock))
        .map(copied)
        .sort(byKey);
    },
  };
}

export const isAlive = ({ expiresAt }: KvEntry, clock: Clock): boolean =>
  expiresAt === undefined || clock.now() < expiresAt;

export const byKey = (left: KvEntry, right: KvEntry): number =>
  left.key < right.key ? -1 : left.key > right.key ? 1 : 0;

const copied = (entry: KvEntry): KvEntry => structuredClone(entry);
