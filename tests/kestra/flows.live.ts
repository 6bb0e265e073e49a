/** The flows of `flows/` on both sides at once, so that a golden is never older than the reference. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCase } from './case.ts';
import { NOT_YET, OURS } from './known.ts';
import { playOurs, playTheirs } from './play.ts';
import { reference } from './reference.ts';
import { alignedWith } from './story.ts';

const FOLDER = new URL('flows/', import.meta.url);
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -5))
  .filter((name) => !(name in OURS) && !NOT_YET.includes(name));
const kestra = await reference();

if ('missing' in kestra) {
  console.log(kestra.missing);
  test.skip('flow di Kestra asli', () => undefined);
} else {
  describe.concurrent('as the reference answers now', () => {
    test.each(names)('%s', async (name) => {
      const flow = readCase(readFileSync(new URL(`${name}.yaml`, FOLDER), 'utf8'));
      const ours = await playOurs(flow);
      let theirs = await playTheirs(kestra, flow);
      // On a busy machine it may lose a line of its log; twice is no accident.
      if (alignedWith(theirs, ours) !== theirs) theirs = await playTheirs(kestra, flow);
      expect(alignedWith(theirs, ours)).toBe(theirs);
    });
  });
}
