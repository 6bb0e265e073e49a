/** Filters from and to data formats. */
import { shown } from '../arithmetic.ts';
import { classOf } from '../classes.ts';
import { textIn } from '../convert.ts';
import { Failure } from '../failures.ts';
import { ionOf } from '../ion.ts';
import { JqError, runJq } from '../jq/index.ts';
import { JsonError, readJson } from '../json.ts';
import { weight } from '../operators.ts';
import { made, type Scope, spend, step } from '../scope.ts';
import { isNothing, javaString, toJson } from '../values.ts';
import { yamlOf } from '../yamlText.ts';
import type { Filter } from './filter.ts';

/** Counted before and after, as a value may hold the same list many times. */
function written(value: unknown, scope: Scope, write: (value: unknown) => string): string {
  step(scope, weight(value, scope));
  return made(write(value), scope);
}

const json: Filter['apply'] = (value, _, scope) => written(value, scope, toJson);

/** A text is read as JSON, an empty one is nothing at all; anything else is what its JSON says. */
function jqInput(value: unknown): unknown {
  if (typeof value !== 'string') return readJson(toJson(value));
  return value.trim() === '' ? undefined : readJson(value);
}

function jq(value: unknown, expression: unknown, scope: Scope): unknown {
  step(scope, weight(value, scope));
  const counter = {
    tick: (size = 0) => step(scope, size),
    made: (size: number) => {
      spend(scope, size);
      step(scope, size);
    },
  };
  try {
    if (expression === null) throw new JqError('null');
    const program = textIn(expression, 'jq');
    return runJq(program, jqInput(value), counter, () => (scope.shared.options.clock ?? Date).now());
  } catch (error) {
    if (!(error instanceof JsonError) && !(error instanceof JqError)) throw error;
    throw new Failure(
      `Unable to parse jq value '${javaString(value)}' with type '${classOf(value)}'`,
      error instanceof JsonError
        ? 'jq memerlukan map, daftar, atau teks JSON. Teks ini bukan JSON.'
        : `jq(${shown(expression)}) tidak berhasil: ${error.message}. Periksa tulisannya, dan bentuk nilainya dengan jq(".").`,
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
    cost: 20,
    help: 'Menjalankan jq pada nilai; hasilnya selalu daftar.',
    example: ["{{ {'a': [1, 2]} | jq('.a[] | . * 10') }}", '[10,20]'],
    apply: (value, { expression }, scope) => {
      if (isNothing(value)) return null;
      if (expression === undefined) {
        throw new Failure(
          "The 'jq' filter expects an argument 'expression'.",
          '`jq` memerlukan sebuah ungkapan, misalnya jq(".nama").',
        );
      }
      return jq(value, expression, scope);
    },
  },
];
