/** A namespace's KV store as the door shows it: plain values. */
import type { KvStore } from '../door.ts';
import type { Ports } from '../ports/Host.ts';
import type { KvType } from '../ports/Kv.ts';

export function kvStoreOf({ kv }: Ports, namespace: string): KvStore {
  return {
    get: async (key) => (await kv.get(namespace, key))?.value,
    set: (key, value) => kv.set(namespace, { key, type: typeOf(value), value }),
    delete: (key) => kv.delete(namespace, key),
    list: async () => (await kv.list(namespace)).map(({ key }) => ({ key })),
  };
}

function typeOf(value: unknown): KvType {
  if (typeof value === 'string') return 'STRING';
  if (typeof value === 'number') return 'NUMBER';
  return typeof value === 'boolean' ? 'BOOLEAN' : 'JSON';
}
