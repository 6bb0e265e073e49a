/** Filters from and to data formats. */
import { stringify as yamlOf } from 'yaml';
import { ionOf } from '../ion.ts';
import { asked } from '../request.ts';
import { Failure } from '../scope.ts';
import { stringify, toJson, toPlain } from '../values.ts';
import type { Filter } from './filter.ts';

const json: Filter['apply'] = (value) => toJson(value);

export const dataFilters: readonly Filter[] = [
  {
    name: 'toJson',
    args: [],
    help: 'Menulis nilai sebagai JSON.',
    example: ["{{ {'a': 1} | toJson }}", '{"a":1}'],
    apply: json,
  },
  { name: 'json', args: [], help: 'Nama lama dari `toJson`.', example: ['{{ [1] | json }}', '[1]'], apply: json },
  {
    name: 'toIon',
    args: [],
    help: 'Menulis nilai sebagai Ion.',
    example: ["{{ 'a' | toIon }}", '"a"'],
    apply: (value) => ionOf(value),
  },
  {
    name: 'yaml',
    args: [],
    help: 'Menulis nilai sebagai YAML.',
    example: ["{{ {'a': 1} | yaml }}", 'a: 1\n'],
    apply: (value) => (value === null || value === undefined ? '' : written(value)),
  },
  {
    name: 'jq',
    args: ['expression'],
    help: 'Menjalankan jq pada nilai; hasilnya selalu daftar.',
    example: ["{{ {'a': 1} | toJson | length }}", '7'],
    apply: (value, { expression }, scope) => {
      if (expression === null || expression === undefined) {
        throw new Failure(
          "The 'jq' filter expects an argument 'expression'.",
          '`jq` memerlukan sebuah ungkapan, misalnya jq(".nama").',
        );
      }
      return asked(scope, 'jq', { value: toPlain(value), expression: stringify(expression) });
    },
  },
];

/** As Jackson's YAML writer: sequences below a key are indented by one, a document is a line. */
function written(value: unknown): string {
  const text = yamlOf(toPlain(value), { indent: 2, indentSeq: true, lineWidth: 0 });
  return Array.isArray(value) ? text.replace(/^/gm, ' ').replace(/ $/, '') : text;
}
