/**
 * Gathers what the terminal program and the site need at run time, and nothing else: the engine's sources, the labs, the built site, the
 * snapshots, and of the packages those that the engine imports, with what they need (by the lock file).
 *
 *     node scripts/docker/runtime.ts OUT
 */
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

interface LockEntry {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

const OTHERS = ['alur', 'package.json', 'LICENSE', 'README.md', 'labs', 'site/dist', 'scripts/docker/import-flows.mjs'];
/** Never read at run time, and together a fifth of it all. */
const IDLE =
  /\.(map|md|d\.[cm]?ts)$|-debug\.(js|wasm)$|\/sqljs[\w-]*\.zip$|\/sql-(asm|wasm-browser|wasm-inline)[\w-]*\.(js|wasm)$|^node_modules\/@types\/|^node_modules\/.*\/tests?\/|^node_modules\/just-bash\/dist\/bin\//;
/** The page's side of the engine needs none of its packages here: they are in the built site. */
const isRuntime = (path: string) =>
  path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.includes(`${sep}hosts${sep}browser${sep}`);
const LARGE = 256 * 1024;
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*)'([^'.#/][^']*)'/g;

/** `@noble/hashes/sha2.js` is of the package `@noble/hashes`. */
const packageOf = (specifier: string): string => {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
};

async function engineFiles(): Promise<string[]> {
  return (await readdir('engine', { recursive: true })).map((name) => join('engine', name)).filter(isRuntime);
}

async function imported(files: readonly string[]): Promise<Set<string>> {
  const names = new Set<string>();
  for (const file of files)
    for (const [, specifier = ''] of (await readFile(file, 'utf8')).matchAll(IMPORT))
      if (!specifier.startsWith('node:')) names.add(packageOf(specifier));
  return names;
}

/** Where Node finds `name` from a package at `at`: its own node_modules first, then those around it. */
function resolve(packages: Record<string, LockEntry>, at: string, name: string): string | undefined {
  for (let around = at; ; around = around.slice(0, Math.max(0, around.lastIndexOf('node_modules/') - 1))) {
    const place = around === '' ? `node_modules/${name}` : `${around}/node_modules/${name}`;
    if (place in packages) return place;
    if (around === '') return undefined;
  }
}

function closure(packages: Record<string, LockEntry>, roots: Iterable<string>): Set<string> {
  const found = new Set<string>();
  const visit = (at: string, name: string) => {
    const place = resolve(packages, at, name);
    if (place === undefined || found.has(place)) return;
    found.add(place);
    const { dependencies, optionalDependencies, peerDependencies } = packages[place] ?? {};
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
      visit(place, next);
  };
  for (const name of roots) visit('', name);
  return found;
}

/** The page and the terminal have Postgres and Python twice, to the byte: the second copy becomes a link. */
async function linkTwins(folder: string): Promise<void> {
  const seen = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || (await stat(path)).size < LARGE) continue;
    const hash = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
    const twin = seen.get(hash);
    if (twin === undefined) seen.set(hash, path);
    else {
      await rm(path);
      await symlink(relative(dirname(path), twin), path);
    }
  }
}

const out = process.argv[2];
if (out === undefined) throw new Error('node scripts/docker/runtime.ts OUT');
const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as { packages: Record<string, LockEntry> };
const files = await engineFiles();
const places = closure(packages, await imported(files));
await mkdir(out, { recursive: true });
for (const path of [...files, ...OTHERS]) await cp(path, join(out, path), { recursive: true });
for (const place of [...places].sort()) {
  const nested = `${place}/node_modules/`;
  await cp(place, join(out, place), {
    recursive: true,
    filter: (source) => !source.startsWith(nested) && !IDLE.test(source),
  }).catch((error: NodeJS.ErrnoException) => {
    // an optional package of another system
    if (error.code !== 'ENOENT') throw error;
  });
}
// The snapshots stand in the site already.
await symlink('site/dist/assets', join(out, '.cache'));
await linkTwins(out);
console.log(`${files.length} berkas mesin dan ${places.size} paket di ${out}.`);
