/**
 * How soon the lab answers, in Chromium on this machine: from Jalankan to the input form, from its Jalankan to the first log line, and both
 * together, on a first visit (nothing kept) and on a second one. The site must have been built: `npm run -s site`.
 *
 *     node tests/bench/page.ts [ROUNDS]
 */
import { readdirSync, statSync } from 'node:fs';
import { flow, LAB, openLab, python, run, said, shell, sql, write } from '../browser/lab.ts';
import { openSite, type Site } from '../browser/page.ts';

/** Milliseconds, as the issue that asked for them has it. */
const LIMITS = { first: 6_000, second: 1_500 };

interface Times {
  form: number;
  line: number;
  end: number;
}

async function visit(page: Awaited<ReturnType<Site['open']>>['page'], address: string): Promise<Times> {
  await page.goto(address);
  const began = Date.now();
  await page.locator('[data-action="run"]').click();
  await page.locator('dialog.inputs[open]').waitFor();
  const form = Date.now();
  await page.locator('dialog.inputs button[type=submit]').click();
  const submitted = Date.now();
  await page.getByRole('tab', { name: 'Log', exact: true }).click();
  await page.locator('.log li').first().waitFor({ timeout: 60_000 });
  const line = Date.now();
  await page
    .locator('.lab-said')
    .filter({ hasText: /^Berhasil/ })
    .waitFor({ timeout: 120_000 });
  return { form: form - began, line: line - submitted, end: Date.now() - submitted };
}

const rounds = Number(process.argv[2] ?? 5);
const site = await openSite(4850);
const found: Record<'first' | 'second', Times[]> = { first: [], second: [] };
for (let round = 0; round < rounds; round++) {
  const { page, context } = await site.open({ width: 1440 });
  found.first.push(await visit(page, site.url + LAB));
  // Long enough for what was fetched to be put away.
  await page.waitForTimeout(500);
  found.second.push(await visit(page, site.url + LAB));
  await context.close();
}
const stops = await timesToStop();
await site.close();

/** From Hentikan to the word that it stopped, for what would never end. */
async function timesToStop(): Promise<string[]> {
  const endless = {
    shell: shell('while true; do true; done'),
    Python: python('while True: pass'),
    SQL: sql('select count(*) from generate_series(1, 1000000000000)'),
  };
  const { page, context } = await site.open();
  await openLab(site, page);
  const told: string[] = [];
  for (const [kind, task] of Object.entries(endless)) {
    await write(page, flow(task));
    await run(page);
    await page.locator('.tone.run').waitFor({ timeout: 60_000 });
    await page.waitForTimeout(3_000);
    const began = Date.now();
    await page.locator('[data-action="stop"]').click();
    await said(page, /^Dihentikan\.$/);
    told.push(`${kind} ${Date.now() - began} md`);
  }
  await context.close();
  return told;
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
for (const which of ['first', 'second'] as const) {
  const together = found[which].map(({ form, line }) => form + line);
  const [form, line, end] = (['form', 'line', 'end'] as const).map((key) =>
    median(found[which].map((one) => one[key])),
  );
  console.log(
    `${which === 'first' ? 'kunjungan pertama' : 'kunjungan kedua'}: Jalankan sampai formulir ${form} md, sampai baris log pertama ${line} md, ` +
      `bersama ${median(together)} md (terlama ${Math.max(...together)}, batas ${LIMITS[which]}); starter selesai ${end} md`,
  );
}
const sizes = readdirSync('site/dist/assets').map((name) => [name, statSync(`site/dist/assets/${name}`).size] as const);
const sum = (pattern: RegExp) =>
  (sizes.filter(([name]) => pattern.test(name)).reduce((all, [, size]) => all + size, 0) / 1e6).toFixed(1);
console.log(`Hentikan: ${stops.join(', ')} (batas 1000)`);
console.log(`berkas mesin: Postgres ${sum(/^(pglite|postgres)/)} MB, Python ${sum(/^(pyodide|python)/)} MB`);
