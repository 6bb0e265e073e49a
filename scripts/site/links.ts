/** Every address within the built pages leads somewhere, and none leads out unasked. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

const ADDRESS = /\s(?:href|src)="([^"]+)"/g;

/** `page: address`, one a line; empty when all is well. */
export async function brokenAddresses(folder: string, base: string): Promise<string[]> {
  const broken: string[] = [];
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('.html')) continue;
    const html = await readFile(join(folder, name), 'utf8');
    for (const [, address = ''] of html.matchAll(ADDRESS)) {
      if (/^(#|data:|mailto:)/.test(address)) continue;
      if (/^https?:/.test(address)) {
        if (/<(script|link|img)[^>]*="https?:/.test(html)) broken.push(`${name}: ${address}`);
        continue;
      }
      const path = new URL(address, `http://alur${base}${name.replaceAll('\\', '/')}`).pathname;
      if (!path.startsWith(base) || !(await leads(folder, path.slice(base.length)))) broken.push(`${name}: ${address}`);
    }
  }
  return broken;
}

async function leads(folder: string, address: string): Promise<boolean> {
  const path = decodeURIComponent(address.replace(/[?#].*$/, ''));
  const file = path === '' || path.endsWith('/') ? join(folder, path, 'index.html') : join(folder, path);
  return (await stat(file).catch(() => undefined))?.isFile() ?? false;
}
