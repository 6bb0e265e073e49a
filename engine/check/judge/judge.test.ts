import { expect, test } from 'vitest';
import { type Assertion, describe as describeAssertion, holds } from './assertion.ts';

test.each<[Assertion, unknown, boolean]>([
  [{ equalTo: 5 }, '5', true],
  [{ equalTo: '5' }, 5, true],
  [{ equalTo: 0 }, '', false],
  [{ equalTo: 0 }, null, false],
  [{ equalTo: null }, null, true],
  [{ equalTo: true }, true, true],
  [{ notEqualTo: 'a' }, 'b', true],
  [{ contains: 'si' }, 'taksi', true],
  [{ startsWith: 'ta', endsWith: 'si' }, 'taksi', true],
  [{ startsWith: 'ta', endsWith: 'x' }, 'taksi', false],
  [{ in: ['a', 'b'] }, 'b', true],
  [{ notIn: ['a', 'b'] }, 'b', false],
  [{ greaterThan: 4 }, '5', true],
  [{ greaterThan: 4 }, null, false],
  [{ lessThanOrEqualTo: 4 }, 4, true],
  [{ isNull: true }, undefined, true],
  [{ isNotNull: true }, undefined, false],
])('%j of %j is %s', (assertion, got, expected) => {
  expect(holds(assertion, got)).toBe(expected);
});

test('says what it wants in words', () => {
  expect(describeAssertion({ greaterThan: 0 })).toBe('lebih dari 0');
  expect(describeAssertion({ equalTo: true })).toBe('ya');
  expect(describeAssertion({ startsWith: 'a', endsWith: 'b' })).toBe('diawali a dan diakhiri b');
});
