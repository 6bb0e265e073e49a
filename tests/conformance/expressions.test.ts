/** The Pebble cases of `../shared/conformance`: what a Kestra and a Pebble print. Where the file is missing this says so. */
import { existsSync, readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { ExpressionError, render } from '#engine/expression/index.ts';
import { readJson } from '#engine/expression/json.ts';
import { Double } from '#engine/expression/numbers.ts';

const FILE = new URL('../../../shared/conformance/expressions.json', import.meta.url);
const there = existsSync(FILE);

interface Case {
  /** Text, or a list or map whose texts are rendered. */
  template: unknown;
  vars?: Record<string, unknown>;
  expected?: unknown;
  expectedMatch?: { contains: string } | { contains: string }[];
  error?: { class: string; messageContains?: string };
  engine?: { strictVariables?: boolean; autoEscaping?: boolean; newLineTrimming?: boolean } | string;
  source: string;
}

const cases = there ? (JSON.parse(readFileSync(FILE, 'utf8')) as Case[]) : [];
/** The same with 1.0 told from 1, for the variables. */
const exact = there ? (plain(readJson(readFileSync(FILE, 'utf8'))) as Case[]) : [];

/** Cases that a JSON file can't carry: the proof is beside each. */
const EXCEPTED: Record<string, string> = {
  'ToIonFilterTest#toIonFilter {{ vars.second.list | toIon }}':
    'its 1.123 is a Java float, which prints as 1.1230000257492065e0; JSON has one kind of number',
  'pebble 3.2.4 CoreTagsTest#testReSetInForLoop {% set total = 0 %}{% for i in 1..1 %}{% for item in items %}{% set total = total + item.balance %}{% endfor %}{% endfor %}{{ total }}':
    'its `items` are Java objects; the record has no variables',
  'pebble 3.2.4 LogicTest#testLogicOperatorsWithNullValuesWithStrictVariables {% if a or b %}yes{% else %}no{% endif %}':
    'of Pebble alone: a Kestra 1.1.15 answers {% if nothing or nothing %} with "Wrong operand(s) type in conditional expression"',
  'pebble 3.2.4 GetAttributeTest#testMethodAttributeWithDifferentObjects hello {{ object.name }}':
    'its `object` is a Java object; the record has no variables',
};

/** Maps as plain objects, doubles as they are. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  return value instanceof Map ? Object.fromEntries([...value].map(([key, item]) => [key, plain(item)])) : value;
}

/** `{"$type": "Instant", "value": …}` stands for a date. */
function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== 'object' || value === null || value instanceof Double) return value;
  const {
    $type,
    value: text,
    of,
    epochSecondOf,
  } = value as { $type?: string; value?: string; of?: unknown; epochSecondOf?: unknown };
  const from = revived(of ?? epochSecondOf);
  if (from instanceof Temporal.ZonedDateTime) {
    if ($type === 'LocalDateTime') return from.toPlainDateTime();
    return $type === 'Date'
      ? Temporal.Instant.fromEpochMilliseconds(Math.floor(from.epochMilliseconds / 1000) * 1000)
      : from.toInstant();
  }
  if ($type === undefined || text === undefined) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revived(item)]));
  }
  if ($type === 'LocalDateTime') return Temporal.PlainDateTime.from(text);
  if ($type === 'ZonedDateTime') {
    const zone = /\[(.*)\]$/.exec(text)?.[1] ?? /([+-]\d\d)(?::?(\d\d))?$/.exec(text)?.[0] ?? 'UTC';
    return Temporal.Instant.from(text.replace(/\[.*\]$/, '')).toZonedDateTimeISO(
      /^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone,
    );
  }
  return Temporal.Instant.from(text);
}

function deep(value: unknown, change: (text: string) => unknown): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => deep(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [String(change(key)), deep(item, change)]));
}

describe.skipIf(!there)('Pebble, as Kestra sets it up', () => {
  for (const [index, { template, expected, expectedMatch, error, engine, source }] of cases.entries()) {
    const run = `${source} ${template}` in EXCEPTED ? test.fails : test;
    run(`${index} ${source}: ${JSON.stringify(template).slice(0, 80)}`, () => {
      const options = typeof engine === 'string' ? { recursive: true } : (engine ?? {});
      const variables = revived(exact[index]?.vars ?? {}) as Record<string, unknown>;
      const rendered = () => deep(template, (text) => render(text, variables, options));
      if (error) {
        expect(rendered).toThrow(ExpressionError);
        if (error.messageContains) expect(rendered).toThrow(error.messageContains);
      } else if (expectedMatch) {
        for (const { contains } of [expectedMatch].flat()) expect(rendered()).toContain(contains);
      } else expect(rendered()).toEqual(expected);
    });
  }
});

if (!there) console.log('conformance/expressions.json tidak ada di sini: kasus-kasus Pebble ditinggalkan.');
