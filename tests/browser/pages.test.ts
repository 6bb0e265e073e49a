/** Every page: there, accessible in both themes and on a phone, nothing sideways, nothing from elsewhere. */
import { readdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite, type Site } from './page.ts';

const pages = readdirSync('site/dist', { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('index.html'))
  .map((name) => name.replace(/index\.html$/, '').replaceAll('\\', '/'))
  .sort();

let site: Site;
beforeAll(async () => {
  site = await openSite(4700);
}, 60_000);
afterAll(() => site?.close());

test('the sidebar shows the five chapters', async () => {
  const { page, context } = await site.open();
  await page.goto(`${site.url}01-pengantar/01-apa-itu-orkestrasi/`);
  for (const chapter of [
    '1 Pengantar orkestrasi',
    '2 Memulai',
    '3 Praktik ETL',
    '4 ELT di GCP',
    '5 AI untuk rekayasa data',
  ]) {
    await page.locator('nav.sidebar').getByText(chapter, { exact: true }).waitFor();
  }
  await context.close();
});

describe.each([
  ['light', 1440],
  ['dark', 390],
] as const)('%s, %i px', (colorScheme, width) => {
  test.each(pages)(
    '/%s',
    async (path) => {
      const { page, context, strays } = await site.open({ colorScheme, width });
      await page.goto(site.url + path);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
      ).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(strays).toEqual([]);
      await context.close();
    },
    60_000,
  );
});
