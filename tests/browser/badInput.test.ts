/** Bad input of every kind, in the page: a card in Indonesian that names the cause, and the page lives on. The site must have been built. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { flow, livesOn, openLab, python, run, said, shell, sql, write } from './lab.ts';
import { openSite, type Site } from './page.ts';

let site: Site;
let page: Page;
let context: BrowserContext;
let strays: string[];

beforeAll(async () => {
  site = await openSite(4650);
  ({ page, context, strays } = await site.open());
  await openLab(site, page);
}, 90_000);
afterAll(async () => {
  await context?.close();
  await site?.close();
});

describe('a text that is no flow is refused under its line, and not run', () => {
  test.each([
    ['broken YAML', 'id: coba\nnamespace: belajar\ntasks:\n  - id: a\n   type: x\n', /tidak bisa dibaca/, /Sebab/],
    ['a tab', 'id: coba\n\tnamespace: belajar\n', /tidak bisa dibaca/, /Sebab/],
    ['nothing', '', /./, /kosong/],
    ['a list', '- a\n- b\n', /bentuknya/, /map/],
    ['nonsense', 'halo, apa kabar?', /bentuknya/, /map/],
    ['no tasks', 'id: coba\nnamespace: belajar\n', /belum ditulis|tidak cocok/, /tasks/],
  ])('%s', async (_, source, title, cause) => {
    await write(page, source || ' ');
    const card = page.locator('.cm-fault .fault').first();
    await card.filter({ hasText: title }).filter({ hasText: cause }).waitFor({ timeout: 10_000 });
    await run(page);
    await said(page, /^Flow belum bisa dijalankan\. Baris \d+: /);
  });

  test('several at once: each has its card, and the count leads from one to the next', async () => {
    const bad = (id: string) => `  - id: ${id}\n    type: io.kestra.plugin.core.log.Log\n    mesage: halo\n`;
    await write(page, flow(['a', 'b', 'c', 'd', 'e'].map(bad).join('')));
    await page.getByRole('button', { name: /masalah$/ }).click();
    await page.locator('.cm-fault').first().waitFor();
    expect(
      Number(/\d+/.exec((await page.getByRole('button', { name: /masalah$/ }).textContent()) ?? '')?.[0]),
    ).toBeGreaterThanOrEqual(5);
  });

  test('and after all that the page lives on', () => livesOn(page));
});

const download = (uri: string) => `  - id: a\n    type: io.kestra.plugin.core.http.Download\n    uri: ${uri}\n`;
const DATA = 'https://github.com/DataTalksClub/nyc-tlc-data/releases/download/green';

describe('a run that fails says why in a card, with the raw message one click away', () => {
  const cases: [string, string, RegExp, string][] = [
    [
      'an address that does not answer',
      download('https://tidak-ada.example/data.csv'),
      /internet|tidak menjawab/,
      'Pesan asli Kestra',
    ],
    [
      'a month that is not there',
      download(`${DATA}/green_tripdata_2031-01.csv.gz`),
      /404|bulannya|tidak ada di sana/,
      'Pesan asli Kestra',
    ],
    [
      'an archive cut short',
      shell(
        `set -e\nwget -qO- ${DATA}/green_tripdata_2019-01.csv.gz | head -c 2000 > potong.csv.gz\ngunzip potong.csv.gz`,
      ),
      /terpotong/,
      'Pesan asli shell',
    ],
    [
      'SQL on a table that is not there',
      sql('select * from tidak_ada'),
      /Tabel tidak_ada tidak ada|tidak_ada/,
      'Pesan asli Postgres',
    ],
    ['SQL that is none', sql('selek 1'), /Penulisan SQL-nya/, 'Pesan asli Postgres'],
    [
      'a CSV that lacks a column',
      `  - id: siapkan
    type: io.kestra.plugin.scripts.shell.Script
    outputFiles: ["*.csv"]
    script: printf 'a,b\\n1,2\\n' > data.csv
  - id: tabel
    type: io.kestra.plugin.jdbc.postgresql.Queries
    url: jdbc:postgresql://localhost:5432/ny_taxi
    sql: drop table if exists kurang; create table kurang (a int, b int, c int);
  - id: salin
    type: io.kestra.plugin.jdbc.postgresql.CopyIn
    url: jdbc:postgresql://localhost:5432/ny_taxi
    from: "{{ outputs.siapkan.outputFiles['data.csv'] }}"
    table: kurang
    format: CSV
    header: true
`,
      /kolom/,
      'Pesan asli Postgres',
    ],
    ['a script that ends badly', shell('echo sebelum\nexit 3'), /3/, 'Pesan asli shell'],
    ['a name that Python does not know', python('print(tidak_ada)'), /`?tidak_ada`? belum dibuat/, 'Pesan asli Python'],
    [
      'an output that is not there',
      "  - id: a\n    type: io.kestra.plugin.core.debug.Return\n    format: \"{{ outputs['x' ~ 'y'].z }}\"\n",
      /./,
      'Pesan asli Kestra',
    ],
  ];
  test.each(cases)(
    '%s',
    async (_, tasks, cause, raw) => {
      await write(page, flow(tasks));
      await run(page);
      await said(page, /^Gagal\. Task \w+ gagal: /);
      const card = page.locator('.lab-results > .fault').first();
      await card.waitFor();
      expect(await card.locator('dd').first().textContent()).toMatch(cause);
      expect(await card.locator('.raw pre').isVisible()).toBe(false);
      await card.getByText(raw).click();
      expect(((await card.locator('.raw pre').textContent()) ?? '').length).toBeGreaterThan(3);
      await page.locator('.cm-fault .fault').first().waitFor();
      await livesOn(page);
      expect(await page.locator('.lab-results > .fault').count()).toBe(0);
    },
    90_000,
  );
});

test('an input that is missing, or wrong, is said at its field; nothing was started', async () => {
  const inputs =
    'inputs:\n  - id: nama\n    type: STRING\n    validator: "[a-z]+"\n  - id: jumlah\n    type: INT\n    min: 1\n';
  await write(
    page,
    flow(
      '  - id: a\n    type: io.kestra.plugin.core.log.Log\n    message: "{{ inputs.nama }} {{ inputs.jumlah }}"\n',
      inputs,
    ),
  );
  await run(page);
  const dialog = page.locator('dialog.inputs');
  await dialog.waitFor();
  await dialog.locator('input').nth(1).fill('nol');
  await dialog.locator('button[type=submit]').click();
  await dialog.locator('.wrong').nth(1).waitFor();
  expect(await dialog.locator('.wrong em').allTextContents()).toHaveLength(2);
  await dialog.locator('input').first().fill('budi');
  await dialog.locator('input').nth(1).fill('3');
  await dialog.locator('button[type=submit]').click();
  await said(page, /^Berhasil\.$/);
}, 60_000);

test('nothing of all this asked another origin', () => {
  expect(strays).toEqual([]);
});
