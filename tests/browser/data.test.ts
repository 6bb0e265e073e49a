/** What the page keeps: asked by hand, fetched, erased, or not kept at all. The site must have been built. */
import { readFile } from 'node:fs/promises';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { flow, openLab, run, said, shell, sql, write } from './lab.ts';
import { openSite, type Site } from './page.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(4630);
}, 60_000);
afterAll(() => site?.close());

const dataTab = { name: 'Data (SQL)' };

test('the SQL box points at what is wrong and says why; several statements, all tables', async () => {
  const { page, context } = await site.open();
  await openLab(site, page);
  await page.getByRole('tab', dataTab).click();
  const box = page.locator('.query textarea');
  const ask = async (text: string) => {
    await box.fill(text);
    await page.getByRole('button', { name: 'Tanyakan' }).click();
  };
  await ask(
    'create schema gudang; create table gudang.stok (n int); create table kopi as select 7 as n; select n + 1 as lebih from kopi',
  );
  await page.getByRole('columnheader', { name: 'lebih' }).waitFor({ timeout: 60_000 });
  await page.locator('.tables').getByText('gudang.stok').waitFor();
  await page.locator('.tables').getByText('public.kopi').waitFor();
  await ask('select n\nfrom kopi\nwhere sala = 1');
  const fault = page.locator('.query .fault');
  await fault.getByText('SQL baris 3 kolom 7').waitFor();
  await fault.getByText('Kolom sala tidak ada di tabel itu.').waitFor();
  await fault.getByText('Pesan asli Postgres').click();
  await fault.getByText('ERROR: column "sala" does not exist').waitFor();
  await context.close();
}, 90_000);

test('a file that a task hands on is fetched whole', async () => {
  const { page, context } = await site.open();
  await openLab(site, page);
  await write(page, `${flow(shell('printf "satu\\ndua\\n" > hasil.csv'))}    outputFiles:\n      - hasil.csv\n`);
  await run(page);
  await said(page, /^Berhasil\.$/);
  await page.getByRole('tab', { name: 'Output' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /Unduh .*hasil\.csv/ }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/hasil\.csv$/);
  expect(await readFile(await file.path(), 'utf8')).toBe('satu\ndua\n');
  await context.close();
}, 90_000);

test('Mulai dari awal says what goes, erases it, and leaves the text', async () => {
  const { page, context } = await site.open();
  await openLab(site, page);
  await write(page, flow(sql('create table hilang as select 1 as n')));
  await run(page);
  await said(page, /^Berhasil\.$/);
  await page.getByRole('tab', dataTab).click();
  await page.locator('.tables').getByText('public.hilang').waitFor({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Mulai dari awal…' }).click();
  await page.getByText(/Semua tabel, berkas, riwayat eksekusi.*Tulisanmu di editor/).waitFor();
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Hapus dan mulai dari awal' }).click(),
  ]);
  await page.getByRole('button', { name: 'Petunjuk' }).click();
  await page.locator('.cm-content').getByText('create table hilang').waitFor({ timeout: 30_000 });
  await page.getByRole('tab', dataTab).click();
  await page.getByText('Belum ada tabel.').waitFor({ timeout: 60_000 });
  await context.close();
}, 120_000);

/** What a browser does in which a site may store nothing; in workers too. */
async function forbidStorage(context: BrowserContext): Promise<void> {
  await context.route(/_astro\/.*worker.*\.js/, async (route) => {
    const response = await route.fetch();
    const refusal =
      "Object.defineProperty(self, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } });";
    await route.fulfill({ response, body: `${refusal}\n${await response.text()}` });
  });
}

test('without storage the lab works and says that nothing is kept', async () => {
  const { page, context } = await site.open();
  await forbidStorage(context);
  await openLab(site, page);
  await page.getByText(/tidak mengizinkan halaman menyimpan data/).waitFor({ timeout: 20_000 });
  await write(page, flow(sql('create table sebentar as select 1 as n')));
  await run(page);
  await said(page, /^Berhasil\.$/);
  await page.getByRole('tab', dataTab).click();
  await page.locator('.tables').getByText('public.sebentar').waitFor({ timeout: 20_000 });
  await context.close();
}, 90_000);
