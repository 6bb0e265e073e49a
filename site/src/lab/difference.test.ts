import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { difference, type Piece } from './difference.ts';

const marked = (pieces: Piece[]) => pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');

test.each([
  ['lpep_pickup', 'tpep_pickup', '[l]pep_pickup', '[t]pep_pickup'],
  ['0', '1', '[0]', '[1]'],
  ['5000', '500', '500[0]', '500'],
  ['SUCCESS', 'SUCCESS', 'SUCCESS', 'SUCCESS'],
  ['', 'a', '', '[a]'],
  ['green_tripdata.csv', 'tidak ada', '[green_tripdata.csv]', '[tidak ada]'],
])('%s and %s', (expected, got, left, right) => {
  const found = difference(expected, got);
  expect([marked(found.expected), marked(found.got)]).toEqual([left, right]);
});

test('the pieces are the texts; what is not marked is the same in both', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 700 }), fc.string({ maxLength: 700 }), (a, b) => {
      const found = difference(a, b);
      const whole = (pieces: Piece[]) => pieces.map(({ text }) => text).join('');
      const shared = (pieces: Piece[]) => whole(pieces.filter(({ differs }) => !differs));
      expect(whole(found.expected)).toBe(a);
      expect(whole(found.got)).toBe(b);
      expect(shared(found.expected)).toBe(shared(found.got));
    }),
    { numRuns: 200 },
  );
});
