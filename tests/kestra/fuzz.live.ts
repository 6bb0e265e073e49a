/**
 * Random flows on both sides. `FLOWS` says how many (1,000 unless said), `SEED` which; the seed is printed, and what differs is shrunk to
 * the smallest flow that still does.
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compared } from './fuzz/compare.ts';
import { flowShape } from './fuzz/shape.ts';
import { reference } from './reference.ts';

const COUNT = Number(process.env.FLOWS ?? 1000);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000_007);
/** So many differences are shrunk and shown; the rest are counted. */
const SHOWN = 3;

const kestra = await reference();

if ('missing' in kestra) {
  console.log(kestra.missing);
  test.skip('flow acak di Kestra asli', () => undefined);
} else {
  test(
    `${COUNT} random flows, seed ${SEED}`,
    async () => {
      console.log(`benih ${SEED}, ${COUNT} flow`);
      const shapes = fc.sample(flowShape, { seed: SEED, numRuns: COUNT });
      const verdicts = await Promise.all(shapes.map((shape, at) => compared(kestra, shape, `acak${at}`)));
      const different = verdicts.flatMap(({ kind }, at) => (kind === 'differs' ? [at] : []));
      const endless = verdicts.filter(({ kind }) => kind === 'endless').length;
      console.log(`${COUNT - different.length - endless} sama, ${different.length} beda, ${endless} tanpa akhir`);
      for (const at of different.slice(0, SHOWN)) console.log(await shrunk(at));
      expect(different, 'flows that differ, by their number').toEqual([]);
      // What a Kestra never ends proves nothing: too many of them would be a generator that tests nothing.
      expect(endless).toBeLessThan(COUNT / 20);
    },
    2 * 3_600_000,
  );

  /** The same flow again, made smaller as long as it differs. */
  async function shrunk(at: number): Promise<string> {
    let last = '';
    const property = fc.asyncProperty(flowShape, async (shape) => {
      const verdict = await compared(kestra as Exclude<typeof kestra, { missing: string }>, shape, 'terkecil');
      if (verdict.kind !== 'differs') return;
      last = `${verdict.yaml}\n--- Kestra\n${verdict.theirs}\n--- Alur\n${verdict.ours}`;
      throw new Error('differs');
    });
    await fc.check(property, { seed: SEED, path: String(at), numRuns: 1, interruptAfterTimeLimit: 120_000 });
    return `nomor ${at}:\n${last}`;
  }
}
