/** The lab in each of its states is accessible; nothing scrolls sideways, not even on the smallest phone or at 200 % zoom. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fits, type Look, labIsAccessible } from './access.ts';
import { flow, LAB, openLab, run, said, write } from './lab.ts';
import { openSite, type Site } from './page.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(4750);
}, 60_000);
afterAll(() => site?.close());

const looks: Look[] = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 390 },
];
test.each(looks)('$colorScheme, $width px', (look) => labIsAccessible(site, look, false), 180_000);

test.each([
  ['320 px', 320],
  ['1280 px at 200 % zoom', 640],
])(
  '%s: nothing scrolls sideways, before and after a run',
  async (_, width) => {
    const { page, context } = await site.open({ width, height: 700 });
    for (const path of ['', '01-pengantar/02-sang-konduktor/', LAB]) {
      await page.goto(site.url + path);
      await fits(page);
    }
    await openLab(site, page);
    await fits(page);
    await write(page, flow('  - id: a\n    type: io.kestra.plugin.core.log.Log\n    message: selesai\n'));
    await run(page);
    await said(page, /^Berhasil\.$/);
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      await fits(page);
    }
    await context.close();
  },
  60_000,
);

test('on a phone the buttons stay in sight, and the results are one press away', async () => {
  const { page, context } = await site.open({ width: 390, height: 844 });
  await openLab(site, page);
  const inSight = (selector: string) =>
    page.locator(selector).evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  await page.locator('.cm-line').first().scrollIntoViewIfNeeded();
  expect(await inSight('[data-action="run"]')).toBe(true);
  await page.getByRole('button', { name: 'Hasil' }).click();
  await page.getByRole('button', { name: 'Kode', exact: true }).waitFor();
  expect(await inSight('.lab-results .tabs')).toBe(true);
  expect(await inSight('[data-action="run"]')).toBe(true);
  await page.getByRole('button', { name: 'Kode', exact: true }).click();
  await page.getByRole('button', { name: 'Hasil' }).waitFor();
  await context.close();
}, 60_000);

test('the watch on other origins sees what a page and what a worker asks', async () => {
  const { page, context, strays } = await site.open();
  await page.goto(site.url);
  await page.evaluate(async () => {
    await fetch('http://127.0.0.1:9/dari-halaman').catch(() => undefined);
    const script = "fetch('http://127.0.0.1:9/dari-worker').catch(() => 0).then(() => postMessage(0))";
    const worker = new Worker(URL.createObjectURL(new Blob([script])));
    await new Promise((resolve) => worker.addEventListener('message', resolve));
  });
  expect(strays).toEqual(['http://127.0.0.1:9/dari-halaman', 'http://127.0.0.1:9/dari-worker']);
  await context.close();
});
