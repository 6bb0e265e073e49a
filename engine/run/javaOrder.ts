/**
 * The order in which a Java HashMap gives its keys: by hash, not by insertion. Kestra hands inputs from one such map to another before
 * `{{ inputs }}` prints them, and merges `outputs` in such maps (recorded from a Kestra 1.1).
 */
export function inJavaOrder<T>(map: Record<string, T>): Record<string, T> {
  const keys = Object.keys(map).sort();
  if (keys.length < 2) return map;
  const last = byHash(byHash(keys, 16), 1);
  return Object.fromEntries(last.map((key) => [key, map[key] as T]));
}

/** As many buckets as the keys need, `least` at the least; keys of one bucket stay as they came. */
export function byHash(keys: readonly string[], least: number): string[] {
  let buckets = least;
  while (keys.length > buckets * 0.75) buckets *= 2;
  const bucket = new Map(keys.map((key) => [key, hashOf(key) & (buckets - 1)]));
  return [...keys].sort((a, b) => (bucket.get(a) ?? 0) - (bucket.get(b) ?? 0));
}

/** `String.hashCode`, its upper half mixed in. */
function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash ^ (hash >>> 16);
}
