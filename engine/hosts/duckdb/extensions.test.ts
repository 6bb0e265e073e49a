import { expect, test } from 'vitest';
import { asksForBuiltIn } from './extensions.ts';

test.each([
  ['INSTALL json', true],
  ["install 'json';", true],
  ['-- JSON dulu\nLOAD json', true],
  ['/* a */ FORCE INSTALL json FROM core', true],
  ['INSTALL httpfs', false],
  ["LOAD '/tmp/json.duckdb_extension'", false],
  ['INSTALL json; SELECT 1', false],
  ['SELECT 1 -- INSTALL json', false],
])('%s', (sql, expected) => {
  expect(asksForBuiltIn(sql, ['json'])).toBe(expected);
});
