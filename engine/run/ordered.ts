/**
 * Maps that keep their order. JavaScript lists keys that look like whole numbers first, whatever the order they came in; a Kestra keeps
 * it, and it shows wherever a map is printed.
 */
type Level = Record<string, unknown>;

/** What a map holds so far: whether one of them is no number, and the largest number. */
const seen = new WeakMap<Level, { named: boolean; largest: number }>();

/** Whether JavaScript would list this new key before one that is there already. Each key of a map is to be asked for before it is set. */
export function comesEarlier(key: string, level: Level): boolean {
  if (sorted.has(level)) return false;
  const known = seen.get(level) ?? { named: false, largest: -1 };
  seen.set(level, known);
  const index = isIndex(key) ? Number(key) : undefined;
  const earlier = index !== undefined && (known.named || known.largest > index);
  if (index === undefined) known.named = true;
  else known.largest = Math.max(known.largest, index);
  return earlier;
}

const isIndex = (key: string): boolean => /^(0|[1-9]\d{0,9})$/.test(key) && Number(key) < 2 ** 32 - 1;

const sorted = new WeakSet<Level>();

/** The same map, with its keys in the order they were set. */
export function ordered(level: Level): Level {
  const keys: (string | symbol)[] = Reflect.ownKeys(level);
  const proxy = new Proxy(level, {
    ownKeys: () => keys,
    defineProperty(target, key, descriptor) {
      if (!Object.hasOwn(target, key)) keys.push(key);
      return Reflect.defineProperty(target, key, descriptor);
    },
    deleteProperty(target, key) {
      if (keys.includes(key)) keys.splice(keys.indexOf(key), 1);
      return Reflect.deleteProperty(target, key);
    },
  });
  sorted.add(proxy);
  return proxy;
}
