/**
 * The order in which a Java `HashMap` gives its entries: by the hash of their keys, not as written. A map literal is one, and so is what
 * `merge` makes, so `{'b': 1, 'a': 2}` prints `a` first, as in a Kestra.
 */
import { asNumber, isInteger, isNumeric } from './numbers.ts';
import { JavaMap } from './values.ts';

export function hashMap(entries: readonly (readonly [unknown, unknown])[], capacity = entries.length): JavaMap {
  const map = new Map(entries);
  const ordered = new JavaMap(undefined, 'java.util.HashMap');
  const keys = [...map.keys()];
  for (const at of hashOrder(keys, capacity)) ordered.set(keys[at], map.get(keys[at]));
  return ordered;
}

/** The places of these keys, in the order in which the map gives them. */
export function hashOrder(keys: readonly unknown[], capacity = keys.length): number[] {
  const order = [...keys.keys()];
  if (keys.length < 2) return order;
  let buckets = 1;
  while (buckets < capacity) buckets *= 2;
  while (keys.length > buckets * 0.75) buckets *= 2;
  const bucketOf = keys.map((key) => spread(hashOf(key)) & (buckets - 1));
  return order.sort((a, b) => (bucketOf[a] ?? 0) - (bucketOf[b] ?? 0));
}

const spread = (hash: number): number => hash ^ (hash >>> 16);

/** `hashCode` of the values that make sense as keys. */
export function hashOf(value: unknown): number {
  if (typeof value === 'string') return textHash(value);
  if (typeof value === 'boolean') return value ? 1231 : 1237;
  if (isInteger(value)) return value;
  if (typeof value === 'bigint') return longHash(value);
  if (isNumeric(value)) return doubleHash(asNumber(value));
  if (!Array.isArray(value)) return 0;
  let hash = 1;
  for (const item of value) hash = (Math.imul(31, hash) + hashOf(item)) | 0;
  return hash;
}

function textHash(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(31, hash) + text.charCodeAt(at)) | 0;
  return hash;
}

const longHash = (value: bigint): number => Number(BigInt.asIntN(32, value ^ (BigInt.asUintN(64, value) >> 32n)));

function doubleHash(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getInt32(0) ^ view.getInt32(4);
}
