import { chromium } from 'playwright-core';
import { serve } from './site/serve.ts';

const s = await serve('site/dist', { port: 4510 });
const b = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const p = await (await b.newContext({ viewport: { width: 1440, height: 1100 } })).newPage();
p.on('console', (m) => console.log('console', m.text().slice(0, 500)));
p.on('pageerror', (e) => console.log('pageerror', e.message));
p.on('requestfailed', (r) => console.log('failed', r.url(), r.failure()?.errorText));
p.on('response', (r) => r.status() >= 400 && console.log(r.status(), r.url()));
await p.goto(`${s.url}03-etl/02-taksi-postgres/`);
await p.getByRole('button', { name: 'Petunjuk' }).click();
await p.locator('.cm-content').waitFor();
await p.locator('.cm-content').click();
await p.keyboard.press('Control+a');
await p.keyboard.insertText(
  'id: coba\nnamespace: belajar\ntasks:\n  - id: a\n    type: io.kestra.plugin.scripts.python.Script\n    script: print(6*7)\n',
);
await p.getByRole('button', { name: /Jalankan/ }).click();
await p.waitForTimeout(9000);
console.log(
  await p.locator('.lab-said').textContent(),
  await p
    .locator('.lab-broken')
    .textContent({ timeout: 500 })
    .catch(() => ''),
);
await p.getByRole('tab', { name: 'Log', exact: true }).click();
await p.waitForTimeout(300);
console.log((await p.locator('.results').innerText()).slice(0, 1500));
const r = await p.locator('.cm-content').innerText();
console.log(r);
await b.close();
await s.close();
