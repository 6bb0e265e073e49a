/** Our engine against what a real Kestra answered to the flows of `flows/` (`npm run record:kestra` makes the goldens again). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCase } from './case.ts';
import { NOT_YET, OURS } from './known.ts';
import { playOurs } from './play.ts';
import { alignedWith } from './story.ts';

const FOLDER = new URL('flows/', import.meta.url);
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -5));

for (const name of names) {
  const run = NOT_YET.includes(name) ? test.fails : test;
  run(name, async () => {
    const golden = new URL(`${name}.story`, FOLDER);
    expect(existsSync(golden), 'each flow has its golden').toBe(true);
    const theirs = readFileSync(golden, 'utf8');
    const ours = await playOurs(readCase(readFileSync(new URL(`${name}.yaml`, FOLDER), 'utf8')));
    if (name in OURS) expect(ours.split('\n')[0]).toMatch(new RegExp(`${OURS[name]?.state}$`));
    else expect(alignedWith(theirs, ours)).toBe(theirs);
  });
}

test('what is excepted is there', () => {
  expect(names).toEqual(expect.arrayContaining([...NOT_YET, ...Object.keys(OURS)]));
});
