/** A browser on the built site. Chromium of the system, or the one that ships in a package. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type Served, serve } from '#engine/server/index.ts';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

export interface Site {
  url: string;
  /** A new page in a context of its own; every request that leaves the origin is kept in `strays`. */
  open(options?: {
    width?: number;
    height?: number;
    colorScheme?: 'light' | 'dark';
  }): Promise<{ page: Page; context: BrowserContext; strays: string[] }>;
  close(): Promise<void>;
}

export async function openSite(port: number): Promise<Site> {
  const served: Served = await serve('site/dist', { port });
  const browser: Browser = await launch();
  return {
    url: served.url,
    async open({ width = 1280, height = 900, colorScheme = 'light' } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      const strays: string[] = [];
      context.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(served.url) && !/^(data|blob):/.test(url)) strays.push(url);
      });
      return { page, context, strays };
    },
    async close() {
      await browser.close();
      await served.close();
    },
  };
}

async function launch(): Promise<Browser> {
  const known = [process.env.CHROMIUM ?? '', ...KNOWN].find((path) => path !== '' && existsSync(path));
  if (known !== undefined) return chromium.launch({ executablePath: known, args: ARGS });
  const packed = (await import('@sparticuz/chromium')).default;
  return chromium.launch({ executablePath: await packed.executablePath(), args: [...packed.args, ...ARGS] });
}
