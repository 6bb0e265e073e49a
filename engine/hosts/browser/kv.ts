/** KV store and secrets of the page, in IndexedDB. Secrets are readable by whoever uses this browser: the page says so where they are typed. */
import type { Clock } from '../../ports/Clock.ts';
import type { Kv, KvEntry } from '../../ports/Kv.ts';
import type { Secrets } from '../../ports/Secrets.ts';
import { alive, living } from '../common/memoryKv.ts';
import { type Idb, outcome } from './idb.ts';

export function createIdbKv(opened: () => Promise<Idb>, clock: Clock): Kv {
  return {
    async get(namespace, key) {
      const entry = await (await opened()).transact(['kv'], 'readonly', ({ kv }) =>
        outcome<KvEntry | undefined>(kv.get([namespace, key])),
      );
      return alive(entry, clock);
    },
    async set(namespace, entry) {
      await (await opened()).transact(['kv'], 'readwrite', ({ kv }) => outcome(kv.put(entry, [namespace, entry.key])));
    },
    async delete(namespace, key) {
      return (await opened()).transact(['kv'], 'readwrite', async ({ kv }) => {
        const entry = await outcome<KvEntry | undefined>(kv.get([namespace, key]));
        kv.delete([namespace, key]);
        return entry !== undefined;
      });
    },
    async list(namespace, options) {
      const entries = await (await opened()).transact(['kv'], 'readonly', ({ kv }) =>
        outcome<KvEntry[]>(kv.getAll(IDBKeyRange.bound([namespace], [namespace, []]))),
      );
      return living(entries, clock, options);
    },
  };
}

export interface EditableSecrets extends Secrets {
  set(name: string, value: string): Promise<void>;
  delete(name: string): Promise<void>;
  names(): Promise<string[]>;
}

export function createIdbSecrets(opened: () => Promise<Idb>): EditableSecrets {
  return {
    get: async (_namespace, name) =>
      (await opened()).transact(['secrets'], 'readonly', ({ secrets }) =>
        outcome<string | undefined>(secrets.get(name)),
      ),
    async set(name, value) {
      await (await opened()).transact(['secrets'], 'readwrite', ({ secrets }) => outcome(secrets.put(value, name)));
    },
    async delete(name) {
      await (await opened()).transact(['secrets'], 'readwrite', ({ secrets }) => outcome(secrets.delete(name)));
    },
    names: async () =>
      (await opened()).transact(['secrets'], 'readonly', async ({ secrets }) =>
        (await outcome(secrets.getAllKeys())).map(String),
      ),
  };
}
