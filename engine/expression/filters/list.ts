/** Filters on lists and maps, some of them on text too. */
import { asNumber, isNumeric } from '../numbers.ts';
import { same } from '../operators.ts';
import { Failure } from '../scope.ts';
import { isMap, stringify } from '../values.ts';
import type { Filter } from './filter.ts';

const nothing = (value: unknown): value is null | undefined => value === null || value === undefined;

const whole = (value: unknown, fallback: number): number => (isNumeric(value) ? asNumber(value) : fallback);

function listOf(value: unknown, filter: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new Failure(`The '${filter}' filter can only be applied to a list`, `Filter \`${filter}\` hanya untuk daftar.`);
}

function mapOf(value: unknown, filter: string): Record<string, unknown> {
  if (isMap(value)) return value;
  throw new Failure(`The '${filter}' filter can only be applied to a map`, `Filter \`${filter}\` hanya untuk map.`);
}

function sorted(value: unknown): unknown[] {
  return [...listOf(value, 'sort')].sort((a, b) =>
    isNumeric(a) && isNumeric(b)
      ? asNumber(a) - asNumber(b)
      : stringify(a) < stringify(b)
        ? -1
        : stringify(a) > stringify(b)
          ? 1
          : 0,
  );
}

function slice(value: unknown, from: unknown, to: unknown): unknown {
  if (nothing(value)) return null;
  const length = typeof value === 'string' || Array.isArray(value) ? value.length : -1;
  if (length < 0)
    throw new Failure(
      'Slice filter can only be applied to String, List and array inputs.',
      '`slice` hanya untuk teks dan daftar.',
    );
  const [start, end] = [whole(from, 0), whole(to, length)];
  if (start < 0 || start > length || end < start || end > length)
    throw new Failure('Invalid indexes for slice filter', '`slice` keluar dari batas.');
  return (value as string | unknown[]).slice(start, end);
}

function flatten(list: readonly unknown[]): unknown[] {
  return list.flatMap((item) => (Array.isArray(item) ? flatten(item) : [item]));
}

const isBlank = (value: unknown): boolean =>
  nothing(value) ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0) ||
  (isMap(value) && Object.keys(value).length === 0);

export const listFilters: readonly Filter[] = [
  {
    name: 'first',
    args: [],
    help: 'Unsur atau huruf pertama.',
    example: ['{{ [1, 2] | first }}', '1'],
    apply: (value) =>
      nothing(value) ? null : typeof value === 'string' ? value.slice(0, 1) : (listOf(value, 'first')[0] ?? null),
  },
  {
    name: 'last',
    args: [],
    help: 'Unsur atau huruf terakhir.',
    example: ['{{ [1, 2] | last }}', '2'],
    apply: (value) =>
      nothing(value) ? null : typeof value === 'string' ? value.slice(-1) : (listOf(value, 'last').at(-1) ?? null),
  },
  {
    name: 'length',
    args: [],
    help: 'Panjang teks, daftar, atau map.',
    example: ["{{ 'abc' | length }}", '3'],
    apply: (value) =>
      nothing(value)
        ? 0
        : typeof value === 'string' || Array.isArray(value)
          ? value.length
          : isMap(value)
            ? Object.keys(value).length
            : 0,
  },
  {
    name: 'join',
    args: ['separator'],
    help: 'Menyambung daftar menjadi teks.',
    example: ["{{ ['a', 'b'] | join('-') }}", 'a-b'],
    apply: (value, { separator }) =>
      nothing(value)
        ? null
        : listOf(value, 'join')
            .map(stringify)
            .join(nothing(separator) ? '' : stringify(separator)),
  },
  {
    name: 'sort',
    args: [],
    help: 'Mengurutkan dari kecil ke besar.',
    example: ['{{ [2, 1] | sort }}', '[1,2]'],
    apply: (value) => (nothing(value) ? null : sorted(value)),
  },
  {
    name: 'rsort',
    args: [],
    help: 'Mengurutkan dari besar ke kecil.',
    example: ['{{ [1, 2] | rsort }}', '[2,1]'],
    apply: (value) => (nothing(value) ? null : sorted(value).reverse()),
  },
  {
    name: 'reverse',
    args: [],
    help: 'Membalik urutan.',
    example: ['{{ [1, 2] | reverse }}', '[2,1]'],
    apply: (value) =>
      nothing(value)
        ? null
        : typeof value === 'string'
          ? [...value].reverse().join('')
          : [...listOf(value, 'reverse')].reverse(),
  },
  {
    name: 'slice',
    args: ['fromIndex', 'toIndex'],
    help: 'Sepotong teks atau daftar.',
    example: ["{{ 'abcd' | slice(1, 3) }}", 'bc'],
    apply: (value, { fromIndex, toIndex }) => slice(value, fromIndex, toIndex),
  },
  {
    name: 'merge',
    args: ['items'],
    help: 'Menggabung dua map atau dua daftar.',
    example: ['{{ [1] | merge([2]) }}', '[1,2]'],
    apply: merge,
  },
  {
    name: 'distinct',
    args: [],
    help: 'Membuang unsur kembar.',
    example: ['{{ [1, 1, 2] | distinct }}', '[1,2]'],
    apply: (value) =>
      listOf(value, 'distinct').filter((item, index, list) => list.findIndex((other) => same(item, other)) === index),
  },
  {
    name: 'keys',
    args: [],
    help: 'Kunci sebuah map, atau indeks sebuah daftar.',
    example: ["{{ {'a': 1} | keys }}", '["a"]'],
    apply: (value) =>
      nothing(value) ? null : Array.isArray(value) ? [...value.keys()] : Object.keys(mapOf(value, 'keys')),
  },
  {
    name: 'values',
    args: [],
    help: 'Nilai-nilai sebuah map.',
    example: ["{{ {'a': 1} | values }}", '[1]'],
    apply: (value) => (nothing(value) ? null : Object.values(mapOf(value, 'values'))),
  },
  {
    name: 'flatten',
    args: [],
    help: 'Meratakan daftar di dalam daftar.',
    example: ['{{ [1, [2]] | flatten }}', '[1,2]'],
    apply: (value) => (nothing(value) ? null : flatten(listOf(value, 'flatten'))),
  },
  {
    name: 'chunk',
    args: ['size'],
    help: 'Membagi daftar menjadi potongan.',
    example: ['{{ [1, 2, 3] | chunk(2) }}', '[[1,2],[3]]'],
    apply: (value, { size }) => {
      const list = listOf(value, 'chunk');
      const most = whole(size, 0);
      if (most < 1)
        throw new Failure("The 'chunk' filter expects a size", '`chunk` memerlukan ukuran, misalnya chunk(2).');
      return Array.from({ length: Math.ceil(list.length / most) }, (_, index) =>
        list.slice(index * most, (index + 1) * most),
      );
    },
  },
  {
    name: 'default',
    args: ['default'],
    help: 'Nilai lain bila yang ini tidak ada, null, atau kosong.',
    example: ["{{ nihil | default('a') }}", 'a'],
    apply: (value, { default: other }) => (isBlank(value) ? (other ?? null) : value),
  },
];

function merge(value: unknown, { items }: Record<string, unknown>): unknown {
  if (Array.isArray(value))
    return [
      ...value,
      ...(Array.isArray(items)
        ? items
        : isMap(items)
          ? Object.entries(items).map(([key, item]) => ({ [key]: item }))
          : [items]),
    ];
  if (nothing(value)) return items ?? null;
  const base = mapOf(value, 'merge');
  if (Array.isArray(items)) return { ...base, ...Object.fromEntries(items.map((item) => [stringify(item), item])) };
  return { ...base, ...mapOf(items, 'merge') };
}
