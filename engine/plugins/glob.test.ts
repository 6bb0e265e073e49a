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
  ['**/b.csv', 'ab.csv', false],
  ['a/**', 'a/b/c.csv', true],
  ['a/**', 'b/c.csv', false],
  ['[ab]?.csv', 'a1.csv', true],
  ['[!a-c]*.csv', 'b.csv', false],
  ['[!a-c]*.csv', 'd.csv', true],
  ['x{a,b{c,d}}', 'xbd', true],
  ['x{a', 'x{a', true],
  ['../*.csv', 'a.csv', false],
])('%s and %s: %s', (pattern, path, expected) => {
  expect(globMatcher([pattern])(path)).toBe(expected);
});

test.each([
  ['stars', `${'*a'.repeat(500)}b`],
  ['folders', `${'**/'.repeat(500)}b`],
  ['braces', '{a,b}'.repeat(1000)],
])('a pattern of nothing but %s is answered at once', (_, pattern) => {
  const start = performance.now();
  expect(globMatcher([pattern])(`${'a/'.repeat(300)}${'a'.repeat(400)}`)).toBe(false);
  expect(performance.now() - start).toBeLessThan(2000);
});
