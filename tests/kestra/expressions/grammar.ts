/**
 * Random expressions from the whole language. Left out on purpose, each for a reason:
 * - what has no fixed answer: chance and time (only their lengths and kinds), colliding or repeated keys of a map literal (Kestra's order is then
 *   that of addresses in memory), streams and iterators of Java methods;
 * - methods that change a value (`add`, `put`): ours are refused, a template only reads;
 * - lookaround and back references in patterns: ours are refused, as RE2 has none;
 * - the kinds of `loop.length` and `loop.revindex`, which Pebble works out late in classes of its own;
 * - methods of a map without `()`: there they work once another expression has called them with `()`;
 * - long ranges, texts and lists: ours has a limit, the reference runs until its memory is full;
 * - `sort`, `rsort`, `reverse` of a variable: there they change it for the rest of the template, ours leave it as it is;
 * - `keys`, `m.keySet()`, `values()`, `entrySet()` by themselves: ours are lists, there they are views that some filters refuse;
 * - `flatten` of what `split` gave: there an array and no list;
 * - `jq` as a filter tag: an empty body is refused there, an empty text is not;
 * - `raw` inside a filter tag: the reference puts it in afterwards, unfiltered;
 * - how a Java array (of `split`) prints inside a text: there its address, ours as a list;
 * - macros rendered typed: the reference never answers; a macro compared with a text: Pebble's SafeString is equal to nothing.
 */
import * as fc from 'fast-check';
import { VARIABLES } from './variables.ts';

const one = (...texts: string[]) => fc.constantFrom(...texts);
const names = Object.keys(VARIABLES);

const text = one(
  'a',
  'b',
  'taksi',
  'Hello',
  'a,b,,c',
  '',
  ' ',
  '1',
  '12',
  '2024-02-29',
  'l',
  'o',
  'x y',
  'é',
  '#',
  '%',
  '[1]',
  'a.b.c',
);
const quoted = (value: string) => `'${value}'`;
const word = text.map(quoted);
const integer = fc.oneof(
  fc.integer({ min: 0, max: 12 }).map(String),
  one('100', '2147483647', '2147483648', '9223372036854775807', '1709189106', '1709189106123'),
);
const decimal = one(
  '0.5',
  '1.0',
  '2.5',
  '0.1',
  '10.0',
  '3.14159',
  '1234.565',
  '100000000.0',
  '0.0001',
  '0.125',
  '1.005',
);
const missing = one(
  'undef',
  'm.zz',
  'nested.zz.y',
  'nil.x',
  'l[9]',
  'undef.a.b',
  "m['zz']",
  's.foo',
  'nested.m.n.x',
  'undef.foo()',
);
const path = one(
  'm.a',
  'm.b',
  'm.c',
  "m['a']",
  'l[0]',
  'l[two]',
  "l['1']",
  'nested.m.d',
  'nested.l[0].k',
  "nested['l'][1]['k']",
  'nested.m',
  'nested.l',
  'll[0]',
  'll[1][1]',
  'lm[0].k',
  'lm[one]',
  'mix[2]',
  'mix[4]',
  'nested.m.n',
  'l[word]',
  'm[s]',
  'm[i]',
  's[0]',
  'i.x',
  'l[-1]',
  'l[0.0]',
  'l[nil]',
  'm[nil]',
); // prettier-ignore
const method = one(
  's.length()',
  's.toUpperCase()',
  's.length',
  's.empty',
  's.isEmpty()',
  's.trim()',
  "s.replace('l', 'L')",
  "s.split(' ') | join('/')",
  "s.indexOf('o')",
  "s.startsWith('he')",
  "s.endsWith('x')",
  's.substring(one)',
  's.substring(1)',
  's.substring(one, i)',
  's.substring(big)',
  's.charAt(zero)',
  's.repeat(two)',
  "s.concat('x')",
  "s.matches('h.*')",
  "s.equalsIgnoreCase('HELLO world')",
  "s.compareTo('abc')",
  "s.lastIndexOf('o')",
  's.strip()',
  's.isBlank()',
  's.hashCode()',
  's.toString()',
  'l.size()',
  'l.size',
  'l.isEmpty()',
  'l.get(zero)',
  'l.get(0)',
  'l.get(i)',
  'l.first',
  'l.last',
  'le.first',
  'l.reversed() | first',
  'l.indexOf(two)',
  'l.indexOf(2)',
  'l.subList(zero, two)',
  'l.toString()',
  'l.containsAll(l)',
  'l.length',
  'm.size()',

  "m.keySet() | join(',')",
  'm.values() | first',
  'm.keySet().size()',
  "m.get('a')",
  "m.get('zz')",
  "m.getOrDefault('zz', 1)",
  "m.containsKey('a')",
  'm.containsValue(one)',
  'm.isEmpty()',

  'm.toString()',
  'i.toString()',
  'i.intValue()',
  'i.doubleValue()',
  'f.intValue()',
  'f.longValue()',
  'yes.toString()',
  'i.hashCode()',

  'nil.foo()',
  's.foo(1)',
); // prettier-ignore

/** Ends of ranges: none is long, as ours has a limit there and the reference fills its memory. */
const start = one('1', 'i', 'zero', 'neg', 'f', 'nil', "'a'", 'l', 'undef', 'l[0]', '(1 + 1)');
const end = one('3', 'i', 'two', 'm.b', "'e'", "'zz'", 'nil', 'l', '4.5', 'i * 2');

/** Letters whose hashes fall into different buckets. */
const KEYS = ['a', 'b', 'c', 'd'];

const FILTERS: Record<string, readonly string[]> = {
  abbreviate: ['(5)', '(2)', '(0)', '(-1)', '', '(length=8)', "('5')", '(i)', '(100)'],
  abs: [''],
  base64encode: [''],
  base64decode: [''],
  capitalize: [''],
  title: [''],
  trim: [''],
  upper: ['', '(1)'],
  lower: [''],
  first: [''],
  last: [''],
  length: [''],
  distinct: [''],
  values: [''],
  className: [''],
  string: [''],
  md5: [''],
  sha1: [''],
  sha256: [''],
  sha512: [''],
  toJson: [''],
  json: [''],
  toIon: [''],
  yaml: [''],
  urlencode: [''],
  urldecode: [''],
  slugify: [''],
  default: ["('x')", '(1)', '([])', '', '(nil)', '(undef)', "(default='y')"],
  join: ["(',')", '', "('-')", "(separator='; ')", '(1)', '(nil)'],
  slice: ['(1)', '(0, 2)', '(1, 1)', '(2, 1)', '(-1)', '(0, 100)', '', '(toIndex=2)', "('a')", '(one, two)'],
  merge: ['([9])', "({'k': 1})", '(l)', '(m)', '(nil)', "('x')", '', "(items=['q'])", '(1)'],
  chunk: ['(2)', '(1)', '(0)', '', "('2')", '(i)', '(size=2)'],
  split: [
    "(',')",
    "('')",
    "(' ')",
    "('o')",
    "(',', 2)",
    "(',', -1)",
    '',
    "('[ol]')",
    "(delimiter='l', limit=2)",
    "('.')",
  ],
  replace: [
    "({'l': 'L'})",
    "({'a': 'b', 'c': 'd'})",
    "({'[aeiou]': '_'}, true)",
    "({'(o)': '<$1>'}, regexp=true)",
    '',
    "('a')",
    "({'l': 1})",
    "({'l': nil})",
    "({'x': ''}, false)",
  ],
  startsWith: ["('h')", "('')", '(1)', '', '(nil)'],
  endsWith: ["('d')", "(value='i')", ''],
  substringBefore: ["('o')", "('')", '', '(nil)', "(separator='l')"],
  substringBeforeLast: ["('o')", "('')", "('zz')"],
  substringAfter: ["('o')", "('')", "('zz')"],
  substringAfterLast: ["('o')", "('')", "('zz')"],
  indent: ['(2)', "(2, '>')", '(0)', '(-1)', '', '(i)', '(amount=1)'],
  nindent: ['(2)', "(1, '- ')", '(-1)', ''],
  escapeChar: ["('single')", "('double')", "('shell')", "('x')", ''],
  number: ['', "('INT')", "('LONG')", "('DOUBLE')", "('FLOAT')", "('BIGINTEGER')", "(type='int')", "('ZZ')"],
  numberFormat: [
    '',
    "('0.00')",
    "('#,##0.00')",
    "('0')",
    "('#.##')",
    "('0%')",
    "(format='000')",
    "('#,##0')",
    "('x0')",
  ],
  date: [
    '',
    "('yyyy-MM-dd')",
    "('iso')",
    "('iso_milli')",
    "('sql')",
    "('sql_sec')",
    "('iso_date_time')",
    "('iso_local_date')",
    "('iso_week_date')",
    "('rfc_1123_date_time')",
    "('iso_instant')",
    "('EEEE, d MMMM yyyy', locale='id')",
    "('EEE MMM', locale='en')",
    "('HH:mm:ss.SSS XXX', 'Asia/Jakarta')",
    "('yyyy', timeZone='America/New_York')",
    "('full', locale='id')",
    "('long')",
    "('medium')",
    "('short')",
    "('h:mm a')",
    "('D w e Q')",
    "('QQQ QQQQ')",
    "('z zzzz VV', 'Asia/Jakarta')",
    "('yyyy', 'No/Where')",
    "('bbb')",
    "('yyyy', existingFormat='dd/MM/yyyy')",
    '(nil)',
    '(5)',
    "('G u y')",
    "('n N A')",
    "('O x Z')",
  ],
  dateAdd: [
    "(1, 'DAYS')",
    "(-1, 'MONTHS')",
    "(i, 'HOURS', 'sql')",
    "(1, 'YEARS', 'yyyy-MM-dd')",
    "('2', 'WEEKS')",
    "(1, 'days')",
    '(1)',
    '',
    "(1, 'DAYS', timeZone='Asia/Jakarta')",
    "(1.5, 'MINUTES')",
    "('x', 'DAYS')",
  ],
  timestamp: ['', "('Asia/Jakarta')", "(timeZone='Asia/Jakarta')"],
  timestampMilli: [''],
  timestampMicro: [''],
  timestampNano: [''],
  jq: [
    "('.')",
    "('.a?')",
    "('.[]?')",
    "('.. | numbers')",
    "('tojson')",
    "('type, length?')",
    "('to_entries?')",
    "('.[0]')",
    "('.a')",
    "('length')",
    '',
    "('.[')",
  ],
  nofilter: [''],
}; // prettier-ignore

const filter = fc
  .constantFrom(...Object.entries(FILTERS))
  .chain(([name, calls]) =>
    fc.constantFrom(...calls).map((call) => `${name}${call}${name === 'split' ? " | join('/')" : ''}`),
  );

/** Those that answer with text, list or number are drawn more often, so that chains go on. */
const likely = fc.constantFrom(
  'upper',
  'lower',
  'length',
  "split('o') | join('/')",
  "join(',')",
  'first',
  'last',
  "default('x')",
  'toJson',
  'string',
  "keys | join(',')",
  'keys | first',
  'keys | length',
  'trim',
  'distinct',
  'abs',
  'className',
);

const test = one(
  'defined',
  'null',
  'empty',
  'even',
  'odd',
  'iterable',
  'map',
  'json',
  'not defined',
  'not null',
  'not empty',
  'notest',
);
const OPERATORS = [
  'or',
  'and',
  'contains',
  '==',
  'equals',
  '!=',
  '>',
  '<',
  '>=',
  '<=',
  '+',
  '-',
  '*',
  '/',
  '%',
  '~',
  '??',
  '???',
  'isIn',
];

const { expression } = fc.letrec<Record<'expression' | 'atom' | 'call' | 'small', string>>((tie) => ({
  atom: fc.oneof(
    { weight: 5, arbitrary: one(...names) },
    { weight: 2, arbitrary: word },
    { weight: 2, arbitrary: integer },
    { weight: 1, arbitrary: decimal },
    { weight: 1, arbitrary: one('true', 'false', 'null', 'TRUE', 'none') },
    { weight: 2, arbitrary: path },
    { weight: 1, arbitrary: method },
    { weight: 1, arbitrary: missing },
  ),
  small: fc.oneof({ maxDepth: 2 }, tie('atom'), tie('expression')),
  call: fc.oneof(
    fc
      .tuple(one('max', 'min'), fc.array(tie('small'), { maxLength: 3 }))
      .map(([name, args]) => `${name}(${args.join(', ')})`),
    fc.tuple(start, end).map(([a, b]) => `range(${a}, ${b})`),
    one(
      'range(1, 3)',
      'range(5, 1, -2)',
      "range('a', 'e')",
      "range('a', 'z', 5)",
      'range(1, 5, 0)',
      'range(1)',
      "range(1, 3, 'x')",
      'range(start=1, end=i)',
    ),
    fc
      .tuple(
        one(
          '[3, 1, 2]',
          '(l + [])',
          "['b', 'a']",
          '[1, nil]',
          "[1, 'a']",
          '[[1], [2]]',
          '[l[0], 1]',
          's',
          'm',
          'nil',
          "['x']",
        ),
        one('sort', 'rsort', 'reverse', 'flatten'),
      )
      .map((parts) => parts.join(' | ')),
    tie('small').map((value) => `render(${value})`),
    one(
      'render(tmpl)',
      'render(tmpl2)',
      'renderOnce(tmpl)',
      "render('{{ undef }}')",
      "render([tmpl, {'a': tmpl}])",
      'render()',
      'render(tmpl, recursive=false)',
    ),
    one(
      'json(json)',
      "json('[1, 2.50, true, null]')",
      "json('{')",
      "json('')",
      'fromJson(json).a[1]',
      'json(i)',
      'json(nil)',
      'json()',
      "json('1 2')",
      "json('nul')",
    ),
    one(
      "yaml('a: 1\\nb: [x, yes]')".replace('\\n', '\n'),
      "yaml('- 1')",
      "yaml('a: [')",
      "yaml('')",
      'yaml(nil)',
      "yaml('010')",
    ),
    one("fromIon('{a: 1, b: [2.5e0, x]}')", "fromIon('')", 'fromIon(nil)', 'fromIon(i)', "fromIon('{')"),
    one(
      'uuid() | length',
      'id() | className',
      'ksuid() | length',
      'nanoId(5) | length',
      'nanoId(-1)',
      "nanoId(3, 'a')",
      'randomInt(1, 2)',
      'randomInt(2, 1)',
      'randomInt(1)',
      'randomPort() > 0',
      "now('yyyy') | length",
      'now() | className',
      'nofunc(1)',
    ),
    one(
      "block('zz')",
      "encrypt('abc', 'x')",
      "encrypt('QUVTMjU2S2V5LTMyQ2hhcmFjdGVyczEyMzQ1Njc4OTA=', word) | length",
      'kv()',
      'secret()',
      'http()',
    ),
  ), // prettier-ignore
  expression: fc.oneof(
    { maxDepth: 4 },
    { weight: 3, arbitrary: tie('atom') },
    {
      weight: 4,
      arbitrary: fc
        .tuple(tie('small'), fc.oneof({ weight: 2, arbitrary: likely }, { weight: 3, arbitrary: filter }))
        .map(([value, name]) => `${value} | ${name}`),
    },
    {
      weight: 4,
      arbitrary: fc
        .tuple(tie('small'), fc.constantFrom(...OPERATORS), tie('small'))
        .map(([a, operator, b]) => `${a} ${operator} ${b}`),
    },
    { weight: 2, arbitrary: fc.tuple(start, end).map(([a, b]) => `${a} .. ${b}`) },
    { weight: 2, arbitrary: tie('expression').map((value) => `(${value})`) },
    {
      weight: 1,
      arbitrary: fc.tuple(one('not ', '-', '+', 'not not '), tie('small')).map(([sign, value]) => sign + value),
    },
    { weight: 1, arbitrary: fc.tuple(tie('small'), test).map(([value, name]) => `${value} is ${name}`) },
    {
      weight: 1,
      arbitrary: fc.tuple(tie('small'), tie('small'), tie('small')).map(([a, b, c]) => `${a} ? ${b} : ${c}`),
    },
    { weight: 2, arbitrary: tie('call') },
    { weight: 1, arbitrary: fc.array(tie('small'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`) },
    {
      weight: 1,
      arbitrary: fc
        .uniqueArray(fc.tuple(fc.constantFrom(...KEYS), tie('small')), { maxLength: 3, selector: ([key]) => key })
        .map((entries) => `{${entries.map(([key, value]) => `'${key}': ${value}`).join(', ')}}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(tie('expression'), one('.a', "['a']", '[0]', '.k', '.toString()', '[i]'))
        .map(([value, step]) => `(${value})${step}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(
          fc.oneof(
            one('a', ' ', '-', "it's"),
            tie('small')
              .filter((value) => !value.includes('"'))
              .map((value) => `#{${value}}`),
          ),
          { maxLength: 3 },
        )
        .map((parts) => `"${parts.join('')}"`),
    },
  ), // prettier-ignore
}));

const space = one('', ' ', '\n', ' x ', '\n  ');

/** Whole templates: text, printing, tags, white space control, broken ones. */
const { template } = fc.letrec<Record<'template' | 'node', string>>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    { weight: 2, arbitrary: one('text ', 'a{b}', '\n', '{ x }', '{# note #}', '{#- note -#}') },
    {
      weight: 8,
      arbitrary: fc
        .tuple(one('{{ ', '{{- ', '{{'), expression, one(' }}', ' -}}', '}}'))
        .map(([open, value, close]) =>
          value.startsWith('{') || value.startsWith('-')
            ? `{{ ${value} }}`
            : value.endsWith('}')
              ? `${open}${value} }}`
              : open + value + close,
        ),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(expression, tie('template'), tie('template'))
        .map(([condition, then, otherwise]) => `{% if ${condition} %}${then}{% else %}${otherwise}{% endif %}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(expression, expression, tie('template'))
        .map(([a, b, body]) => `{% if ${a} %}1{% elseif ${b} %}${body}{% endif %}`),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          one('x', 'i', 'item'),
          expression,
          one(
            '{{ item ?? x ?? i }},',
            '{{ loop.index }}{{ loop.first }}{{ loop.last }}',
            '{{ loop.revindex }}/{{ loop.length }}',
            "{{ x.key ?? '-' }}={{ x.value ?? '-' }}",
            '{% set y = x %}',
          ),
          tie('template'),
        )
        .map(([name, of, body, otherwise]) => `{% for ${name} in ${of} %}${body}{% else %}${otherwise}{% endfor %}`),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(one('y', 'i', 's'), expression, tie('template'))
        .map(([name, value, rest]) => `{% set ${name} = ${value} %}${rest}{{ ${name} }}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          filter.filter((name) => !name.startsWith('jq')),
          tie('template').filter((body) => !body.includes('raw')),
        )
        .map(([name, body]) => `{% filter ${name} %}${body}{% endfilter %}`),
    },
    { weight: 1, arbitrary: tie('template').map((body) => `{% block q %}${body}{% endblock %}`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          expression,
          one('a', "a ~ '!'", 'a | upper', 'undef', 'i'),
          one('f(%)', 'f(a=%)', 'f()', 'f(%, 2)', 'f(%, 2, 3)', 'f(z=1)'),
        )
        .map(
          ([value, body, use]) =>
            `{% macro f(a, b=2) %}{{ ${body} }}-{{ b }}{% endmacro %}{{ ${use.replace('%', () => value)} }}`,
        ),
    },
    {
      weight: 1,
      arbitrary: one(
        '{% raw %}{{ i }}{% endraw %}',
        '{% verbatim %}{{ i }}{% endverbatim %}',
        ' {%- verbatim -%} {{ i }} {%- endverbatim -%} ',
        '{%- raw -%} a {%- endraw -%} ',
      ),
    },
    {
      weight: 1,
      arbitrary: one(
        '{{',
        '}}',
        '{% if yes %}',
        '{% endif %}',
        '{% foo %}',
        '{{ i',
        '{{ }}',
        "{{ 'a }}",
        '{% set %}',
        '{{ [1,] }}',
        '{{ 1 2 }}',
        '{{ i | }}',
        '{{ (i }}',
        '{{ i ] }}',
        '{% for a %}',
        '{{ i ? 1 }}',
        '{% include "x" %}',
        "{{ {'a'} }}",
        '{{ max(1,) }}',
        '{{ i @ 1 }}',
        '{{ is }}',
      ),
    },
  ), // prettier-ignore
  template: fc
    .tuple(
      tie('node'),
      space,
      fc.oneof({ maxDepth: 3 }, { weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: tie('node') }),
    )
    .map((parts) => parts.join('')),
}));

/** An expression, and whether a lone `{{ }}` is to keep its type; the reference never answers to a macro rendered so. */
export const drawn = fc
  .record({ expression: template, typed: fc.boolean() })
  .filter(({ expression: source, typed }) => !(typed && source.includes('macro')));
