/** jq's functions that run what they are given: choosing, repeating, going through, paths. */
import { asNumber, isNumeric } from '../numbers.ts';
import type { JqNode } from './ast.ts';
import type { Env } from './bind.ts';
import { JqError } from './errors.ts';
import type { Hit, Machine, Results } from './machine.ts';
import { argument, type Entry, found, listOf, plain, running } from './native.ts';
import { compare, isTrue, kindOf, named, number } from './order.ts';
import { getPath, stepOf, stepValue, update, without } from './paths.ts';

const IDENTITY: JqNode = { kind: 'identity' };
const EACH: JqNode = { kind: 'each', of: IDENTITY };

/** Again and again from each result, the value itself first. */
function* recurse(machine: Machine, of: JqNode, test: JqNode | undefined, env: Env | undefined, at: Hit): Results {
  machine.counter.tick();
  yield at;
  for (const hit of machine.run(of, env, at)) {
    if (!test) yield* recurse(machine, of, test, env, hit);
    else
      for (const value of machine.values(test, env, hit.value))
        if (isTrue(value)) yield* recurse(machine, of, test, env, hit);
  }
}

function* limited(machine: Machine, most: number, of: JqNode, env: Env | undefined, at: Hit): Results {
  let count = 0;
  for (const hit of machine.run(of, env, at)) {
    if (most !== 0) yield hit;
    if (++count >= most && most >= 0) return;
  }
}

/** Those for whom the test holds, themselves. */
function* selected(machine: Machine, test: JqNode, env: Env | undefined, at: Hit): Results {
  for (const value of machine.values(test, env, at.value)) if (isTrue(value)) yield at;
}

const kinds = (name: string, ...wanted: string[]): Entry =>
  running(name, 0, function* (_, __, ___, at) {
    if (wanted.includes(kindOf(at.value))) yield at;
  });

function* range(machine: Machine, from: unknown, to: unknown, by: unknown, at: Hit): Results {
  if (!isNumeric(from) || !isNumeric(to) || !isNumeric(by)) throw new JqError('Range bounds must be numeric');
  const [end, step] = [asNumber(to), asNumber(by)];
  for (let value = asNumber(from); step > 0 ? value < end : value > end && step < 0; value += step) {
    machine.counter.tick();
    yield found(at, number(value));
  }
}

function* pathsOf(machine: Machine, test: JqNode | undefined, env: Env | undefined, at: Hit): Results {
  for (const hit of machine.everything({ value: at.value, path: [] }, false)) {
    if (!Array.isArray(hit.path) || hit.path.length === 0) continue;
    const path = found(at, hit.path.map(stepValue));
    if (!test) yield path;
    else for (const value of machine.values(test, env, hit.value)) if (isTrue(value)) yield path;
  }
}

const pathFrom = (value: unknown) => {
  if (!Array.isArray(value)) throw new JqError('Path must be specified as an array');
  return value.map(stepOf);
};

/** The longest and last first, so that those before them stay where they are. */
function withoutAll(of: unknown, paths: readonly unknown[]): unknown {
  const sorted = [...paths].sort((a, b) => compare(b, a));
  return sorted.reduce((value, path) => without(value, pathFrom(path)), of);
}

function walked(machine: Machine, change: JqNode, env: Env | undefined, at: Hit): Results {
  const inner: JqNode = { kind: 'call', name: 'walk', args: [change] };
  const deep: JqNode =
    kindOf(at.value) === 'array'
      ? { kind: 'list', of: { kind: 'pipe', left: EACH, right: inner } }
      : kindOf(at.value) === 'object'
        ? { kind: 'assign', operator: '|=', left: EACH, right: inner }
        : IDENTITY;
  return machine.run({ kind: 'pipe', left: deep, right: change }, env, at);
}

export const flowNatives: readonly Entry[] = [
  running('empty', 0, function* () {}),
  running('error', 0, (_, __, ___, at) => {
    throw new JqError(at.value);
  }),
  running('error', 1, function* (machine, args, env, at) {
    for (const value of machine.values(argument(args, 0), env, at.value)) {
      if (value !== null) throw new JqError(value);
      yield* [];
    }
  }),
  running('select', 1, (machine, args, env, at) => selected(machine, argument(args, 0), env, at)),
  running('map', 1, (machine, args, env, at) =>
    machine.run({ kind: 'list', of: { kind: 'pipe', left: EACH, right: argument(args, 0) } }, env, at),
  ),
  running('map_values', 1, (machine, args, env, at) =>
    machine.run({ kind: 'assign', operator: '|=', left: EACH, right: argument(args, 0) }, env, at),
  ),
  running('with_entries', 1, (machine, args, env, at) => {
    const call = (name: string, ...given: JqNode[]): JqNode => ({ kind: 'call', name, args: given });
    const changed: JqNode = { kind: 'pipe', left: call('map', argument(args, 0)), right: call('from_entries') };
    return machine.run({ kind: 'pipe', left: call('to_entries'), right: changed }, env, at);
  }),
  running('recurse', 0, (machine, _, __, at) => machine.everything(at, false)),
  running('recurse', 1, (machine, args, env, at) => recurse(machine, argument(args, 0), undefined, env, at)),
  running('recurse', 2, (machine, args, env, at) => recurse(machine, argument(args, 0), argument(args, 1), env, at)),
  running('recurse_down', 0, (machine, _, __, at) => machine.everything(at, false)),
  running('first', 0, function* (machine, _, __, at) {
    yield machine.stepped(at, 0);
  }),
  running('last', 0, function* (machine, _, __, at) {
    yield machine.stepped(at, -1);
  }),
  running('first', 1, (machine, args, env, at) => limited(machine, 1, argument(args, 0), env, at)),
  running('last', 1, function* (machine, args, env, at) {
    let last: Hit | undefined;
    for (const hit of machine.run(argument(args, 0), env, at)) last = hit;
    if (last) yield last;
  }),
  running('nth', 1, function* (machine, args, env, at) {
    for (const place of machine.values(argument(args, 0), env, at.value)) yield machine.stepped(at, place);
  }),
  running('nth', 2, function* (machine, args, env, at) {
    for (const place of machine.values(argument(args, 0), env, at.value)) {
      const wanted = isNumeric(place) ? asNumber(place) : -1;
      if (wanted < 0) throw new JqError('Out of bounds negative array index');
      let last: Hit | undefined;
      for (const hit of limited(machine, wanted + 1, argument(args, 1), env, at)) last = hit;
      if (last) yield last;
    }
  }),
  running('limit', 2, function* (machine, args, env, at) {
    for (const most of machine.values(argument(args, 0), env, at.value))
      yield* limited(machine, isNumeric(most) ? asNumber(most) : -1, argument(args, 1), env, at);
  }),
  running('until', 2, function* (machine, args, env, at) {
    let here: Hit | undefined = at;
    while (here) {
      const [done]: unknown[] = [...limitedValues(machine, argument(args, 0), env, here)];
      if (isTrue(done ?? null)) {
        yield here;
        return;
      }
      const [next]: Hit[] = [...limited(machine, 1, argument(args, 1), env, here)];
      here = next;
    }
  }),
  running('while', 2, function* (machine, args, env, at) {
    let here: Hit | undefined = at;
    while (here) {
      const [going]: unknown[] = [...limitedValues(machine, argument(args, 0), env, here)];
      if (!isTrue(going ?? null)) return;
      yield here;
      const [next]: Hit[] = [...limited(machine, 1, argument(args, 1), env, here)];
      here = next;
    }
  }),
  running('range', 1, function* (machine, args, env, at) {
    for (const to of machine.values(argument(args, 0), env, at.value)) yield* range(machine, 0, to, 1, at);
  }),
  running('range', 2, function* (machine, args, env, at) {
    for (const from of machine.values(argument(args, 0), env, at.value))
      for (const to of machine.values(argument(args, 1), env, at.value)) yield* range(machine, from, to, 1, at);
  }),
  running('range', 3, function* (machine, args, env, at) {
    for (const from of machine.values(argument(args, 0), env, at.value))
      for (const to of machine.values(argument(args, 1), env, at.value))
        for (const by of machine.values(argument(args, 2), env, at.value)) yield* range(machine, from, to, by, at);
  }),
  running('combinations', 0, (machine, _, __, at) => {
    if (typeof at.value === 'boolean') throw new JqError(`${named(at.value)} has no length`);
    return combinations(machine, at.value === null ? [] : listOf(at.value, 'combinations'), [], at);
  }),
  running('combinations', 1, function* (machine, args, env, at) {
    for (const count of machine.values(argument(args, 0), env, at.value)) {
      if (!isNumeric(count)) throw new JqError('Range bounds must be numeric');
      const lists = Array.from({ length: Math.max(0, Math.min(MOST_LISTS, asNumber(count))) }, () => at.value);
      yield* combinations(machine, lists, [], at);
    }
  }),
  running('path', 1, function* (machine, args, env, at) {
    for (const path of machine.paths(argument(args, 0), env, at.value)) yield found(at, path.map(stepValue));
  }),
  running('paths', 0, (machine, _, env, at) => pathsOf(machine, undefined, env, at)),
  running('paths', 1, (machine, args, env, at) => pathsOf(machine, argument(args, 0), env, at)),
  running('leaf_paths', 0, (machine, _, env, at) =>
    pathsOf(machine, { kind: 'call', name: 'scalars', args: [] }, env, at),
  ),
  running('getpath', 1, function* (machine, args, env, at) {
    for (const value of machine.values(argument(args, 0), env, at.value)) {
      const path = pathFrom(value);
      if (at.path === 'nowhere') throw new JqError('Invalid path expression');
      yield { value: getPath(at.value, path), path: at.path && [...at.path, ...path] };
    }
  }),
  plain('setpath', 2, (input, [path, value]) => update(input, pathFrom(path), () => value)),
  plain('delpaths', 1, (input, [paths]) => {
    if (Array.isArray(paths)) return withoutAll(input, paths);
    throw new JqError('Paths must be specified as an array');
  }),
  running('del', 1, function* (machine, args, env, at) {
    const paths = [...machine.paths(argument(args, 0), env, at.value)].map((path) => path.map(stepValue));
    yield found(at, withoutAll(at.value, paths));
  }),
  running('walk', 1, (machine, args, env, at) => walked(machine, argument(args, 0), env, at)),
  kinds('values', 'boolean', 'number', 'string', 'array', 'object'),
  kinds('nulls', 'null'),
  kinds('booleans', 'boolean'),
  kinds('numbers', 'number'),
  kinds('strings', 'string'),
  kinds('arrays', 'array'),
  kinds('objects', 'object'),
  kinds('iterables', 'array', 'object'),
  kinds('scalars', 'null', 'boolean', 'number', 'string'),
];

function* limitedValues(machine: Machine, of: JqNode, env: Env | undefined, { value }: Hit): Generator<unknown> {
  for (const one of machine.values(of, env, value)) {
    yield one;
    return;
  }
}

const MOST_LISTS = 1_000;

/** One item of each list, in every way. */
function* combinations(machine: Machine, lists: readonly unknown[], taken: readonly unknown[], at: Hit): Results {
  machine.counter.tick();
  if (taken.length === lists.length) {
    yield found(at, taken);
    return;
  }
  for (const item of listOf(lists[taken.length], 'combinations'))
    yield* combinations(machine, lists, [...taken, item], at);
}
