/**
 * Builds the site into `site/dist`: the large files of the engine beside it, then the pages, then a look at every link and address.
 * `--base /path/` puts it under a sub-path.
 */
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DUCKDB_ASSETS, POSTGRES_ASSETS, PYODIDE_LOADER, PYTHON_ASSETS } from '#engine/hosts/browser/assetNames.ts';
import { makePostgresSnapshot } from '../snapshots/postgres.ts';
import { makePythonSnapshot } from '../snapshots/python.ts';
import { duckdbFiles } from './duckdb.ts';
import { brokenAddresses } from './links.ts';

const ASSETS = 'site/public/assets';
const require = createRequire(import.meta.url);

/** The engine's large files, gzipped here and not by the server: what the page counts is then what is fetched. */
async function makeAssets(): Promise<void> {
  await rm(ASSETS, { recursive: true, force: true });
  await mkdir(ASSETS, { recursive: true });
  const put = async (name: string, content: Uint8Array) =>
    writeFile(
      join(ASSETS, name),
      name.endsWith('.gz') ? gzipSync(content, { level: content.length > 20e6 ? 6 : 9 }) : content,
    );
  const pglite = dirname(require.resolve('@electric-sql/pglite'));
  await put(POSTGRES_ASSETS.wasm, await readFile(join(pglite, 'pglite.wasm')));
  await put(POSTGRES_ASSETS.data, await readFile(join(pglite, 'pglite.data')));
  await copyFile(await makePostgresSnapshot(), join(ASSETS, POSTGRES_ASSETS.snapshot));
  const pyodide = dirname(require.resolve('pyodide/pyodide.mjs'));
  await put(PYTHON_ASSETS.wasm, await readFile(join(pyodide, 'pyodide.asm.wasm')));
  await put(PYTHON_ASSETS.glue, await readFile(join(pyodide, 'pyodide.asm.mjs')));
  await put(PYTHON_ASSETS.stdlib, await readFile(join(pyodide, 'python_stdlib.zip')));
  await put(PYTHON_ASSETS.lock, await readFile(join(pyodide, 'pyodide-lock.json')));
  await put(PYODIDE_LOADER, await readFile(join(pyodide, 'pyodide.mjs')));
  const duckdb = await duckdbFiles();
  await put(DUCKDB_ASSETS.wasm, duckdb.wasm);
  await put(DUCKDB_ASSETS.worker, duckdb.worker);
  const image = await makePythonSnapshot();
  if (image === undefined) await writeFile(join(ASSETS, PYTHON_ASSETS.image), '');
  else await copyFile(image, join(ASSETS, PYTHON_ASSETS.image));
}

export async function buildSite(base = '/'): Promise<void> {
  await makeAssets();
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
