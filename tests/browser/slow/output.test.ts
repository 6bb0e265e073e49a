/** A hundred megabytes of output from a script: the page lives, the log is cut with a word, memory stays bounded. Prints what it took. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { flow, livesOn, openLab, python, run, shell, write } from '../lab.ts';
import { openSite, type Site } from '../page.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite(4780);
}, 60_000);
afterAll(() => site?.close());

const LINES = 1_000_000;
const LINE = 'x'.repeat(99);
const scripts = {
  python: python(`for i in range(${LINES}): print("${LINE}")`),
  shell: shell(`seq 1 ${LINES} | sed 's/.*/${LINE}/'`),
};

test.each(Object.entries(scripts))(
  '%s',
  async (kind, task) => {
    const { page, context } = await site.open();
    await openLab(site, page);
    await write(page, flow(task));
    const before = memory();
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, memory());
    }, 250);
    const began = Date.now();
    await run(page);
    await page
      .locator('.lab-said')
      .filter({ hasText: /^(Berhasil|Gagal)/ })
      .waitFor({ timeout: 280_000 });
    clearInterval(watch);
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(
      `${kind}: 100 MB dalam ${seconds} dtk, memori peramban naik paling banyak ${Math.round((most - before) / 1024)} MB`,
    );
    expect(await page.locator('.lab-said').textContent()).toMatch(/^Berhasil/);
    await page.getByRole('tab', { name: 'Log', exact: true }).click();
    await page
      .locator('.log')
      .getByText(/tidak dicatat|tidak disimpan/)
      .first()
      .waitFor({ timeout: 30_000 });
    await livesOn(page);
    await context.close();
  },
  300_000,
);

/** KiB that all processes below this one hold: Chromium is our child. */
function memory(): number {
  const parents = new Map<number, number>();
  const sizes = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
      sizes.set(Number(name), Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0));
    } catch {
      // it ended meanwhile
    }
  }
  const isOurs = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent === process.pid || (parent !== undefined && parent > 1 && isOurs(parent));
  };
  return [...sizes].reduce((sum, [pid, size]) => sum + (isOurs(pid) ? size : 0), 0);
}
