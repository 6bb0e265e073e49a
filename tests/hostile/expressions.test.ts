/** No expression hangs or fills the memory: each ends within its budget, with words that a learner understands. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExpressionError, inspectTemplate } from '#engine/expression/index.ts';
import { render } from '#engine/index.ts';

const REPEATED = (body: string, times: number): string => Array.from({ length: times }, () => body).join('');

const HOSTILE: Record<string, string> = {
  'a list that doubles': `{% set l = [1, 2] %}${REPEATED('{% set l = l + l %}', 40)}{{ l | length }}`,
  'a text that doubles by ~': `{% set t = 'ab' %}${REPEATED('{% set t = t ~ t %}', 40)}{{ t | length }}`,
  'a text that doubles by +': `{% set t = 'ab' %}${REPEATED('{% set t = t + t %}', 40)}{{ t | length }}`,
  'lists in lists, printed': `{% set l = [1] %}${REPEATED('{% set l = [l, l] %}', 40)}{{ l | toJson | length }}`,
  "lists in lists, printed Java's way": `{% set l = [1] %}${REPEATED('{% set l = [l, l] %}', 40)}{{ (l ~ '') | length }}`,
  'loops in loops': `${REPEATED('{% for a in 1..1000 %}', 4)}x${REPEATED('{% endfor %}', 4)}`,
  'a long range': '{{ range(1, 9000000000) | length }}',
  'a range by two dots': '{{ 1..9000000000 }}',
  'a macro that calls itself': '{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}',
  'a block within itself': "{% block a %}{{ block('a') }}{% endblock %}",
  'a text that renders itself': "{% set t = '{{ render(t) }}' %}{{ render(t) }}",
  'a text that renders more of itself': "{% set t = '{{ t }}{{ t }}' %}{{ render(t) }}",
  'nested render, each with its own loop': `{% set t = '{% for a in 1..100000 %}x{% endfor %}' %}${REPEATED('{{ render(t) }}', 40)}`,
  'replace that grows': `{% set t = 'aaaaaaaaaa' %}${REPEATED("{% set t = t | replace({'a': 'aaaaaaaaaa'}) %}", 12)}{{ t | length }}`,
  'replace by a pattern that grows': `{% set t = 'aaaaaaaaaa' %}${REPEATED("{% set t = t | replace({'a': 'aaaaaaaaaa'}, true) %}", 12)}{{ t | length }}`,
  'a deep indent': '{{ "a\nb" | indent(2000000000) | length }}',
  'a long nanoId': '{{ nanoId(2000000000) | length }}',
  'a long date pattern': `{{ '2024-01-01' | date('${'y'.repeat(5_000)}') }}`,
  'a long padded pattern': `{{ '2024-01-01' | date('${'[yyyy]'.repeat(5_000)}') }}`,
  'deep parentheses': `{{ ${'('.repeat(20_000)}1${')'.repeat(20_000)} }}`,
  'deep lists': `{{ ${'['.repeat(20_000)}${']'.repeat(20_000)} }}`,
  'deep interpolation': `{{ ${'"#{'.repeat(5_000)}1${'}"'.repeat(5_000)} }}`,
  'deep JSON': `{{ json('${'['.repeat(50_000)}') }}`,
  'many not': `{{ ${'not '.repeat(20_000)}true }}`,
  'deep tags': `${'{% if true %}'.repeat(20_000)}`,
  'deep maps': `{{ ${"{'a':".repeat(20_000)}1${'}'.repeat(20_000)} }}`,
  'deep subscripts': `{{ a${'[a'.repeat(20_000)}${']'.repeat(20_000)} }}`,
  'a chain of ternaries': `{{ ${'true ? 1 : '.repeat(20_000)}1 }}`,
  'a chain of filters': `{{ 'a'${' | upper'.repeat(50_000)} }}`,
  'a chain of attributes': `{{ a${'.b'.repeat(50_000)} ?? 1 }}`,
  'a very long name': `{{ ${'a'.repeat(1_000_000)} }}`,
  'a very long number': `{{ ${'9'.repeat(1_000_000)} }}`,
  'raw that nothing closes, often': '{% raw %}'.repeat(20_000),
  'macros that double': `${Array.from({ length: 40 }, (_, n) => `{% macro m${n}() %}${n ? `{{ m${n - 1}() }}{{ m${n - 1}() }}` : ''}{% endmacro %}`).join('')}{{ m39() }}`,
  'a macro that calls itself twice':
    '{% macro f(n) %}{% if n > 0 %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(100) }}',
  'long templates, rendered again and again': `{% set t = '${'{{ 1 + 1 }}'.repeat(20_000)}' %}{% for i in 1..1000 %}{{ render(t ~ i) }}{% endfor %}`,
  'a pattern that backtracks elsewhere, in a loop':
    "{% for i in 1..1000000 %}{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' | replace({'(a+)+b': 'x'}, true) }}{% endfor %}",
  'a new long pattern each time':
    "{% for i in 1..1000000 %}{{ 'a' | replace({('(a{0,100}){0,10}b' ~ i): 'x'}, true) }}{% endfor %}",
  'a pattern as long as the text': `{{ '${'a'.repeat(10_000)}' | replace({'${'a?'.repeat(5_000)}${'a'.repeat(5_000)}': 'x'}, true) }}`,
  'repetitions in repetitions': "{{ 'a' | replace({'((a{1,100}){1,100}){1,100}': 'x'}, true) }}",
  'a million dates':
    "{% for i in 1..1000000 %}{{ '2024-01-01T00:00:00Z' | date('EEEE MMMM zzzz', 'Asia/Jakarta', locale='id') }}{% endfor %}",
  'a million number formats': "{% for i in 1..1000000 %}{{ 1234.5 | numberFormat('#,##0.00') }}{% endfor %}",
  'a million ciphers':
    "{% for i in 1..1000000 %}{{ encrypt('QUVTMjU2S2V5LTMyQ2hhcmFjdGVyczEyMzQ1Njc4OTA=', 'a') }}{% endfor %}",
  'a million YAML texts': "{% for i in 1..1000000 %}{{ yaml('a: [1, 2, {b: c}]') }}{% endfor %}",
  'a million unknown names': '{% for i in 1..1000000 %}{{ (undef | upper) ?? 1 }}{% endfor %}',
  'a million long ranges': '{% for i in 1..1000000 %}{{ range(1, 1000000) | length }}{% endfor %}',
  'long lists compared, again and again':
    '{% set l = range(1, 900000) %}{% for i in 1..100000 %}{{ l == l + [] }}{% endfor %}',
  'lists taken from lists': '{% set l = range(1, 300000) %}{{ (l - range(300000, 600000)) | length }}',
  'a jq that never ends': "{{ [1] | jq('def f: f; f') }}",
  'a jq that goes round': "{{ [1] | jq('until(false; .)') }}",
  'a jq that counts far': "{{ [1] | jq('[range(1000000000)] | length') }}",
  'a jq whose text doubles': "{{ '\"a\"' | jq('until(false; . + .)') }}",
  'a jq whose lists double': "{{ [1] | jq('until(false; [., .]) | tojson') }}",
  'a jq with every combination': "{{ [1] | jq('[range(9)] | [combinations(9)] | length') }}",
  'a jq that multiplies a text': "{{ '\"a\"' | jq('. * 1000000000 | length') }}",
  'a jq that reaches far': "{{ [1] | jq('.[1000000000] = 1') }}",
  'a deep jq': `{{ [1] | jq('${'['.repeat(20_000)}') }}`,
  'a long jq': `{{ [1] | jq('.${' | .'.repeat(20_000)}') }}`,
  'a jq a million times': "{% for i in 1..1000000 %}{{ l ?? [i] | jq('.[0]') }}{% endfor %}",
  'deep YAML': `{{ yaml('${'['.repeat(20_000)}') }}`,
  'deep Ion': `{{ fromIon('${'['.repeat(50_000)}') }}`,
};

test.each(Object.entries(HOSTILE))('%s', (_, template) => {
  let error: unknown;
  try {
    render(template, {});
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(ExpressionError);
  if (error instanceof ExpressionError) expect(error.explanation.length).toBeGreaterThan(15);
});

test('twenty thousand unknown names and filters in one template are all said', () => {
  const template = Array.from({ length: 20_000 }, (_, index) => `{{ outputs.a${index}.b | uper${index} }}`).join(' ');
  const { references, unknown } = inspectTemplate(template);
  expect([references.length, unknown.length]).toEqual([20_000, 20_000]);
});

test('a pattern that would never end elsewhere ends', () => {
  expect(render(`{{ '${'a'.repeat(5_000)}!' | replace({'(a+)+$': 'x'}, true) | length }}`, {})).toBe('5001');
});

test('whatever grows, ends', () => {
  const step = fc.constantFrom(
    't ~ t',
    't + t',
    '[t, t]',
    't | toJson',
    't | string',
    "(t ~ '') | replace({'a': 'bab'})",
    "(t ~ '') | split('')",
    '[t] + [t]',
    "{'a': t, 'b': t}",
    "(t ~ '') | urlencode",
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 40 }), (steps) => {
      const template = `{% set t = 'aba' %}${steps.map((one) => `{% set t = ${one} %}`).join('')}{{ (t ~ '') | length }}`;
      try {
        expect(
          render(template, {}, { limits: { cells: 500_000, characters: 200_000, steps: 50_000, depth: 50 } }),
        ).toMatch(/^\d+$/);
      } catch (error) {
        if (!(error instanceof ExpressionError)) throw error;
      }
    }),
    { numRuns: 100 },
  );
});
