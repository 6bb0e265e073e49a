/** The engine's worker of the built site, spoken to from a test: the very worker that the lab uses, without the lab's page. */
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Site } from './page.ts';

/** A function that the other side calls back; what it is told is thrown away. */
export const LISTENER = 'PROXY';

/** Opens the engine on a page of the site; answers how to call it. */
export async function openEngine(page: Page, site: Site, path = '') {
  await page.goto(`${site.url}${path}`);
  const worker = readdirSync('site/dist/_astro').find((name) => /^engine\.worker-.*\.js$/.test(name));
  await page.evaluate(speak, { address: `${site.url}_astro/${worker}`, listener: LISTENER });
  const call = <T>(name: string, ...values: unknown[]): Promise<T> =>
    page.evaluate(([method, rest]) => Reflect.get(globalThis, 'alurCall')(method, ...rest), [name, values] as const);
  await call('open', `${site.url}assets/`, LISTENER);
  return call;
}

/** Runs in the page: comlink's own protocol, spoken by hand. */
function speak({ address, listener }: { address: string; listener: string }): void {
  const made = new Worker(address, { type: 'module' });
  let next = 0;
  const call = (path: string, ...values: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      next += 1;
      const number = String(next);
      const onMessage = ({ data }: MessageEvent) => {
        if (data.id !== number) return;
        made.removeEventListener('message', onMessage);
        if (data.type === 'HANDLER' && data.name === 'throw') reject(new Error(JSON.stringify(data.value)));
        else resolve(data.value);
      };
      made.addEventListener('message', onMessage);
      const transfer: Transferable[] = [];
      const argumentList = values.map((value) => {
        if (value !== listener) return { type: 'RAW', value };
        const { port1, port2 } = new MessageChannel();
        port1.start();
        port1.addEventListener('message', ({ data }) =>
          port1.postMessage({ id: data.id, type: 'RAW', value: undefined }),
        );
        transfer.push(port2);
        return { type: 'HANDLER', name: 'proxy', value: port2 };
      });
      made.postMessage({ id: number, type: 'APPLY', path: [path], argumentList }, transfer);
    });
  Reflect.set(globalThis, 'alurCall', call);
}
