/** `kill -9` after every batch of every flow's journal, and in the middle of writing every third; then `alur resume`. Some minutes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { flowNames, told } from '../flows.ts';
import { killedAndResumed, type Marks, openMarks } from '../killed.ts';

let marks: Marks;
beforeAll(async () => {
  marks = await openMarks();
});
afterAll(() => marks.close());

describe('killed at every event', () => {
  test.concurrent.each(flowNames)(
    '%s',
    async (name) => {
      const whole = await killedAndResumed(name, marks);
      expect(whole.status).not.toBeNull();
      const expected = told(whole.executions ?? []);
      let kills = 0;
      for (let batch = 1; ; batch++) {
        const after = await killedAndResumed(name, marks, `after:${batch}`);
        if (after.status !== null) break;
        const torn = batch % 3 === 0 ? await killedAndResumed(name, marks, `within:${batch}`) : undefined;
        for (const outcome of torn ? [after, torn] : [after]) {
          const where = `${name}, killed at batch ${batch}: ${outcome.said}`;
          expect(outcome.lost, where).toEqual([]);
          if (!outcome.executions) continue;
          kills++;
          expect(told(outcome.executions), where).toEqual(expected);
          expect(outcome.again, where).toEqual([]);
        }
      }
      expect(kills).toBeGreaterThan(3);
      console.log(`${name}: ${kills} kali dimatikan`);
    },
    1_200_000,
  );
});

describe('killed again while it is resumed, at every event', () => {
  test.concurrent.each([
    ['pause', undefined],
    ['sequential', 'after:8'],
    ['errors-finally-after', 'within:9'],
    ['subflow', 'after:9'],
    ['concurrency', 'after:12'],
  ] as const)(
    '%s',
    async (name, kill) => {
      const expected = told((await killedAndResumed(name, marks)).executions ?? []);
      let kills = 0;
      for (let batch = 1; ; batch++) {
        const outcome = await killedAndResumed(name, marks, kill, `after:${batch}`);
        if (outcome.resumed !== null) break;
        kills++;
        const where = `${name}, killed again at batch ${batch}: ${outcome.said}`;
        expect(told(outcome.executions ?? []), where).toEqual(expected);
        expect({ lost: outcome.lost, again: outcome.again }, where).toEqual({ lost: [], again: [] });
      }
      expect(kills).toBeGreaterThan(1);
      console.log(`${name}: ${kills} kali dimatikan saat dilanjutkan`);
    },
    1_200_000,
  );
});
