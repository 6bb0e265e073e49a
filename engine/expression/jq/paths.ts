/** Reaching into values, and changing what stands at a path: a new value each time, the old one stays as it is. */
import { asNumber, isNumeric } from '../numbers.ts';
import { entriesOf, isMap, JavaMap } from '../values.ts';
import { JqError } from './errors.ts';
import { compare, kindOf, named, number } from './order.ts';

/** A step of a path: a key, an index, or a piece of a list. */
export type Step = string | number | { from: unknown; to: unknown };
export type Path = readonly Step[];

const reading = (of: unknown, step: unknown): JqError =>
  new JqError(
    typeof step === 'string'
      ? `Cannot index ${kindOf(of)} with string "${step}"`
      : `Cannot index ${kindOf(of)} with ${kindOf(step)}`,
  );

/** `.[key]`. */
export function index(of: unknown, key: unknown): unknown {
  if (typeof key === 'string' && (isMap(of) || of === null)) return isMap(of) ? (get(of, key) ?? null) : null;
  if (isNumeric(key) && (Array.isArray(of) || of === null)) {
    if (of === null) return null;
    const at = Math.floor(asNumber(key));
    return of[at < 0 ? at + of.length : at] ?? null;
  }
  if (isMap(key) && (Array.isArray(of) || of === null)) return slice(of, get(key, 'start'), get(key, 'end'));
  if (Array.isArray(key) && Array.isArray(of)) return indices(of, key);
  throw reading(of, key);
}

const get = (of: Record<string, unknown> | Map<unknown, unknown>, key: string): unknown =>
  of instanceof Map ? of.get(key) : Object.hasOwn(of, key) ? of[key] : undefined;

/** Where a list stands within another. */
export function indices(of: readonly unknown[], part: readonly unknown[]): unknown[] {
  const found: unknown[] = [];
  if (part.length === 0) return found;
  for (let at = 0; at + part.length <= of.length; at++)
    if (part.every((one, offset) => compare(one, of[at + offset]) === 0)) found.push(at);
  return found;
}

/** `.[from:to]`. */
export function slice(of: unknown, from: unknown, to: unknown): unknown {
  if (of === null) return null;
  if (typeof of !== 'string' && !Array.isArray(of)) throw reading(of, new Map());
  const letters = typeof of === 'string' ? [...of] : of;
  const [start, end] = bounds(letters.length, from, to);
  const piece = letters.slice(start, end);
  return typeof of === 'string' ? piece.join('') : piece;
}

function bounds(length: number, from: unknown, to: unknown): [number, number] {
  const place = (value: unknown, fallback: number, round: (value: number) => number): number => {
    if (value === null || value === undefined) return fallback;
    if (!isNumeric(value)) throw new JqError('Start and end indices of an array slice must be numbers');
    const at = round(asNumber(value));
    return Math.min(length, Math.max(0, at < 0 ? at + length : at));
  };
  const start = place(from, 0, Math.floor);
  return [start, Math.max(start, place(to, length, Math.ceil))];
}

export function getPath(of: unknown, path: Path): unknown {
  let at = of;
  for (const step of path) {
    if (at === null) return null;
    at = take(at, step);
  }
  return at;
}

export const take = (of: unknown, step: Step): unknown =>
  typeof step === 'object' ? slice(of, step.from, step.to) : index(of, step);

/** The value with what stands at the path changed. */
export function update(of: unknown, path: Path, change: (value: unknown) => unknown, at = 0): unknown {
  const step = path[at];
  if (step === undefined) return change(of);
  const inner = (value: unknown) => update(value, path, change, at + 1);
  if (typeof step === 'string') {
    if (of !== null && !isMap(of)) throw reading(of, step);
    const map = new JavaMap(of === null ? undefined : entriesOf(of));
    return map.set(step, inner(map.get(step) ?? null));
  }
  if (of !== null && !Array.isArray(of)) throw reading(of, typeof step === 'number' ? step : new Map());
  const list: unknown[] = of === null ? [] : [...of];
  if (typeof step === 'object') {
    const [start, end] = bounds(list.length, step.from, step.to);
    const piece = inner(list.slice(start, end));
    if (!Array.isArray(piece)) throw new JqError('A slice of an array can only be assigned another array');
    return [...list.slice(0, start), ...piece, ...list.slice(end)];
  }
  const place = step < 0 ? step + list.length : step;
  if (place < 0) throw new JqError('Out of bounds negative array index');
  if (place > MOST_ITEMS) throw new JqError('Out of bounds array index');
  while (list.length < place) list.push(null);
  list[place] = inner(list[place] ?? null);
  return list;
}

const MOST_ITEMS = 1_000_000;

/** The value without what stands at the path. */
export function without(of: unknown, path: Path): unknown {
  const last = path.at(-1);
  if (last === undefined) return null;
  const holder = getPath(of, path.slice(0, -1));
  if (holder === null) return of;
  return update(of, path.slice(0, -1), (value) => remove(value, last));
}

function remove(of: unknown, step: Step): unknown {
  if (of === null) return null;
  if (typeof step === 'string') {
    if (!isMap(of)) throw new JqError(`Cannot delete field at object index of ${kindOf(of)}`);
    return new JavaMap(entriesOf(of).filter(([key]) => key !== step));
  }
  if (!Array.isArray(of)) throw new JqError(`Cannot delete field at array index of ${kindOf(of)}`);
  if (typeof step === 'number') return of.filter((_, at) => at !== (step < 0 ? step + of.length : step));
  const [start, end] = bounds(of.length, step.from, step.to);
  return of.filter((_, at) => at < start || at >= end);
}

/** A value as a step; anything else can't be one. */
export function stepOf(value: unknown): Step {
  if (typeof value === 'string') return value;
  if (isNumeric(value)) return Math.floor(asNumber(value));
  if (isMap(value)) return { from: get(value, 'start') ?? null, to: get(value, 'end') ?? null };
  throw new JqError(`Invalid path component ${named(value)}`);
}

export const stepValue = (step: Step): unknown => {
  if (typeof step === 'string') return step;
  if (typeof step === 'number') return number(step);
  return new JavaMap([
    ['start', step.from],
    ['end', step.to],
  ]);
};
