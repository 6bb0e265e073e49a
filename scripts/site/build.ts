/**
 * Builds the site into `site/dist`: the large files of the engine beside it, then the pages, then a look at every link and address.
 * `--base /path/` puts it under a sub-path.
 */
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { SNAPSHOT_NAME } from '#engine/hosts/pglite/snapshot.ts';
import { PYTHON_SNAPSHOT_NAME } from '#engine/hosts/sandbox/python/image.ts';
import { makePostgresSnapshot } from '../snapshots/postgres.ts';
import { makePythonSnapshot } from '../snapshots/python.ts';
import { brokenAddresses } from './links.ts';

const ASSETS = 'site/public/assets';
const PYODIDE = ['pyodide.mjs', 'pyodide.asm.mjs', 'pyodide.asm.wasm', 'python_stdlib.zip', 'pyodide-lock.json'];

export async function buildSite(base = '/'): Promise<void> {
  await mkdir(join(ASSETS, 'pyodide'), { recursive: true });
  await copyFile(await makePostgresSnapshot(), join(ASSETS, SNAPSHOT_NAME));
  const image = await makePythonSnapshot();
  if (image !== undefined) await copyFile(image, join(ASSETS, PYTHON_SNAPSHOT_NAME));
  const pyodide = dirname(createRequire(import.meta.url).resolve('pyodide/pyodide.mjs'));
  for (const name of PYODIDE) await copyFile(join(pyodide, name), join(ASSETS, 'pyodide', name));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build', '--root', 'site'],
    {
      encoding: 'utf8',
      env: { ...process.env, ALUR_BASE: base, ASTRO_TELEMETRY_DISABLED: '1' },
    },
  );
  if (status !== 0) throw new Error(`Situs tidak bisa dibangun.\n${stdout}\n${stderr}`);
  const broken = await brokenAddresses('site/dist', base);
  if (broken.length > 0) throw new Error(`Alamat yang tidak ada:\n${broken.join('\n')}`);
}

if (import.meta.main) {
  const at = process.argv.indexOf('--base');
  const base = at < 0 ? '/' : (process.argv[at + 1] ?? '/');
  await buildSite(base.endsWith('/') ? base : `${base}/`);
  console.log('Situs siap di site/dist.');
}
