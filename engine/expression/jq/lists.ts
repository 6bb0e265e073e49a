/** jq's functions on lists and maps. */
import { asNumber, isNumeric } from '../numbers.ts';
import { entriesOf, isMap, JavaMap } from '../values.ts';
import { add } from './arithmetic.ts';
import type { JqNode } from './ast.ts';
import type { Env } from './bind.ts';
import { JqError } from './errors.ts';
import type { Hit, Machine } from './machine.ts';
import { argument, type Entry, found, listOf, notFor, plain, running } from './native.ts';
import { compare, isTrue, kindOf, named, sortedEntries, text } from './order.ts';
import { index, indices } from './paths.ts';

const IDENTITY: JqNode = { kind: 'identity' };

/** The items with what they are sorted by, in order. */
function keyed(
  name: string,
  by: JqNode,
  machine: Machine,
  env: Env | undefined,
  input: unknown,
): { item: unknown; key: unknown[] }[] {
  const items = listOf(input, name);
  machine.counter.tick(items.length * 16);
  return items.map((item) => ({ item, key: [...machine.values(by, env, item)] })).sort((a, b) => compare(a.key, b.key));
}

/** A function of a list by a key, and the same by the items themselves. */
function by(name: string, bare: string, work: (items: { item: unknown; key: unknown[] }[]) => unknown): Entry[] {
  const entry = (called: string, count: number): Entry =>
    running(called, count, function* (machine, args, env, at) {
      yield found(at, work(keyed(name, count === 0 ? IDENTITY : argument(args, 0), machine, env, at.value)));
    });
  return [entry(name, 1), ...(bare === '' ? [] : [entry(bare, 0)])];
}

function groups(items: { item: unknown; key: unknown[] }[]): unknown[][] {
  const all: { key: unknown[]; items: unknown[] }[] = [];
  for (const { item, key } of items) {
    const last = all.at(-1);
    if (last && compare(last.key, key) === 0) last.items.push(item);
    else all.push({ key, items: [item] });
  }
  return all.map((group) => group.items);
}

/** The last of the greatest, the first of the least. */
const extreme = (items: { item: unknown; key: unknown[] }[], at: number): unknown => items.at(at)?.item ?? null;

function contains(a: unknown, b: unknown): boolean {
  if (isMap(a) && isMap(b) && kindOf(a) === 'object' && kindOf(b) === 'object') {
    const map = new Map(entriesOf(a));
    return entriesOf(b).every(([key, item]) => map.has(key) && contains(map.get(key), item));
  }
  if (Array.isArray(a) && Array.isArray(b)) return b.every((item) => a.some((one) => contains(one, item)));
  if (typeof a === 'string' && typeof b === 'string') return a.includes(b);
  if (kindOf(a) === kindOf(b)) return compare(a, b) === 0;
  throw new JqError(`${named(a)} and ${named(b)} cannot have their containment checked`);
}

function flat(items: readonly unknown[], depth: number): unknown[] {
  return items.flatMap((item) => (Array.isArray(item) && depth > 0 ? flat(item, depth - 1) : [item]));
}

function flattened(input: unknown, depth: number): unknown[] {
  if (depth < 0) throw new JqError('flatten depth must not be negative');
  if (isMap(input) && kindOf(input) === 'object')
    return flat(
      entriesOf(input).map(([, item]) => item),
      depth,
    );
  if (!Array.isArray(input)) throw new JqError(`Cannot iterate over ${named(input)}`);
  return flat(input, depth);
}

function has(input: unknown, key: unknown): boolean {
  if (isMap(input) && kindOf(input) === 'object') {
    if (typeof key !== 'string') throw new JqError('argument 1 of has() must be string for object input');
    return entriesOf(input).some(([name]) => name === key);
  }
  if (!Array.isArray(input)) throw new JqError(`has() is not applicable to ${kindOf(input).toUpperCase()}`);
  if (!isNumeric(key)) throw new JqError('argument 1 of has() must be int for array input');
  return asNumber(key) >= 0 && asNumber(key) < input.length;
}

function keys(input: unknown, name: string, sorted: boolean): unknown[] {
  if (Array.isArray(input)) return input.map((_, at) => at);
  if (!isMap(input) || kindOf(input) !== 'object') throw notFor(name, input, ['object', 'array']);
  return (sorted ? sortedEntries(input) : entriesOf(input)).map(([key]) => key);
}

/** Where a part stands in a text or list: all places. */
function places(input: unknown, part: unknown): unknown[] {
  if (typeof input === 'string' && typeof part === 'string') {
    const found: number[] = [];
    if (part !== '')
      for (let at = input.indexOf(part); at >= 0; at = input.indexOf(part, at + 1))
        found.push([...input.slice(0, at)].length);
    return found;
  }
  if (!Array.isArray(input)) throw new JqError(`Cannot determine indices of ${named(part)} in ${named(input)}`);
  return indices(input, Array.isArray(part) ? part : [part]);
}

/** Null has none, whatever is looked for. */
const placing = (name: string, pick: (found: unknown[]) => unknown): Entry =>
  running(name, 1, function* (machine, args, env, at) {
    if (at.value === null) yield found(at, null);
    else
      for (const part of machine.values(argument(args, 0), env, at.value))
        yield found(at, pick(places(at.value, part)));
  });

function joined(input: unknown, by: unknown, machine: Machine): unknown {
  const items = Array.isArray(input) ? input : isMap(input) ? entriesOf(input).map(([, item]) => item) : undefined;
  if (!items) throw new JqError(`Cannot iterate over ${named(input)}`);
  let whole: unknown = null;
  for (const item of items) {
    const one = item === null ? '' : typeof item === 'boolean' || isNumeric(item) ? text(item) : item;
    whole = whole === null ? add('', one, machine.made) : add(add(whole, by, machine.made), one, machine.made);
  }
  return whole ?? '';
}

function transposed(input: unknown): unknown[][] {
  const list = (value: unknown): readonly unknown[] => {
    if (Array.isArray(value)) return value;
    throw new JqError(`Cannot iterate over ${named(value)}`);
  };
  const rows = list(input).map(list);
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null));
}

function toEntries(input: unknown): unknown[] {
  if (Array.isArray(input))
    return input.map(
      (item: unknown, at) =>
        new JavaMap([
          ['key', at],
          ['value', item],
        ]),
    );
  if (!isMap(input) || kindOf(input) !== 'object') throw new JqError(`${named(input)} has no keys`);
  return entriesOf(input).map(
    ([key, value]) =>
      new JavaMap([
        ['key', key],
        ['value', value],
      ]),
  );
}

/** Of the names that an entry may have for its key and its value, the first that counts. */
function fromEntries(input: unknown): JavaMap {
  const items = Array.isArray(input) ? input : isMap(input) ? entriesOf(input).map(([, item]) => item) : undefined;
  if (!items) throw new JqError(`Cannot iterate over ${named(input)}`);
  const first = (item: unknown, names: readonly string[]): unknown => {
    let last: unknown = null;
    for (const name of names) {
      last = index(item, name);
      if (isTrue(last)) return last;
    }
    return last;
  };
  return new JavaMap(
    items.map((item: unknown): [unknown, unknown] => {
      const key = first(item, ['key', 'k', 'name', 'Name', 'K', 'Key']);
      const value = first(item, ['value', 'v', 'Value', 'V']);
      if (key === null || kindOf(key) === 'array' || kindOf(key) === 'object')
        throw new JqError(`Cannot use ${named(key)} as object key`);
      return [typeof key === 'string' ? key : text(key), value];
    }),
  );
}

const quantified = (name: 'any' | 'all'): Entry[] => {
  const wanted = name === 'any';
  function* decided(machine: Machine, items: JqNode, test: JqNode, env: Env | undefined, at: Hit) {
    for (const item of machine.values(items, env, at.value))
      for (const value of machine.values(test, env, item))
        if (isTrue(value) === wanted) {
          yield found(at, wanted);
          return;
        }
    yield found(at, !wanted);
  }
  const each: JqNode = { kind: 'each', of: IDENTITY };
  return [
    running(name, 0, (machine, _, env, at) => decided(machine, each, IDENTITY, env, at)),
    running(name, 1, (machine, args, env, at) => decided(machine, each, argument(args, 0), env, at)),
    running(name, 2, (machine, args, env, at) => decided(machine, argument(args, 0), argument(args, 1), env, at)),
  ];
};

export const listNatives: readonly Entry[] = [
  ...by('sort_by', 'sort', (items) => items.map(({ item }) => item)),
  ...by('group_by', '', groups),
  ...by('unique_by', '', (items) => groups(items).map(([first]) => first)),
  ...by('group_by', 'unique', (items) => groups(items).map(([first]) => first)).slice(1),
  ...by('min_by', 'min', (items) => extreme(items, 0)),
  ...by('max_by', 'max', (items) => extreme(items, -1)),
  ...quantified('any'),
  ...quantified('all'),
  plain('add', 0, (input, _, machine) => {
    if (!Array.isArray(input) && kindOf(input) !== 'object') throw new JqError(`Cannot iterate over ${named(input)}`);
    let sum: unknown = null;
    for (const item of Array.isArray(input) ? input : isMap(input) ? entriesOf(input).map(([, one]) => one) : [])
      sum = add(sum, item, machine.made);
    return sum;
  }),
  plain('reverse', 0, (input) => (input === null ? [] : [...listOf(input, 'reverse')].reverse())),
  plain('contains', 1, (input, [part]) => contains(input, part)),
  plain('inside', 1, (input, [whole]) => contains(whole, input)),
  plain('flatten', 0, (input) => flattened(input, 1e9)),
  plain('flatten', 1, (input, [depth]) => flattened(input, isNumeric(depth) ? asNumber(depth) : 0)),
  plain('has', 1, (input, [key]) => has(input, key)),
  plain('in', 1, (input, [whole]) => has(whole, input)),
  plain('keys', 0, (input) => keys(input, 'keys', true)),
  plain('keys_unsorted', 0, (input) => keys(input, 'keys_unsorted', false)),
  placing('indices', (found) => found),
  placing('index', (found) => found[0] ?? null),
  placing('rindex', (found) => found.at(-1) ?? null),
  plain('join', 1, (input, [by], machine) => joined(input, by, machine)),
  plain('transpose', 0, transposed),
  plain('to_entries', 0, toEntries),
  plain('from_entries', 0, fromEntries),
  plain('type', 0, kindOf),
  plain('not', 0, (input) => !isTrue(input)),
];
