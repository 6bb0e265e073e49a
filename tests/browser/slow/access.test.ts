/** Every look: home, a lesson and the lab in all its states, in both themes, on a wide screen and on a phone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings, fits, type Look, labIsAccessible } from '../access.ts';
import { LAB } from '../lab.ts';
import { openSite, type Site } from '../page.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(4770);
}, 60_000);
afterAll(() => site?.close());

const looks: Look[] = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 1440 },
  { colorScheme: 'light', width: 390 },
  { colorScheme: 'dark', width: 390 },
];
describe.each(looks)('$colorScheme, $width px', (look) => {
  test('the lab in all its states', () => labIsAccessible(site, look, true), 300_000);

  test.each(['', '01-pengantar/02-sang-konduktor/', LAB, 'lab/'])('/%s', async (path) => {
    const { page, context } = await site.open(look);
    await page.goto(site.url + path);
    expect(await findings(page)).toEqual([]);
    await fits(page);
    await context.close();
  });
});
