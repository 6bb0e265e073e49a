/** What may stand after `is`. */
import { shown } from '../arithmetic.ts';
import { Failure, wrongClass } from '../failures.ts';
import { JsonError, readJson } from '../json.ts';
import { isMap, isNothing, sizeOf } from '../values.ts';

export interface Test {
  name: string;
  help: string;
  example: readonly [template: string, prints: string];
  /** An unknown name is null here, not an error. */
  catches?: true;
  test(value: unknown): boolean;
}

function parity(value: unknown, name: 'even' | 'odd'): boolean {
  if (isNothing(value))
    throw new Failure(`Can not pass null value to "${name}" test.`, `\`is ${name}\` tidak menerima null.`);
  if (typeof value === 'bigint') return (value % 2n === 0n) === (name === 'even');
  if (typeof value === 'number' && Number.isInteger(value)) return (value % 2 === 0) === (name === 'even');
  throw wrongClass(
    value,
    'java.lang.Long',
    `\`is even\` dan \`is odd\` hanya untuk angka bulat. Yang didapat: ${shown(value)}.`,
  );
}

function isEmpty(value: unknown): boolean {
  if (isNothing(value)) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return isMap(value) && sizeOf(value) === 0;
}

function isJson(value: unknown): boolean {
  if (isNothing(value)) throw new Failure('argument "content" is null', '`is json` tidak menerima null.', true);
  if (typeof value !== 'string') throw wrongClass(value, 'java.lang.String', '`is json` hanya untuk teks.');
  if (value.trim() === '') return true;
  try {
    readJson(value);
    return true;
  } catch (error) {
    if (error instanceof JsonError) return false;
    throw error;
  }
}

const TESTS: readonly Test[] = [
  {
    name: 'defined',
    help: 'Benar bila nilai itu ada dan bukan null.',
    example: ['{{ nihil is defined }}', 'false'],
    catches: true,
    test: (value) => !isNothing(value),
  },
  { name: 'null', help: 'Benar bila nilainya null.', example: ['{{ null is null }}', 'true'], test: isNothing },
  {
    name: 'empty',
    help: 'Benar bila null, teks kosong, atau daftar dan map tanpa isi.',
    example: ["{{ '' is empty }}", 'true'],
    test: isEmpty,
  },
  {
    name: 'even',
    help: 'Benar bila angka genap.',
    example: ['{{ 4 is even }}', 'true'],
    test: (value) => parity(value, 'even'),
  },
  {
    name: 'odd',
    help: 'Benar bila angka ganjil.',
    example: ['{{ 3 is odd }}', 'true'],
    test: (value) => parity(value, 'odd'),
  },
  {
    name: 'iterable',
    help: 'Benar bila nilainya daftar.',
    example: ['{{ [1] is iterable }}', 'true'],
    test: (value) => Array.isArray(value),
  },
  { name: 'map', help: 'Benar bila nilainya map.', example: ["{{ {'a': 1} is map }}", 'true'], test: isMap },
  {
    name: 'json',
    help: 'Benar bila teksnya JSON yang bisa dibaca.',
    example: ["{{ '[1]' is json }}", 'true'],
    test: isJson,
  },
];

const byName = new Map(TESTS.map((test) => [test.name, test]));

export const testNamed = (name: string): Test | undefined => byName.get(name);
export const testNames = (): string[] => [...byName.keys()];
export const allTests = (): readonly Test[] => TESTS;
