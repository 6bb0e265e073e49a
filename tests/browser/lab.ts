/** The lab as a learner holds it: opened, written in, run. */
import type { Page } from 'playwright-core';
import type { Site } from './page.ts';

export const LAB = '03-etl/02-taksi-postgres/';

/** What the lab says in one line; waits for it. */
export const said = (page: Page, pattern: RegExp, timeout = 60_000) =>
  page.locator('.lab-said').filter({ hasText: pattern }).waitFor({ timeout });

export async function openLab(site: Site, page: Page): Promise<void> {
  await page.goto(site.url + LAB);
  await page.locator('[data-lab-editor]').click();
  await page.locator('.cm-content').waitFor({ timeout: 30_000 });
}

export async function write(page: Page, source: string): Promise<void> {
  await page.locator('.cm-line').first().click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(source);
}

export const run = (page: Page) => page.locator('[data-action="run"]').click();

export const flow = (tasks: string, head = '') => `id: coba\nnamespace: belajar\n${head}tasks:\n${tasks}`;

export const shell = (script: string) =>
  `  - id: a\n    type: io.kestra.plugin.scripts.shell.Script\n    script: |\n${script.replace(/^/gm, '      ')}\n`;

export const python = (script: string) => shell(script).replace('shell.Script', 'python.Script');

export const sql = (text: string) =>
  `  - id: a\n    type: io.kestra.plugin.jdbc.postgresql.Query\n    url: jdbc:postgresql://localhost:5432/ny_taxi\n    sql: ${text}\n`;

/** That the page is of use still. */
export async function livesOn(page: Page): Promise<void> {
  await write(page, flow('  - id: a\n    type: io.kestra.plugin.core.debug.Return\n    format: hidup\n'));
  await run(page);
  await said(page, /^Berhasil\.$/);
}
