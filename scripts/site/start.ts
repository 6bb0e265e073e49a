/** `npm start`: builds what is not there or out of date, serves it, says where. Needs nothing of what only the tests need. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { serve } from '#engine/server/index.ts';
import { buildSite } from './build.ts';

const SOURCES = ['engine', 'labs', 'site/src', 'site/astro.config.ts', 'scripts/site', 'package-lock.json'];
const STAMP = 'site/dist/.stamp';

/** Changes with every file that the site is made of. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const entry = await stat(source);
    const files = entry.isFile()
      ? [source]
      : (await readdir(source, { recursive: true })).map((name) => join(source, name)).sort();
    for (const file of files) {
      const { mtimeMs, size, isFile } = { ...(await stat(file)), isFile: (await stat(file)).isFile() };
      if (isFile) hash.update(`${file}:${size}:${Math.round(mtimeMs)}\n`);
    }
  }
  return hash.digest('hex');
}

const now = await fingerprint();
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== now) {
  console.log('Menyiapkan situs…');
  await buildSite();
  writeFileSync(STAMP, now);
}
const port = Number(process.env.PORT ?? 4321);
const served = await serve('site/dist', {
  port,
  taken: (at) => console.log(`Port ${at} sudah dipakai, mencoba ${at + 1}.`),
});
console.log(`Alur siap di ${served.url}\nTekan Ctrl+C untuk berhenti.`);
process.once('SIGINT', () => void served.close().then(() => process.exit(0)));
process.once('SIGTERM', () => void served.close().then(() => process.exit(0)));
