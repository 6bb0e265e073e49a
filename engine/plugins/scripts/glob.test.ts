import { expect, test } from 'vitest';
import { globMatcher } from './glob.ts';

test.each([
  ['*.csv', 'a.csv', true],
  ['*.csv', 'b/a.csv', false],
  ['**/*.csv', 'b/c/a.csv', true],
  ['**/*.csv', 'a.csv', true],
  ['**', 'b/c/a.csv', true],
  ['data/?.txt', 'data/a.txt', true],
  ['{a,b}.txt', 'b.txt', true],
  ['./a.txt', 'a.txt', true],
  ['a.txt', 'aXtxt', false],
  ['a+b(1).csv', 'a+b(1).csv', true],
])('%s and %s: %s', (pattern, path, expected) => {
  expect(globMatcher([pattern])(path)).toBe(expected);
});
