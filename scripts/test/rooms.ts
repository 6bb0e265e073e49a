/**
 * Who may know whom, where dependency-cruiser does not look: imports in .mdx and .astro, type-only imports in .svelte and .ts, and the
 * addresses of workers. The site and the tests come in by the engine's doors.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|new URL\(\s*)['"]([^'"]+)['"]/g;
const DOOR = /^engine\/(index\.ts|(hosts\/[^/]+|check|server|remote)\/index\.ts)$/;
const PURE = /^engine\/(flow|expression|time|messages|ports)\//;

/** Which rooms a file must not reach into. */
function forbidden(from: string, to: string): string | undefined {
  if (!to.startsWith('engine/')) return undefined;
  if (from.startsWith('site/') && !DOOR.test(to)) return 'situs masuk lewat pintu';
  if (/^tests\/(browser|parity|cli)\//.test(from) && !DOOR.test(to)) return 'pengujian masuk lewat pintu';
  if (PURE.test(from) && /^engine\/(run|hosts|check|cli|server)\//.test(to) && !from.endsWith('.test.ts'))
    return 'ruang murni tidak mengenal yang menjalankan';
  if (from.startsWith('engine/plugins/') && /^engine\/(hosts|run|check|cli)\//.test(to) && !from.endsWith('.test.ts'))
    return 'plugin hanya mengenal port';
  if (from.startsWith('engine/check/judge/') && /^engine\/(run|hosts|plugins|cli)\//.test(to))
    return 'juri hanya membaca hasil';
  return undefined;
}

function targetOf(from: string, written: string): string | undefined {
  if (written.startsWith('#engine/')) return written.slice(1);
  return written.startsWith('.')
    ? normalize(join(dirname(from), written))
        .split(sep)
        .join('/')
    : undefined;
}

const files = ['engine', 'site/src', 'tests', 'scripts'].flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => `${folder}/${String(name).split(sep).join('/')}`)
    .filter((name) => /\.(ts|svelte|astro|mdx)$/.test(name)),
);
let looked = 0;
const wrong: string[] = [];
for (const from of files) {
  for (const [, written = ''] of readFileSync(from, 'utf8').matchAll(IMPORT)) {
    const to = targetOf(from, written);
    if (to === undefined) continue;
    looked++;
    const why = forbidden(from, to);
    if (why !== undefined) wrong.push(`${from} -> ${to}: ${why}`);
  }
}
for (const line of wrong) console.error(line);
if (looked < 100) console.error(`Hanya ${looked} impor yang terbaca: pemeriksaan ini sendiri rusak.`);
process.exit(wrong.length > 0 || looked < 100 ? 1 : 0);
