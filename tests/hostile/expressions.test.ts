/** No expression hangs or fills the memory: each ends within its budget, with words that a learner understands. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ExpressionError } from '#engine/expression/index.ts';
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
