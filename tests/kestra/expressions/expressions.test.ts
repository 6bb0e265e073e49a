/** What the reference answered once to some hundred expressions (`goldens.json`, made by `record.ts`), ours answers too. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { agrees, oursOf } from './both.ts';
import { GOLDENS, type Golden } from './goldens.ts';

const goldens = JSON.parse(readFileSync(GOLDENS, 'utf8')) as Golden[];

test.each(goldens.map((golden) => [golden.expression, golden] as const))('%j', (_, golden) => {
  const { expression, typed, value, refused } = golden;
  const theirs = refused === undefined ? { value } : { refused };
  const ours = oursOf(expression, typed === true);
  if (!agrees(ours, theirs)) expect(ours).toEqual(theirs);
});

test('there are enough of them', () => {
  expect(goldens.length).toBeGreaterThan(300);
});
