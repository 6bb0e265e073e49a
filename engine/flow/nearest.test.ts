import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test.each([
  ['mesage', ['level', 'message'], 'message'],
  ['Mesage', ['message'], 'message'],
  ['mseasge', ['message'], 'message'],
  [
    'io.kestra.plugin.core.log.Lgo',
    ['io.kestra.plugin.core.flow.Log', 'io.kestra.plugin.core.log.Log'],
    'io.kestra.plugin.core.log.Log',
  ],
  ['LEVEL', ['level'], 'level'],
  ['x', ['y'], 'y'],
  ['ab', ['abcd'], undefined],
  ['entah', ['message'], undefined],
  ['sama', ['sama'], undefined],
])('%s', (name, names, found) => expect(nearest(name, names)).toBe(found));

/** Edits between two texts, the plain way. */
function edits(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j));
  const at = (i: number, j: number): number => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const swap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      const row = table[i];
      if (row)
        row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1), swap);
    }
  return at(a.length, b.length);
}

test('none is nearer than the one that is found', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 8 }), (name, names) => {
      const most = Math.max(1, Math.floor(name.length / 3));
      const best = Math.min(...names.map((one) => edits(name, one)));
      const found = nearest(name, names);
      if (found === undefined) expect(best === 0 || best > most).toBe(true);
      else expect(edits(name, found)).toBe(best);
    }),
    { seed: 3, numRuns: 2000 },
  );
});
