/**
 * Methods of Java's own that a Kestra lets a template call on texts, lists, maps and numbers: `name.toUpperCase()`, `list.size()`.
 * Nothing that changes a value (`add`, `put`): a template only reads. A literal in a template is a Long, which Java does not take as an int,
 * so `s.substring(2)` does not exist there either, while `s.substring(n)` with an Integer does.
 */
import { classOf } from './classes.ts';
import { equals, find } from './equality.ts';
import { Failure } from './failures.ts';
import { hashOf } from './hashMap.ts';
import { asNumber, Double, isInteger, isNumeric, long, type Numeric } from './numbers.ts';
import { learnersPattern, replacedIn } from './pattern.ts';
import { made, type Scope, spend, step } from './scope.ts';
import { Character, Entry, entriesOf, isMap, javaString, type MapValue, sizeOf } from './values.ts';

type Kind = 'text' | 'int' | 'any' | 'list';

/** Arguments that were checked to be of the kinds that the method takes. */
class Args {
  private readonly values: readonly unknown[];

  constructor(values: readonly unknown[]) {
    this.values = values;
  }

  text(index: number): string {
    const value = this.values[index];
    return typeof value === 'string' ? value : '';
  }

  int(index: number): number {
    const value = this.values[index];
    return typeof value === 'number' ? value : 0;
  }

  list(index: number): readonly unknown[] {
    const value = this.values[index];
    return Array.isArray(value) ? value : [];
  }

  any(index: number): unknown {
    return this.values[index];
  }
}

interface Method<T> {
  takes: readonly Kind[];
  call(of: T, args: Args, scope: Scope): unknown;
}

type Methods<T> = Record<string, readonly Method<T>[]>;

const method = <T>(takes: readonly Kind[], call: Method<T>['call']): Method<T> => ({ takes, call });

const none = <T>(call: (of: T, scope: Scope) => unknown): readonly Method<T>[] => [
  method([], (of: T, _, scope) => call(of, scope)),
];

const onText = (call: (of: string, text: string, scope: Scope) => unknown): Method<string> =>
  method(['text'], (of, args, scope) => call(of, args.text(0), scope));

const within = (text: string, from: number, to: number): string => {
  if (from < 0 || to > text.length || from > to)
    throw new Failure('Could not call substring', 'Potongan teks itu keluar dari batas.');
  return text.slice(from, to);
};

const TEXT: Methods<string> = {
  length: none((of) => of.length),
  isEmpty: none((of) => of === ''),
  isBlank: none((of) => of.trim() === ''),
  toUpperCase: none((of) => of.toUpperCase()),
  toLowerCase: none((of) => of.toLowerCase()),
  trim: none((of) => of.trim()),
  strip: none((of) => of.trim()),
  stripLeading: none((of) => of.trimStart()),
  stripTrailing: none((of) => of.trimEnd()),
  intern: none((of) => of),
  toString: none((of) => of),
  hashCode: none((of) => hashOf(of)),
  concat: [onText((of, text, scope) => made(of + text, scope))],
  startsWith: [onText((of, text) => of.startsWith(text))],
  endsWith: [onText((of, text) => of.endsWith(text))],
  indexOf: [
    onText((of, text) => of.indexOf(text)),
    method(['text', 'int'], (of, args) => of.indexOf(args.text(0), args.int(1))),
  ],
  lastIndexOf: [onText((of, text) => of.lastIndexOf(text))],
  equalsIgnoreCase: [onText((of, text) => of.toLowerCase() === text.toLowerCase())],
  contentEquals: [onText((of, text) => of === text)],
  compareTo: [onText(distance)],
  compareToIgnoreCase: [onText((of, text) => distance(of.toLowerCase(), text.toLowerCase()))],
  matches: [onText((of, text, scope) => learnersPattern(text, scope).matches(of))],
  split: [
    onText((of, text, scope) => learnersPattern(text, scope).split(of, 0)),
    method(['text', 'int'], (of, args, scope) => learnersPattern(args.text(0), scope).split(of, args.int(1))),
  ],
  replace: [method(['text', 'text'], (of, args, scope) => replacedIn(of, args.text(0), args.text(1), scope))],
  replaceAll: [
    method(['text', 'text'], (of, args, scope) => learnersPattern(args.text(0), scope).replaceAll(of, args.text(1))),
  ],
  replaceFirst: [
    method(['text', 'text'], (of, args, scope) => learnersPattern(args.text(0), scope).replaceFirst(of, args.text(1))),
  ],
  substring: [
    method(['int'], (of, args) => within(of, args.int(0), of.length)),
    method(['int', 'int'], (of, args) => within(of, args.int(0), args.int(1))),
  ],
  charAt: [method(['int'], (of, args) => new Character(within(of, args.int(0), args.int(0) + 1)))],
  codePointAt: [method(['int'], (of, args) => within(of, args.int(0), args.int(0) + 1).charCodeAt(0))],
  repeat: [
    method(['int'], (of, args, scope) => {
      const count = Math.max(0, args.int(0));
      spend(scope, of.length * count);
      return of.repeat(count);
    }),
  ],
};

function distance(a: string, b: string): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++)
    if (a.charCodeAt(at) !== b.charCodeAt(at)) return a.charCodeAt(at) - b.charCodeAt(at);
  return a.length - b.length;
}

const end = (of: readonly unknown[], index: number, name: string): unknown => {
  if (of.length === 0) throw new Failure(`Could not call ${name}`, 'Daftar ini kosong.');
  return of.at(index) ?? null;
};

const LIST: Methods<readonly unknown[]> = {
  size: none((of) => of.length),
  isEmpty: none((of) => of.length === 0),
  getFirst: none((of) => end(of, 0, 'getFirst')),
  getLast: none((of) => end(of, -1, 'getLast')),
  reversed: none((of, scope) => {
    spend(scope, of.length);
    return [...of].reverse();
  }),
  toArray: none((of) => of),
  toString: none((of) => javaString(of)),
  hashCode: none((of) => hashOf(of)),
  get: [
    method(['int'], (of, args) => {
      const index = args.int(0);
      if (index < 0 || index >= of.length)
        throw new Failure('Could not call get', `Daftar ini hanya berisi ${of.length} unsur; yang pertama nomor 0.`);
      return of[index] ?? null;
    }),
  ],
  indexOf: [method(['any'], (of, args) => of.findIndex((one) => equals(one, args.any(0))))],
  lastIndexOf: [method(['any'], (of, args) => of.findLastIndex((one) => equals(one, args.any(0))))],
  containsAll: [
    method(['list'], (of, args, scope) =>
      args.list(0).every((item) => {
        step(scope, of.length);
        return of.some((one) => equals(one, item));
      }),
    ),
  ],
  subList: [
    method(['int', 'int'], (of, args) => {
      const [from, to] = [args.int(0), args.int(1)];
      if (from < 0 || to > of.length || from > to)
        throw new Failure('Could not call subList', 'Potongan daftar itu keluar dari batas.');
      return of.slice(from, to);
    }),
  ],
};

const MAP: Methods<MapValue> = {
  size: none(sizeOf),
  isEmpty: none((of) => sizeOf(of) === 0),
  keySet: none((of) => entriesOf(of).map(([key]) => key)),
  values: none((of) => entriesOf(of).map(([, value]) => value)),
  entrySet: none((of) => entriesOf(of).map(([key, value]) => new Entry(key, value))),
  toString: none((of) => javaString(of)),
  get: [method(['any'], (of, args) => find(of, args.any(0))?.value ?? null)],
  getOrDefault: [method(['any', 'any'], (of, args) => (find(of, args.any(0)) ?? { value: args.any(1) }).value)],
  containsKey: [method(['any'], (of, args) => find(of, args.any(0)) !== undefined)],
  containsValue: [method(['any'], (of, args) => entriesOf(of).some(([, one]) => equals(one, args.any(0))))],
};

const wholeOf = (of: Numeric): bigint => (typeof of === 'bigint' ? of : BigInt(Math.trunc(asNumber(of) || 0)));

const NUMBER: Methods<Numeric> = {
  intValue: none((of) => Number(BigInt.asIntN(32, wholeOf(of)))),
  longValue: none((of) => long(wholeOf(of))),
  doubleValue: none((of) => new Double(asNumber(of))),
  toString: none((of) => javaString(of)),
  hashCode: none((of) => hashOf(of)),
};

const TRUTH: Methods<boolean> = {
  booleanValue: none((of) => of),
  toString: none((of) => String(of)),
};

const LETTER: Methods<string> = {
  toString: none((of) => of),
  hashCode: none((of) => hashOf(of)),
};

const WRITES = [
  'add',
  'addAll',
  'addFirst',
  'addLast',
  'put',
  'putAll',
  'putIfAbsent',
  'remove',
  'clear',
  'set',
  'sort',
];

/** The method's answer; undefined where the value has no such method. A map has none without `()`. */
export function methodOf(of: unknown, name: string, args: readonly unknown[], called: boolean, scope: Scope): unknown {
  if (name === 'class' || name === 'getClass') {
    throw new Failure(
      'For security reasons access to public final native java.lang.Class java.lang.Object.getClass() method is denied.',
      'Jenis sebuah nilai dilihat dengan filter `className`.',
    );
  }
  if (called && WRITES.includes(name) && typeof of === 'object')
    throw new Failure(
      `Could not call ${name}`,
      `Ungkapan hanya membaca: \`${name}\` tidak mengubah daftar atau map di sini. Buat yang baru dengan + atau filter merge.`,
    );
  step(scope);
  if (typeof of === 'string') return run(TEXT, of, name, args, scope);
  if (Array.isArray(of)) return run(LIST, of, name, args, scope);
  if (isNumeric(of)) return run(NUMBER, of, name, args, scope);
  if (typeof of === 'boolean') return run(TRUTH, of, name, args, scope);
  if (of instanceof Character) return run(LETTER, of.letter, name, args, scope);
  return called && isMap(of) ? run(MAP, of, name, args, scope) : undefined;
}

function run<T>(methods: Methods<T>, of: T, name: string, args: readonly unknown[], scope: Scope): unknown {
  const known = named(methods, name).find(
    ({ takes }) => takes.length === args.length && takes.every((kind, index) => fits(kind, args[index])),
  );
  return known?.call(of, new Args(args), scope);
}

/** `list.first` is `getFirst`, `text.empty` is `isEmpty`. */
function named<T>(methods: Methods<T>, name: string): readonly Method<T>[] {
  const capital = name.slice(0, 1).toUpperCase() + name.slice(1);
  for (const one of [name, `get${capital}`, `is${capital}`]) {
    const known = Object.hasOwn(methods, one) ? methods[one] : undefined;
    if (known) return known;
  }
  return [];
}

function fits(kind: Kind, value: unknown): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'int':
      return isInteger(value) && classOf(value) === 'java.lang.Integer';
    case 'list':
      return Array.isArray(value);
    case 'any':
      return true;
  }
}
