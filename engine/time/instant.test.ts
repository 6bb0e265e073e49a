import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoInstant } from './instant.ts';

const LAST = 8.64e15;

test('the same as Date, for whatever order of instants', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.integer({ min: -LAST, max: LAST }), fc.integer({ min: 1.7e12, max: 1.7e12 + 1e5 }))),
      (all) => {
        for (const at of all) expect(isoInstant(at)).toBe(new Date(at).toISOString());
      },
    ),
  );
});

test('fractions of a millisecond are cut off', () => {
  for (const at of [1.9, 1_700_000_000_123.7]) expect(isoInstant(at)).toBe(new Date(at).toISOString());
});

test('what is no instant is refused', () => {
  for (const at of [Number.NaN, Number.POSITIVE_INFINITY, LAST * 2]) expect(() => isoInstant(at)).toThrow(RangeError);
});
