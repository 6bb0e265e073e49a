/** Filters on lists, some of them on text and maps too. */
import { classOf } from '../classes.ts';
import { textIn } from '../convert.ts';
import { identity } from '../equality.ts';
import { Failure, wrongClass } from '../failures.ts';
import { asNumber, isNumeric, numberClass } from '../numbers.ts';
import { textOf, weight } from '../operators.ts';
import { type Scope, spend, step } from '../scope.ts';
import { Character, isMap, isNothing, javaString, sizeOf } from '../values.ts';
import type { Filter } from './filter.ts';

function collection(value: unknown, filter: string, wanted = 'java.util.Collection'): unknown[] {
  if (Array.isArray(value)) return value;
  throw wrongClass(value, wanted, `Filter \`${filter}\` hanya untuk daftar.`);
}

/** Java sorts what is of one kind; a list of several can't be sorted. */
function sorted(value: unknown, scope: Scope): unknown[] {
  if (!Array.isArray(value))
    throw new Failure('Unsupported input type for sort filter', '`sort` dan `rsort` hanya untuk daftar.');
  const list: unknown[] = value;
  for (let size = list.length; size > 0; size >>= 1) step(scope, list.length);
  spend(scope, list.length);
  if (list.length < 2) return [...list];
  const kinds = new Set(list.map(classOf));
  const [first] = list;
  const odd = list.find((item) => classOf(item) !== classOf(first));
  if (kinds.size > 1) throw wrongClass(first, classOf(odd), 'Semua unsur yang diurutkan harus sejenis.');
  if (typeof first !== 'string' && typeof first !== 'boolean' && !(first instanceof Character) && !isNumeric(first))
    throw wrongClass(first, 'java.lang.Comparable', 'Daftar, map, dan null tidak bisa diurutkan.');
  return [...list].sort(before);
}

function before(a: unknown, b: unknown): number {
  if (typeof a === 'bigint' && typeof b === 'bigint') return a < b ? -1 : a > b ? 1 : 0;
  if (isNumeric(a) && isNumeric(b)) return asNumber(a) - asNumber(b);
  const [left, right] = [javaString(a), javaString(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** An index argument of `slice`. */
function place(value: unknown, name: string, fallback: number): number {
  if (isNothing(value)) return fallback;
  if (isNumeric(value)) return Math.trunc(asNumber(value));
  throw new Failure(
    `Argument ${name} must be a number. Actual type: ${classOf(value)}`,
    `\`${name}\` pada \`slice\` harus angka.`,
  );
}

function slice(value: unknown, fromIndex: unknown, toIndex: unknown, scope: Scope): unknown {
  if (isNothing(value)) return null;
  if (typeof value !== 'string' && !Array.isArray(value)) {
    throw new Failure(
      `Slice filter can only be applied to String, List and array inputs. Actual type was: ${classOf(value)}`,
      '`slice` hanya untuk teks dan daftar.',
    );
  }
  const size = value.length;
  const from = place(fromIndex, 'fromIndex', 0);
  if (from < 0) throw new Failure('fromIndex must be greater than 0', '`slice` mulai dari 0.', true);
  const to = place(toIndex, 'toIndex', size);
  if (to > size)
    throw new Failure(
      `toIndex must be smaller than input size: ${size}`,
      `\`slice\` keluar dari batas: panjangnya hanya ${size}.`,
    );
  if (from >= to)
    throw new Failure('toIndex must be greater than fromIndex', 'Pada `slice`, akhir harus sesudah awal.');
  spend(scope, to - from);
  return value.slice(from, to);
}

const isBlank = (value: unknown): boolean =>
  isNothing(value) ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0) ||
  (isMap(value) && sizeOf(value) === 0);

export const listFilters: readonly Filter[] = [
  {
    name: 'first',
    args: 'any',
    help: 'Unsur atau huruf pertama.',
    example: ['{{ [1, 2] | first }}', '1'],
    apply: (value) => {
      if (isNothing(value)) return null;
      if (typeof value === 'string') return letter(value, 0);
      return collection(value, 'first')[0] ?? null;
    },
  },
  {
    name: 'last',
    args: 'any',
    help: 'Unsur atau huruf terakhir.',
    example: ['{{ [1, 2] | last }}', '2'],
    apply: (value) => {
      if (isNothing(value)) return null;
      if (typeof value === 'string') return letter(value, value.length - 1);
      return collection(value, 'last').at(-1) ?? null;
    },
  },
  {
    name: 'length',
    args: 'any',
    help: 'Panjang teks, daftar, atau map.',
    example: ["{{ 'abc' | length }}", '3'],
    apply: (value) => {
      if (typeof value === 'string' || Array.isArray(value)) return value.length;
      return isMap(value) ? sizeOf(value) : 0;
    },
  },
  {
    name: 'join',
    args: ['separator'],
    help: 'Menyambung daftar menjadi teks.',
    example: ["{{ ['a', 'b'] | join('-') }}", 'a-b'],
    apply: (value, { separator }, scope) => {
      if (isNothing(value)) return null;
      if (!Array.isArray(value))
        throw new Failure(
          "The 'join' filter expects that the input is either a collection or an array.",
          '`join` hanya untuk daftar.',
        );
      return joined(value, isNothing(separator) ? '' : textIn(separator, 'join'), scope);
    },
  },
  {
    name: 'sort',
    args: 'any',
    help: 'Mengurutkan dari kecil ke besar.',
    example: ['{{ [2, 1] | sort }}', '[1,2]'],
    apply: (value, _, scope) => (isNothing(value) ? null : sorted(value, scope)),
  },
  {
    name: 'rsort',
    args: 'any',
    help: 'Mengurutkan dari besar ke kecil.',
    example: ['{{ [1, 2] | rsort }}', '[2,1]'],
    apply: (value, _, scope) => (isNothing(value) ? null : sorted(value, scope).reverse()),
  },
  {
    name: 'reverse',
    args: 'any',
    help: 'Membalik urutan.',
    example: ['{{ [1, 2] | reverse }}', '[2,1]'],
    apply: (value, _, scope) => {
      if (isNothing(value)) return null;
      const list = collection(value, 'reverse', 'java.util.List');
      spend(scope, list.length);
      return [...list].reverse();
    },
  },
  {
    name: 'slice',
    args: ['fromIndex', 'toIndex'],
    help: 'Sepotong teks atau daftar.',
    example: ["{{ 'abcd' | slice(1, 3) }}", 'bc'],
    apply: (value, { fromIndex, toIndex }, scope) => slice(value, fromIndex, toIndex, scope),
  },
  {
    name: 'distinct',
    args: 'any',
    help: 'Membuang unsur kembar.',
    example: ['{{ [1, 1, 2] | distinct }}', '[1,2]'],
    apply: (value, _, scope) => {
      if (isNothing(value)) return 'null';
      if (!Array.isArray(value))
        throw new Failure(`Input must be a list, but received : ${classOf(value)}`, '`distinct` hanya untuk daftar.');
      step(scope, weight(value, scope));
      return [...new Map(value.map((item) => [identity(item), item])).values()];
    },
  },
  {
    name: 'flatten',
    args: 'any',
    help: 'Meratakan daftar di dalam daftar, satu tingkat.',
    example: ['{{ [1, [2]] | flatten }}', '[1,2]'],
    apply: (value, _, scope) => {
      if (isNothing(value)) return null;
      if (!Array.isArray(value))
        throw new Failure("The 'flatten' filter can only be applied to lists.", '`flatten` hanya untuk daftar.');
      const flat: unknown[] = value.flatMap((item: unknown) => item);
      spend(scope, flat.length);
      return flat;
    },
  },
  {
    name: 'chunk',
    args: ['size'],
    help: 'Membagi daftar menjadi potongan.',
    example: ['{{ [1, 2, 3] | chunk(2) }}', '[[1,2],[3]]'],
    apply: (value, { size }, scope) => chunks(value, size, scope),
  },
  {
    name: 'default',
    args: ['default'],
    help: 'Nilai lain bila yang ini tidak ada, null, atau kosong.',
    example: ["{{ nihil | default('a') }}", 'a'],
    catches: true,
    apply: (value, { default: other }) => (isBlank(value) ? (other ?? null) : value),
  },
];

/** Counted item by item, so that nothing long is made before it is refused. */
function joined(items: readonly unknown[], between: string, scope: Scope): string {
  step(scope, items.length);
  let text = '';
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    const one = typeof item === 'string' ? item : textOf(item, scope);
    text += index === 0 ? one : between + one;
    spend(scope, one.length + between.length);
  }
  return text;
}

function letter(text: string, at: number): Character {
  if (text === '')
    throw new Failure(`Index ${at} out of bounds for length 0`, 'Teks ini kosong: tidak ada huruf di dalamnya.', true);
  return new Character(text.charAt(at));
}

function chunks(value: unknown, size: unknown, scope: Scope): unknown {
  if (isNothing(value)) return null;
  if (isNothing(size))
    throw new Failure("'chunk' filter expects an argument 'size'.", '`chunk` memerlukan ukuran, misalnya chunk(2).');
  if (!Array.isArray(value))
    throw new Failure(
      `'chunk' filter can only be applied to List. Actual type was: ${classOf(value)}`,
      '`chunk` hanya untuk daftar.',
    );
  if (!isNumeric(size))
    throw new Failure(
      `'chunk' filter argument 'size' must be a number. Actual type was: ${classOf(size)}`,
      'Ukuran pada `chunk` harus angka.',
    );
  const most = numberClass(size).startsWith('java.math') ? 0 : Math.trunc(asNumber(size));
  if (!(most >= 1)) throw new Failure('None', 'Ukuran pada `chunk` harus 1 atau lebih.', true);
  const list: unknown[] = value;
  spend(scope, list.length);
  return Array.from({ length: Math.ceil(list.length / most) }, (_, index) =>
    list.slice(index * most, (index + 1) * most),
  );
}
