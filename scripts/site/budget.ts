/**
 * What a lab page costs before anything runs: HTML, CSS and JavaScript that a browser fetches by itself, gzipped; fonts apart.
 * Fails over the budget.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const FOLDER = 'site/dist';
const PAGE = '03-etl/02-taksi-postgres/index.html';
const KIB = 1024;
const MOST = { all: 60 * KIB, script: 30 * KIB, fonts: 30 * KIB };

const html = await readFile(join(FOLDER, PAGE), 'utf8');
const read = (address: string) => readFile(join(FOLDER, address.replace(/^\//, '')));
const zipped = (content: Uint8Array | string): number => gzipSync(content, { level: 9 }).length;

const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"(?![^>]*media="print")/g)].flatMap(
  ([, address]) => address ?? [],
);
const scripts = await withImports(
  [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].flatMap(([, address]) => address ?? []),
);
const sheets = await Promise.all(styles.map(read));
const fonts = [
  ...new Set(
    sheets.flatMap((sheet) =>
      [...sheet.toString().matchAll(/url\(["']?([^"')]+\.woff2)/g)].flatMap(([, address]) => address ?? []),
    ),
  ),
];

const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);
const script = sum(await Promise.all(scripts.map(async (address) => zipped(await read(address)))));
const css = sum(sheets.map((sheet) => zipped(sheet)));
const all = zipped(html) + css + script;
const font = sum(
  await Promise.all(
    fonts.map(async (address) => (await read(address.startsWith('/') ? address : `/_astro/${address}`)).length),
  ),
);

const kib = (size: number) => `${(size / KIB).toFixed(1)} KiB`;
console.log(
  `Halaman lab: ${kib(all)} (HTML ${kib(zipped(html))}, CSS ${kib(css)}, JavaScript ${kib(script)}), huruf ${kib(font)}`,
);
const over = [
  all > MOST.all && `semuanya lebih dari ${kib(MOST.all)}`,
  script > MOST.script && `JavaScript lebih dari ${kib(MOST.script)}`,
  font > MOST.fonts && `huruf lebih dari ${kib(MOST.fonts)}`,
].filter(Boolean);
if (over.length > 0) throw new Error(over.join('; '));

/** A script's static imports are fetched with it. */
async function withImports(first: string[]): Promise<string[]> {
  const found = new Set(first);
  for (const address of found) {
    const text = (await read(address)).toString();
    for (const [, next] of text.matchAll(/(?:from|import)\s*["'](\.\/[^"']+\.js)["']/g)) {
      if (next) found.add(address.replace(/[^/]+$/, '') + next.slice(2));
    }
  }
  return [...found];
}
