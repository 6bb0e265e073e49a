/** Reaching into values: `a.b`, `a['b']`, `a[0]`. Only what the value itself holds; nothing of JavaScript's. */
import { asNumber, isNumeric } from './numbers.ts';
import { Undefined } from './scope.ts';
import { isMap, stringify } from './values.ts';

/** Throws `Undefined` where strict and there is no such thing. */
export function attribute(of: unknown, key: unknown, strict: boolean): unknown {
  const name = stringify(key);
  if (Array.isArray(of)) {
    const index = isNumeric(key) ? asNumber(key) : Number(name);
    if (name === 'size' || name === 'length') return of.length;
    if (Number.isInteger(index) && index >= 0 && index < of.length) return of[index] ?? null;
  } else if (of instanceof Map) {
    if (of.has(name)) return of.get(name) ?? null;
  } else if (isMap(of)) {
    const own = Object.getOwnPropertyDescriptor(of, name);
    if (own) return of[name] ?? null;
  }
  if (strict) throw new Undefined(name);
  return null;
}
