/** Our engine against what a real Kestra answered to the flows of `flows/` (`npm run record:kestra` makes the goldens again). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCase } from './case.ts';
import { playOurs } from './play.ts';
import { alignedWith } from './story.ts';

const FOLDER = new URL('flows/', import.meta.url);
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -5));

test.each(names)('%s', async (name) => {
  const golden = new URL(`${name}.story`, FOLDER);
  expect(existsSync(golden), 'each flow has its golden').toBe(true);
  const theirs = readFileSync(golden, 'utf8');
  const ours = await playOurs(readCase(readFileSync(new URL(`${name}.yaml`, FOLDER), 'utf8')));
  expect(alignedWith(theirs, ours)).toBe(theirs);
});
