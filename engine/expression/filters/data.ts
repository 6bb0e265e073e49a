/** Filters from and to data formats. */
import { Failure } from '../failures.ts';
import { ionOf } from '../ion.ts';
import { JsonError, readJson } from '../json.ts';
import { weight } from '../operators.ts';
import { asked } from '../request.ts';
import { made, type Scope, step } from '../scope.ts';
import { isNothing, stringify, toJson, toPlain } from '../values.ts';
import { yamlOf } from '../yamlText.ts';
import type { Filter } from './filter.ts';

/** Counted before and after, as a value may hold the same list many times. */
function written(value: unknown, scope: Scope, write: (value: unknown) => string): string {
  step(scope, weight(value, scope));
  return made(write(value), scope);
}

const json: Filter['apply'] = (value, _, scope) => written(value, scope, toJson);

/** jq counts in doubles: a Long beyond them is given as the nearest. */
function forJq(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(forJq);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, forJq(item)]));
}

/** A text is read as JSON first. */
function jqInput(value: unknown): unknown {
  if (typeof value !== 'string') return toPlain(readJson(toJson(value)));
  if (value === '') return null;
  try {
    return toPlain(readJson(value));
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    throw new Failure(
      `Unable to parse jq value '${value}' with type 'java.lang.String'`,
      'jq memerlukan map, daftar, atau teks JSON. Teks ini bukan JSON.',
    );
  }
}

export const dataFilters: readonly Filter[] = [
  {
    name: 'toJson',
    args: 'any',
    help: 'Menulis nilai sebagai JSON; yang null di dalam map ditinggalkan.',
    example: ["{{ {'a': 1} | toJson }}", '{"a":1}'],
    apply: json,
  },
  { name: 'json', args: 'any', help: 'Nama lama dari `toJson`.', example: ['{{ [1] | json }}', '[1]'], apply: json },
  {
    name: 'toIon',
    args: 'any',
    help: 'Menulis nilai sebagai Ion.',
    example: ["{{ 'a' | toIon }}", '"a"'],
    apply: (value, _, scope) => written(value, scope, ionOf),
  },
  {
    name: 'yaml',
    args: 'any',
    help: 'Menulis nilai sebagai YAML.',
    example: ["{{ {'a': 1} | yaml }}", 'a: 1\n'],
    apply: (value, _, scope) => written(value, scope, yamlOf),
  },
  {
    name: 'jq',
    args: ['expression'],
    help: 'Menjalankan jq pada nilai; hasilnya selalu daftar.',
    example: ["{{ {'a': 1} | toJson | length }}", '7'],
    apply: (value, { expression }, scope) => {
      if (isNothing(value)) return null;
      if (isNothing(expression)) {
        throw new Failure(
          "The 'jq' filter expects an argument 'expression'.",
          '`jq` memerlukan sebuah ungkapan, misalnya jq(".nama").',
        );
      }
      step(scope, weight(value, scope));
      return asked(scope, 'jq', { value: forJq(jqInput(value)), expression: stringify(expression) });
    },
  },
];
