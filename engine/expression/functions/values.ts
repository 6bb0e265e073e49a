/** Functions of numbers, lists and data formats. */
import { parse as parseYaml } from 'yaml';
import { fromIon } from '../ion.ts';
import { withDoubles } from '../json.ts';
import { asNumber, isNumeric } from '../numbers.ts';
import { range } from '../operators.ts';
import { Failure } from '../scope.ts';
import { stringify } from '../values.ts';
import type { PebbleFunction } from './function.ts';

const MANY = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

const extreme =
  (better: (a: number, b: number) => boolean): PebbleFunction['call'] =>
  (args) => {
    const numbers = Object.values(args).filter(isNumeric);
    return numbers.reduce((best, one) => (better(asNumber(one), asNumber(best)) ? one : best), numbers[0] ?? 0);
  };

function fromJson({ json }: Record<string, unknown>): unknown {
  if (json === null || json === undefined) return null;
  const text = stringify(json);
  try {
    return withDoubles(text);
  } catch (error) {
    throw new Failure(
      `Unable to parse JSON: ${error instanceof Error ? error.message : ''}`,
      `Teks ini bukan JSON yang benar: ${text.slice(0, 80)}`,
    );
  }
}

export const valueFunctions: readonly PebbleFunction[] = [
  {
    name: 'max',
    args: MANY,
    help: 'Angka yang terbesar.',
    example: ['{{ max(1, 3, 2) }}', '3'],
    call: extreme((a, b) => a > b),
  },
  {
    name: 'min',
    args: MANY,
    help: 'Angka yang terkecil.',
    example: ['{{ min(2, 1, 3) }}', '1'],
    call: extreme((a, b) => a < b),
  },
  {
    name: 'range',
    args: ['start', 'end', 'increment'],
    help: 'Daftar angka dari awal sampai akhir.',
    example: ['{{ range(1, 3) }}', '[1,2,3]'],
    call: ({ start, end, increment }) => range(start, end, increment ?? 1),
  },
  {
    name: 'fromJson',
    args: ['json'],
    help: 'Membaca teks JSON.',
    example: ['{{ fromJson(\'{"a": 1}\').a }}', '1'],
    call: fromJson,
  },
  {
    name: 'json',
    args: ['json'],
    help: 'Nama lama dari `fromJson`.',
    example: ["{{ json('[1]') | first }}", '1'],
    call: fromJson,
  },
  {
    name: 'yaml',
    args: ['yaml'],
    help: 'Membaca teks YAML.',
    example: ["{{ yaml('a: 1').a }}", '1'],
    call: ({ yaml }) => {
      if (yaml === null || yaml === undefined) return null;
      try {
        return parseYaml(stringify(yaml), { maxAliasCount: 50 }) as unknown;
      } catch (error) {
        throw new Failure(
          `Unable to parse YAML: ${error instanceof Error ? error.message : ''}`,
          'Teks ini bukan YAML yang benar.',
        );
      }
    },
  },
  {
    name: 'fromIon',
    args: ['ion', 'allRows'],
    help: 'Membaca teks Ion.',
    example: ["{{ fromIon('{a: 1}').a }}", '1'],
    call: ({ ion, allRows }) => {
      if (ion === undefined)
        throw new Failure("The 'fromIon' function expects an argument 'ion'.", '`fromIon` memerlukan teks Ion.');
      return ion === null ? null : fromIon(stringify(ion), allRows === true);
    },
  },
];
