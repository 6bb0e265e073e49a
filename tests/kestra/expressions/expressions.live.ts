/** 20,000 random expressions on both sides: the same value, or refused by both. `SEED=n` plays a run again; a failure shrinks. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { reference } from '../reference.ts';
import { agrees, oursOf, theirsOf } from './both.ts';
import { drawn } from './grammar.ts';

const COUNT = Number(process.env.COUNT ?? 20_000);
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

const kestra = await reference();

if ('missing' in kestra) {
  console.log(kestra.missing);
  test.skip('ungkapan di Kestra asli', () => undefined);
} else {
  test(`${COUNT} random expressions, seed ${seed}`, async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async ({ expression, typed }) => {
        const [ours, theirs] = [oursOf(expression, typed), await theirsOf(kestra, expression, typed)];
        if (!agrees(ours, theirs)) expect(ours).toEqual(theirs);
      }),
      { seed, numRuns: COUNT },
    );
  });
}
