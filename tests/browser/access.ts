/** What everyone must be able to use: axe finds nothing, nothing scrolls sideways. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { flow, LAB, openLab, run, said, shell, sql, write } from './lab.ts';
import type { Site } from './page.ts';

export type Look = { colorScheme: 'light' | 'dark'; width: number };

/** axe's findings, a line each. */
export async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

export async function fits(page: Page): Promise<void> {
  const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(wide).toBeLessThanOrEqual(seen ?? 0);
}

async function good(page: Page, state: string): Promise<void> {
  expect({ state, found: await findings(page) }).toEqual({ state, found: [] });
  await fits(page);
}

const WRONG = flow(
  '  - id: a\n    type: io.kestra.plugin.core.log.Log\n    mesage: halo\n  - id: b\n    type: io.kestra.plugin.core.log.Lgo\n',
);

/** On a phone the rarer buttons stand behind Lainnya. */
async function press(page: Page, action: 'hint' | 'solution' | 'reset'): Promise<void> {
  const more = page.locator('.lab-actions .more');
  if (await more.isVisible()) await more.click();
  await page.locator(`[data-action="${action}"]`).click();
}

/**
 * The lab before, while and after it runs, with faults in its text and in its run; `thorough`: with each of its panels, and passed.
 */
export async function labIsAccessible(site: Site, { colorScheme, width }: Look, thorough: boolean): Promise<void> {
  const { page, context, strays } = await site.open({ colorScheme, width, height: width < 500 ? 844 : 900 });
  await page.goto(site.url + LAB);
  await good(page, 'before');
  await openLab(site, page);
  await run(page);
  await page.locator('dialog.inputs').waitFor();
  if (thorough) await good(page, 'inputs');
  await page.keyboard.press('Escape');
  await write(page, flow(shell('echo mulai\nwhile true; do true; done')));
  await run(page);
  await page.locator('.tone.run').waitFor({ timeout: 30_000 });
  await good(page, 'running');
  await page.locator('[data-action="stop"]').click();
  await said(page, /^Dihentikan\.$/);
  await write(page, flow(sql('select * from tidak_ada')));
  await run(page);
  await said(page, /^Gagal/);
  await page.locator('.cm-fault').waitFor();
  await good(page, 'failed');
  if (thorough) await panelsAreGood(page);
  await write(page, WRONG);
  await page.locator('.cm-fault .fault').nth(1).waitFor();
  await good(page, 'wrong');
  expect(strays).toEqual([]);
  if (width > 700) {
    await page.getByRole('button', { name: 'Mode lab' }).click();
    await page.locator('.lab-checks').waitFor();
    await good(page, 'mode lab');
  }
  await context.close();
}

async function panelsAreGood(page: Page): Promise<void> {
  for (const tab of ['Topologi', 'Log', 'Output', 'Data (SQL)', 'Pemeriksaan']) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await good(page, tab);
  }
  for (const action of ['hint', 'reset', 'solution'] as const) {
    await press(page, action);
    await good(page, action);
  }
  await page.getByRole('button', { name: 'Pakai solusi' }).click();
  await page.locator('[data-action="check"]').click();
  await said(page, /9 dari 9 lulus/, 120_000);
  await good(page, 'passed');
}
