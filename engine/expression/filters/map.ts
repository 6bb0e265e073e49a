/** Filters on maps: keys, values, merge. */
import { classOf } from '../classes.ts';
import { Failure } from '../failures.ts';
import { hashMap } from '../hashMap.ts';
import { type Scope, spend } from '../scope.ts';
import { entriesOf, isMap, isNothing, JavaMap, sizeOf } from '../values.ts';
import type { Filter } from './filter.ts';

export const mapFilters: readonly Filter[] = [
  {
    name: 'keys',
    args: 'any',
    help: 'Kunci sebuah map, atau indeks sebuah daftar.',
    example: ["{{ {'a': 1} | keys }}", '["a"]'],
    apply: (value, _, scope) => {
      if (isNothing(value)) return null;
      if (Array.isArray(value)) {
        spend(scope, value.length);
        return [...value.keys()];
      }
      if (isMap(value)) return entriesOf(value).map(([key]) => key);
      throw new Failure(
        `'keys' filter can only be applied to List, Map, Array. Actual type was: ${classOf(value)}`,
        '`keys` hanya untuk map dan daftar.',
      );
    },
  },
  {
    name: 'values',
    args: 'any',
    help: 'Nilai-nilai sebuah map.',
    example: ["{{ {'a': 1} | values }}", '[1]'],
    apply: (value) => {
      if (isNothing(value)) return null;
      if (isMap(value)) return entriesOf(value).map(([, item]) => item);
      throw new Failure(
        `'values' filter can only be applied to Map. Actual type was: ${classOf(value)}`,
        '`values` hanya untuk map.',
      );
    },
  },
  {
    name: 'merge',
    args: ['items'],
    help: 'Menggabung dua map atau dua daftar.',
    example: ['{{ [1] | merge([2]) }}', '[1,2]'],
    apply: (value, { items }, scope) => merged(value, items, scope),
  },
];

function merged(value: unknown, items: unknown, scope: Scope): unknown {
  if (isNothing(items) && isNothing(value))
    throw new Failure('The two arguments to be merged are null', 'Yang digabung dengan `merge` dua-duanya null.');
  if (isNothing(items)) return value;
  if (isNothing(value)) return items;
  if (isMap(value)) {
    spend(scope, sizeOf(value));
    const more = isMap(items)
      ? entriesOf(items)
      : Array.isArray(items)
        ? items.map((item) => [item, item] as const)
        : undefined;
    if (more) return hashMap([...entriesOf(value), ...more], sizeOf(value) + more.length + 16);
    throw new Failure(
      `Currently, only Maps and Lists can be merged with a Map. Arg2: ${classOf(items)}`,
      'Sebuah map hanya bisa digabung dengan map atau daftar.',
      true,
    );
  }
  if (!Array.isArray(value))
    throw new Failure('The object being filtered is not a Map/List/Array', '`merge` hanya untuk map dan daftar.');
  spend(scope, value.length);
  if (Array.isArray(items)) return [...value, ...items];
  if (isMap(items)) return [...value, ...entriesOf(items).map((entry) => new JavaMap([entry]))];
  throw new Failure(
    `Currently, only Maps and Lists can be merged with a List. Arg2: ${classOf(items)}`,
    'Sebuah daftar hanya bisa digabung dengan daftar atau map.',
  );
}
