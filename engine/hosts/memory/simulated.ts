/**
 * A host on a virtual clock: what it does really (a query, a script, a download) takes no time there, so the clock stands still until
 * it is done. The journal is in memory; what is in the KV store is seen, what is written to it is not kept.
 */
import type { Host } from '../../ports/Host.ts';
import type { Kv } from '../../ports/Kv.ts';
import { createMemoryJournal } from '../common/memoryJournal.ts';
import { createMemoryKv } from '../common/memoryKv.ts';
import type { VirtualClock } from './virtualClock.ts';

export function simulated(host: Host, clock: VirtualClock): Host {
  return {
    ...host,
    clock,
    journal: createMemoryJournal(),
    kv: held(overlaid(createMemoryKv(clock), host.kv), clock),
    storage: held(host.storage, clock),
    databases: held(host.databases, clock),
    fileDatabases: held(host.fileDatabases, clock),
    scripts: held(host.scripts, clock),
    http: held(host.http, clock),
    secrets: held(host.secrets, clock),
  };
}

/** What is not in the first is looked for in the second, which is never written to. */
function overlaid(over: Kv, under: Kv): Kv {
  return {
    ...over,
    get: async (namespace, key) => (await over.get(namespace, key)) ?? under.get(namespace, key),
    async list(namespace, options) {
      const own = await over.list(namespace, options);
      const known = new Set(own.map(({ key }) => key));
      const below = await under.list(namespace, options);
      return [...own, ...below.filter(({ key }) => !known.has(key))].sort((a, b) => (a.key < b.key ? -1 : 1));
    },
  };
}

/** The same object; while a call of it is under way, and of what it answers (a session), the clock is held. */
function held<T extends object>(target: T, clock: VirtualClock): T {
  return new Proxy(target, {
    get(of, name) {
      const value: unknown = Reflect.get(of, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        const letGo = clock.hold();
        try {
          const answer: unknown = value.apply(of, args);
          if (!(answer instanceof Promise)) {
            letGo();
            return answer;
          }
          return answer.then((result: unknown) => (isCallable(result) ? held(result, clock) : result)).finally(letGo);
        } catch (error) {
          letGo();
          throw error;
        }
      };
    },
  });
}

/** An object with functions of its own, such as a session; not a stream. */
const isCallable = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.values(value).some((one) => typeof one === 'function');
