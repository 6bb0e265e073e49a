/** Reaching into values: `a.b`, `a['b']`, `a[0]`. Only what the value itself holds, or what `methods.ts` lists; nothing of JavaScript's. */
import { classOf } from './classes.ts';
import { find } from './equality.ts';
import { Failure } from './failures.ts';
import { methodOf } from './methods.ts';
import { asNumber, isInteger, isNumeric } from './numbers.ts';
import type { Scope } from './scope.ts';
import { Entry, isMap, isNothing, isPlainObject, javaString } from './values.ts';

/** There is no such thing. */
export const MISSING = Symbol('missing');

/** Names that every JavaScript object answers to, though a map does not hold them. */
export const isInherited = (name: string): boolean => name in Object.prototype;

/** What a plain object or a map of ours holds under a name that is not inherited; undefined where another way has to be gone. */
export function plainValue(of: unknown, key: string): unknown {
  if (of instanceof Map) return of.get(key);
  return typeof of === 'object' && of !== null && isPlainObject(of) ? of[key] : undefined;
}

/** `a.b` or `a[b]` without arguments. */
export function attribute(of: unknown, key: unknown, scope: Scope): unknown {
  if (typeof key === 'string') {
    if (isNothing(of)) return MISSING;
    if (typeof of === 'object' && isPlainObject(of)) return Object.hasOwn(of, key) ? (of[key] ?? null) : MISSING;
  }
  if (isMap(of)) return ofMap(of, key);
  if (Array.isArray(of)) {
    const index = indexOf(key);
    if (index !== undefined) return index < of.length ? (of[index] ?? null) : MISSING;
  }
  if (of instanceof Entry && (key === 'key' || key === 'value')) return of[key];
  if (isNothing(of) || typeof key !== 'string') return MISSING;
  return methodOf(of, key, [], false, scope) ?? MISSING;
}

/** `a.b(…)`. */
export function called(of: unknown, name: string, args: readonly unknown[], scope: Scope): unknown {
  if (isNothing(of)) return MISSING;
  const result = methodOf(of, name, args, true, scope);
  return result === undefined ? MISSING : result;
}

function ofMap(of: Record<string, unknown> | Map<unknown, unknown>, key: unknown): unknown {
  if (isNothing(key)) {
    throw new Failure(
      'Cannot invoke "Object.toString()" because "attributeNameValue" is null',
      'Kunci di dalam [ ] tidak boleh null.',
      true,
    );
  }
  const found = find(of, key) ?? (isNumeric(key) ? byNumber(of, key) : undefined);
  return found ? (found.value ?? null) : MISSING;
}

/** A number as a key is made what the map's own keys are. */
function byNumber(of: Record<string, unknown> | Map<unknown, unknown>, key: unknown): { value: unknown } | undefined {
  const [first] = of instanceof Map ? of.keys() : Object.keys(of);
  if (first === undefined) throw new Failure('None', 'Map ini kosong.', true);
  if (!isNumeric(first)) {
    throw new Failure(
      `type class ${classOf(first)} not supported for key ${javaString(key)}`,
      `Kunci map ini teks: tulis dengan tanda kutip, misalnya ['${javaString(key)}'].`,
    );
  }
  if (!isNumeric(key)) return undefined;
  const number = asNumber(key);
  const as = isInteger(first) ? number : typeof first === 'bigint' ? BigInt(Math.trunc(number)) : key;
  return find(of, as);
}

/** As Java reads an int: `'0'`, `'+1'`, `'01'`. */
function indexOf(key: unknown): number | undefined {
  const text = isNumeric(key) || typeof key === 'string' ? javaString(key) : '';
  return /^[-+]?\d{1,10}$/.test(text) && Number(text) >= 0 ? Number(text) : undefined;
}
