/** The lab in a real browser, as a learner uses it. The site must have been built. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite, type Site } from './page.ts';

const LAB = '03-etl/02-taksi-postgres/';
let site: Site;

beforeAll(async () => {
  site = await openSite(4600);
}, 60_000);
afterAll(() => site?.close());

const said = (page: Page, pattern: RegExp) =>
  page.locator('.lab-said').filter({ hasText: pattern }).waitFor({ timeout: 60_000 });

async function openLab(page: Page): Promise<void> {
  await page.goto(site.url + LAB);
  await page.getByRole('button', { name: 'Petunjuk' }).click();
  await page.locator('.cm-content').waitFor({ timeout: 20_000 });
}

async function write(page: Page, source: string): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(source);
}

const flow = (tasks: string) => `id: coba\nnamespace: belajar\ntasks:\n${tasks}`;

describe('the lab', () => {
  test('runs the starter, shows states, log, tables; grades it; the solution passes', async () => {
    const { page, context, strays } = await site.open();
    await page.goto(site.url + LAB);
    await page.getByRole('button', { name: /Jalankan/ }).click();
    await page.locator('dialog.inputs select').first().waitFor({ timeout: 20_000 });
    await page.keyboard.press('Enter');
    await page
      .locator('dialog.inputs button[type=submit]')
      .click({ timeout: 2_000 })
      .catch(() => undefined);
    await said(page, /Berhasil/);
    await page.getByRole('tab', { name: 'Log', exact: true }).click();
    await page.locator('.log').getByText('data contoh').first().waitFor();
    expect(await page.locator('.log').getByText('data contoh').count()).toBe(1);
    await page.getByRole('tab', { name: 'Data (SQL)' }).click();
    await page.locator('.tables').getByText('public.green_tripdata_staging').waitFor({ timeout: 20_000 });
    await page.getByRole('button', { name: 'Periksa' }).click();
    await said(page, /dari 9 lulus/);
    expect(await page.locator('.lab-said').textContent()).not.toContain('9 dari 9');
    expect(await page.locator('.checks .advice').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Lihat solusi' }).click();
    await page.getByRole('button', { name: 'Pakai solusi' }).click();
    await page.getByRole('button', { name: 'Periksa lagi' }).click();
    await said(page, /9 dari 9 lulus/);
    expect(strays).toEqual([]);
    await page.reload();
    await page.getByRole('button', { name: 'Petunjuk' }).click();
    await page.locator('.cm-content').waitFor();
    expect(await page.locator('.cm-content').textContent()).toContain('taksi_postgres');
    await context.close();
  }, 180_000);

  test('underlines an error where it is and mends it', async () => {
    const { page, context } = await site.open();
    await openLab(page);
    await write(page, flow('  - id: a\n    type: io.kestra.plugin.core.log.Log\n    mesage: halo\n'));
    await page.locator('.cm-fault').getByText('Baris 6: properti tidak dikenal').waitFor();
    await page.locator('.cm-lintRange-error').first().waitFor();
    await page.getByRole('alert').getByText('Baris 6').waitFor();
    await page.getByRole('button', { name: 'Terapkan perbaikan' }).click();
    await page.locator('.fault').waitFor({ state: 'detached' });
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+Enter');
    await said(page, /^Berhasil\.$/);
    await page.reload();
    await page.getByRole('button', { name: 'Petunjuk' }).click();
    await page.locator('.cm-content').getByText('message: halo').waitFor();
    await context.close();
  }, 60_000);

  const endless = {
    shell: '  - id: a\n    type: io.kestra.plugin.scripts.shell.Script\n    script: while true; do true; done\n',
    sql: '  - id: a\n    type: io.kestra.plugin.jdbc.postgresql.Query\n    url: jdbc:postgresql://localhost:5432/ny_taxi\n    sql: select count(*) from generate_series(1, 1000000000000)\n',
    python: '  - id: a\n    type: io.kestra.plugin.scripts.python.Script\n    script: |\n      while True: pass\n',
  };
  for (const [kind, task] of Object.entries(endless)) {
    test(`Hentikan ends an endless ${kind} within a second, and the page lives on`, async () => {
      const { page, context } = await site.open();
      await openLab(page);
      await write(page, flow(task));
      await page.getByRole('button', { name: /Jalankan/ }).click();
      await page.getByRole('tab', { name: 'Partitur' }).click();
      await page.locator('.tone.run').waitFor({ timeout: 30_000 });
      await page.waitForTimeout(2_500);
      const began = Date.now();
      await page.getByRole('button', { name: 'Hentikan' }).click();
      await said(page, /^Dihentikan\.$/);
      const took = Date.now() - began;
      console.log(`${kind}: dihentikan dalam ${took} md`);
      await write(
        page,
        flow(
          '  - id: a\n    type: io.kestra.plugin.jdbc.postgresql.Query\n    url: jdbc:postgresql://localhost:5432/ny_taxi\n    sql: select 1\n',
        ),
      );
      await page.getByRole('button', { name: /Jalankan/ }).click();
      await said(page, /^Berhasil\.$/);
      await context.close();
    }, 120_000);
  }
});
