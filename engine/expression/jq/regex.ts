/** jq's functions on patterns: matched by RE2, as all patterns of a learner. */
import { type Matcher, RE2JS } from 're2js';
import { JavaMap } from '../values.ts';
import { JqError, JqFault } from './errors.ts';
import type { Machine } from './machine.ts';
import { argument, type Entry, found, plain, running, textOf } from './native.ts';

interface Wanted {
  pattern: RE2JS;
  global: boolean;
}

function wanted(source: unknown, flags: unknown): Wanted {
  if (Array.isArray(source)) return wanted(source[0], source[1]);
  if (typeof source !== 'string') throw new JqError(`${String(source)} cannot be matched, as it is not a string`);
  const letters = typeof flags === 'string' ? flags : '';
  let modes = 0;
  if (letters.includes('i')) modes |= RE2JS.CASE_INSENSITIVE;
  if (letters.includes('s') || letters.includes('p')) modes |= RE2JS.DOTALL;
  const shown = letters.includes('x')
    ? source.replace(/\\.|\[(?:\\.|[^\]])*\]|\s+|#.*$/gm, (part) => (/^[\s#]/.test(part) ? '' : part))
    : source;
  try {
    return { pattern: RE2JS.compile(shown, modes), global: letters.includes('g') };
  } catch {
    throw new JqFault(`${source} (at offset 0) is not a valid regex`);
  }
}

/** All matches that are wanted, counted. */
function* matches(input: string, { pattern, global }: Wanted, { counter }: Machine): Generator<Matcher> {
  counter.tick(input.length * (8 + (pattern.programSize() >> 2)));
  const matcher = pattern.matcher(input);
  while (matcher.find()) {
    counter.tick(32);
    yield matcher;
    if (!global) return;
  }
}

const letters = (text: string): number => [...text].length;

const namesOf = (pattern: RE2JS): ReadonlyMap<number, string> =>
  new Map(Object.entries(pattern.namedGroups()).map(([name, place]) => [Number(place), name]));

function described(matcher: Matcher, input: string, names: ReadonlyMap<number, string>): JavaMap {
  const piece = (group: number): JavaMap => {
    const text = matcher.group(group);
    const map = new JavaMap([
      ['offset', text === null ? -1 : letters(input.slice(0, matcher.start(group)))],
      ['length', text === null ? 0 : letters(text)],
      ['string', text],
    ]);
    return group > 0 ? map.set('name', names.get(group) ?? null) : map;
  };
  const captures = Array.from({ length: matcher.groupCount() }, (_, at) => piece(at + 1));
  return piece(0).set('captures', captures);
}

/** The named groups of a match. */
function captured(matcher: Matcher, names: ReadonlyMap<number, string>): JavaMap {
  return new JavaMap([...names].map(([group, name]) => [name, matcher.group(group)]));
}

const test = (count: number): Entry =>
  plain('test', count, (input, [source, flags], machine) => {
    for (const _ of matches(textOf(input, '_match_impl/3'), wanted(source, flags), machine)) return true;
    return false;
  });

/** Each match as `make` has it. */
const each = (
  name: string,
  count: number,
  global: boolean,
  make: (matcher: Matcher, input: string, names: ReadonlyMap<number, string>) => unknown,
): Entry =>
  running(name, count, function* (machine, args, env, at) {
    const input = textOf(at.value, '_match_impl/3');
    for (const source of machine.values(argument(args, 0), env, at.value))
      for (const flags of count > 1 ? machine.values(argument(args, 1), env, at.value) : [null]) {
        const want = wanted(source, flags);
        const names = namesOf(want.pattern);
        for (const matcher of matches(input, global ? { ...want, global } : want, machine))
          yield found(at, make(matcher, input, names));
      }
  });

const scanned = (matcher: Matcher): unknown =>
  matcher.groupCount() === 0
    ? matcher.group(0)
    : Array.from({ length: matcher.groupCount() }, (_, at) => matcher.group(at + 1));

function split(input: unknown, source: unknown, flags: unknown, machine: Machine): string[] {
  const text = textOf(input, '_match_impl/3');
  const parts: string[] = [];
  let end = 0;
  for (const matcher of matches(text, { ...wanted(source, flags), global: true }, machine)) {
    parts.push(text.slice(end, matcher.start()));
    end = matcher.end();
  }
  return [...parts, text.slice(end)];
}

const replacing = (name: string, count: number, all: boolean): Entry =>
  running(name, count, function* (machine, args, env, at) {
    const input = textOf(at.value, '_match_impl/3');
    for (const source of machine.values(argument(args, 0), env, at.value))
      for (const flags of count > 2 ? machine.values(argument(args, 2), env, at.value) : [null]) {
        const want = wanted(source, flags);
        const names = namesOf(want.pattern);
        let text = '';
        let end = 0;
        for (const matcher of matches(input, all ? { ...want, global: true } : want, machine)) {
          text += input.slice(end, matcher.start());
          end = matcher.end();
          for (const by of machine.values(argument(args, 1), env, captured(matcher, names))) {
            if (typeof by !== 'string') throw new JqError(`string ("${text}") and ${String(by)} cannot be added`);
            text += by;
            break;
          }
          machine.counter.made(text.length >> 4);
        }
        yield found(at, text + input.slice(end));
      }
  });

export const regexNatives: readonly Entry[] = [
  test(1),
  test(2),
  each('match', 1, false, described),
  each('match', 2, false, described),
  each('capture', 1, false, (matcher, _, names) => captured(matcher, names)),
  each('capture', 2, false, (matcher, _, names) => captured(matcher, names)),
  each('scan', 1, true, scanned),
  plain('split', 2, (input, [source, flags], machine) => split(input, source, flags, machine)),
  running('splits', 1, function* (machine, args, env, at) {
    for (const source of machine.values(argument(args, 0), env, at.value))
      for (const part of split(at.value, source, null, machine)) yield found(at, part);
  }),
  running('splits', 2, function* (machine, args, env, at) {
    for (const source of machine.values(argument(args, 0), env, at.value))
      for (const flags of machine.values(argument(args, 1), env, at.value))
        for (const part of split(at.value, source, flags, machine)) yield found(at, part);
  }),
  replacing('sub', 2, false),
  replacing('sub', 3, false),
  replacing('gsub', 2, true),
  replacing('gsub', 3, true),
];
