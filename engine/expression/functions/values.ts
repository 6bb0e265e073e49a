/** Functions of numbers, lists and data formats. */
import { compares } from '../arithmetic.ts';
import { Failure, wrongClass } from '../failures.ts';
import { fromIon } from '../ion.ts';
import { jsonFrom } from '../json.ts';
import { range } from '../operators.ts';
import { type Scope, step } from '../scope.ts';
import { isNothing } from '../values.ts';
import { yamlFrom } from '../yamlRead.ts';
import type { PebbleFunction } from './function.ts';

/** Of any number of values, the first that no other beats; null where there is none. */
const extreme =
  (beats: '>' | '<'): PebbleFunction['call'] =>
  (args) => {
    let best: unknown = null;
    for (const index of Object.keys(args)) {
      const one = /^\d+$/.test(index) ? args[index] : null;
      if (isNothing(best) || compares(beats, one, best)) best = one;
    }
    return best;
  };

/** The text to be read, counted; null stays null where the function takes it. */
function textOf(of: string, argument: string, value: unknown, scope: Scope): string {
  if (value === undefined)
    throw new Failure(`The '${of}' function expects an argument '${argument}'.`, `\`${of}\` memerlukan sebuah teks.`);
  if (typeof value !== 'string')
    throw new Failure(
      `The '${of}' function expects an argument '${argument}' with type string.`,
      `\`${of}\` memerlukan teks, bukan nilai lain.`,
    );
  step(scope, value.length * 4);
  return value;
}

const readJson: PebbleFunction['call'] = ({ json }, scope) =>
  json === null ? null : jsonFrom(textOf('fromJson', 'json', json, scope));

export const valueFunctions: readonly PebbleFunction[] = [
  {
    name: 'max',
    args: 'any',
    help: 'Angka yang terbesar.',
    example: ['{{ max(1, 3, 2) }}', '3'],
    call: extreme('>'),
  },
  {
    name: 'min',
    args: 'any',
    help: 'Angka yang terkecil.',
    example: ['{{ min(2, 1, 3) }}', '1'],
    call: extreme('<'),
  },
  {
    name: 'range',
    args: ['start', 'end', 'increment'],
    help: 'Daftar angka dari awal sampai akhir.',
    example: ['{{ range(1, 3) }}', '[1,2,3]'],
    call: ({ start, end, increment }, scope) => range(start, end, increment ?? 1n, scope),
  },
  {
    name: 'fromJson',
    args: ['json'],
    cost: 3,
    help: 'Membaca teks JSON.',
    example: ['{{ fromJson(\'{"a": 1}\').a }}', '1'],
    call: readJson,
  },
  {
    name: 'json',
    args: ['json'],
    cost: 3,
    help: 'Nama lama dari `fromJson`.',
    example: ["{{ json('[1]') | first }}", '1'],
    call: readJson,
  },
  {
    name: 'yaml',
    args: ['yaml'],
    cost: 50,
    help: 'Membaca teks YAML.',
    example: ["{{ yaml('a: 1').a }}", '1'],
    call: ({ yaml }, scope) => yamlFrom(textOf('yaml', 'yaml', yaml, scope)),
  },
  {
    name: 'fromIon',
    args: ['ion', 'allRows'],
    cost: 15,
    help: 'Membaca teks Ion.',
    example: ["{{ fromIon('{a: 1}').a }}", '1'],
    call: ({ ion, allRows }, scope) => {
      if (ion === null) return null;
      if (!isNothing(allRows) && typeof allRows !== 'boolean')
        throw wrongClass(allRows, 'java.lang.Boolean', '`allRows` pada `fromIon` harus true atau false.');
      return fromIon(textOf('fromIon', 'ion', ion, scope), allRows === true);
    },
  },
];
