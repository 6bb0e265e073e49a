/** A page that is left in the middle: what had ended stays ended, what was under way goes on, and a pause waits. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { flow, openLab, run, said, write } from './lab.ts';
import { openSite, type Site } from './page.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(4640);
}, 60_000);
afterAll(() => site?.close());

const CORE = 'io.kestra.plugin.core';
const mark = (id: string) => `  - {id: ${id}, type: ${CORE}.log.Log, message: "tanda ${id}."}\n`;

const resume = (page: Page) => page.locator('[data-action="resume"]');
/** How often each mark stands in the log. */
async function marks(page: Page): Promise<string[]> {
  await page.getByRole('tab', { name: 'Log', exact: true }).click();
  const text = (await page.locator('.log').textContent()) ?? '';
  return [...text.matchAll(/tanda (\w+)\./g)].map(([, one]) => one ?? '');
}

test('left in the middle of a run: it is offered again, and no finished task runs twice', async () => {
  const { page, context } = await site.open();
  await openLab(site, page);
  const sleeps = `  - {id: tidur, type: ${CORE}.flow.Sleep, duration: PT3S}\n`;
  await write(page, flow(`${mark('a')}${sleeps}${mark('z')}`));
  await run(page);
  await page.locator('.score-row').nth(1).locator('.tone.run').waitFor({ timeout: 30_000 });
  await page.reload();
  await resume(page).waitFor({ timeout: 30_000 });
  expect(await marks(page)).toEqual(['a']);
  await resume(page).click();
  await said(page, /^Berhasil\.$/);
  expect(await marks(page)).toEqual(['a', 'z']);
  await page.reload();
  await page.locator('.cm-content').waitFor({ timeout: 30_000 });
  await page.waitForFunction(() => navigator.locks.query().then(({ held = [] }) => held.length === 0));
  expect(await resume(page).count()).toBe(0);
  await context.close();
}, 90_000);

test('a pause waits for an answer, over a reload too; what it asks is asked', async () => {
  const { page, context } = await site.open();
  await openLab(site, page);
  const pause = `  - id: tanya\n    type: ${CORE}.flow.Pause\n    onResume: [{id: jumlah, type: INT}]\n`;
  const tells = `  - {id: kata, type: ${CORE}.log.Log, message: "tanda n{{ outputs.tanya.onResume.jumlah }}."}\n`;
  await write(page, flow(`${mark('a')}${pause}${tells}`));
  await run(page);
  await said(page, /^Dijeda/);
  await page.reload();
  await resume(page).waitFor({ timeout: 30_000 });
  await resume(page).click();
  await page.locator('dialog.inputs input').fill('bukan');
  await page.locator('dialog.inputs button[type=submit]').click();
  await page.locator('dialog.inputs em[role=alert]').waitFor();
  await page.locator('dialog.inputs input').fill('7');
  await page.locator('dialog.inputs button[type=submit]').click();
  await said(page, /^Berhasil\.$/);
  expect(await marks(page)).toEqual(['a', 'n7']);
  await context.close();
}, 90_000);

test('what is left can be ended instead', async () => {
  const { page, context } = await site.open();
  await openLab(site, page);
  await write(page, flow(`  - {id: p, type: ${CORE}.flow.Pause}\n${mark('z')}`));
  await run(page);
  await said(page, /^Dijeda/);
  await page.reload();
  await page.getByRole('button', { name: 'Akhiri saja' }).click();
  await said(page, /^Dihentikan\.$/);
  await page.reload();
  await page.locator('.cm-content').waitFor({ timeout: 30_000 });
  expect(await resume(page).count()).toBe(0);
  await context.close();
}, 90_000);
