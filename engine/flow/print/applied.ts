/** A change made on the data: what its text must read as. */
import { isMap } from '../raw.ts';
import type { Path } from '../source.ts';
import type { Change } from './print.ts';

/** A changed copy; nothing where the path leads nowhere. */
export function applied(value: unknown, change: Change): unknown {
  const { path } = change;
  switch (change.do) {
    case 'set':
      return at(value, path.slice(0, -1), (parent) => withEntry(parent, path.at(-1), change.value, change.after));
    case 'remove':
      return at(value, path.slice(0, -1), (parent) => without(parent, path.at(-1)));
    case 'insert':
      return at(value, path.slice(0, -1), (parent) => {
        const name = path.at(-1);
        const list = isMap(parent)
          ? (parent[String(name)] ?? [])
          : Array.isArray(parent)
            ? parent[Number(name)]
            : undefined;
        return Array.isArray(list) || list === ''
          ? withEntry(parent, name, [...list].toSpliced(change.at, 0, change.value))
          : undefined;
      });
    case 'move':
      return at(value, path.slice(0, -1), (parent) => {
        if (!Array.isArray(parent)) return undefined;
        const index = Number(path.at(-1));
        return index < parent.length && change.to < parent.length && change.to >= 0
          ? parent.toSpliced(index, 1).toSpliced(change.to, 0, parent[index])
          : undefined;
      });
    case 'rename':
      return at(value, path.slice(0, -1), (parent) => {
        const name = path.at(-1);
        if (!isMap(parent) || !Object.hasOwn(parent, String(name)) || Object.hasOwn(parent, change.key))
          return undefined;
        return Object.fromEntries(Object.entries(parent).map(([key, one]) => [key === name ? change.key : key, one]));
      });
  }
}

function at(value: unknown, path: Path, make: (inner: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return make(value);
  const inner = isMap(value) ? value[String(step)] : Array.isArray(value) ? value[Number(step)] : undefined;
  const made = at(inner, rest, make);
  return made === undefined ? undefined : withEntry(value, step, made);
}

function withEntry(parent: unknown, step: string | number | undefined, value: unknown, after?: string): unknown {
  if (Array.isArray(parent) && typeof step === 'number')
    return step < parent.length ? parent.with(step, value) : undefined;
  if (!isMap(parent) || step === undefined) return undefined;
  const name = String(step);
  if (after === undefined || Object.hasOwn(parent, name) || !Object.hasOwn(parent, after))
    return { ...parent, [name]: value };
  return Object.fromEntries(
    Object.entries(parent).flatMap(([key, one]) =>
      key === after
        ? [
            [key, one],
            [name, value],
          ]
        : [[key, one]],
    ),
  );
}

function without(parent: unknown, step: string | number | undefined): unknown {
  if (Array.isArray(parent)) return Number(step) < parent.length ? parent.toSpliced(Number(step), 1) : undefined;
  if (!isMap(parent) || !Object.hasOwn(parent, String(step))) return undefined;
  return Object.fromEntries(Object.entries(parent).filter(([key]) => key !== String(step)));
}
