/**
 * A map that lists its keys as a Java HashMap would: by hash, and not as they came, nor (as JavaScript does) whole numbers first. It
 * shows wherever a template prints one. The order is found when somebody asks for the keys: to look one up costs nothing more.
 */
import { byHash } from './javaOrder.ts';

/** `least` buckets at first. Keys of one bucket stay as they came, or come with the newest first. */
export function hashMap(least: number, newestFirst = false): Record<string, unknown> {
  const keys = new Set<string>();
  let order: string[] | undefined;
  return new Proxy<Record<string, unknown>>(Object.create(null), {
    ownKeys: () => {
      order ??= byHash(newestFirst ? [...keys].reverse() : [...keys], least);
      return order;
    },
    defineProperty(target, key, descriptor) {
      if (typeof key === 'string' && !keys.has(key)) {
        keys.add(key);
        order = undefined;
      }
      return Reflect.defineProperty(target, key, descriptor);
    },
    deleteProperty(target, key) {
      if (typeof key === 'string' && keys.delete(key)) order = undefined;
      return Reflect.deleteProperty(target, key);
    },
  });
}
