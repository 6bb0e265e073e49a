/**
 * Makes the memory image from which Pyodide starts in a fraction of a second, unless it is there already. Pyodide's way to do so is
 * private: where it fails, Python boots plainly, some seconds slower.
 *
 *     node scripts/snapshots/python.ts [FILE]
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadPyodide } from 'pyodide';
import { PYTHON_SNAPSHOT_FILE } from '#engine/hosts/node/scripts/snapshot.ts';

/** What its private door looks like (pyodide 314). */
interface Snapshooting {
  makeMemorySnapshot(): Uint8Array;
}

/** The file; nothing where this Pyodide can't make one. */
export async function makePythonSnapshot(out: string = PYTHON_SNAPSHOT_FILE): Promise<string | undefined> {
  if (existsSync(out)) return out;
  const indexURL = `${dirname(createRequire(import.meta.url).resolve('pyodide/pyodide.mjs'))}/`;
  try {
    const pyodide: unknown = await loadPyodide({ indexURL, ...{ _makeSnapshot: true } });
    const image = (pyodide as Snapshooting).makeMemorySnapshot();
    await mkdir(dirname(out), { recursive: true });
    const half = `${out}.${process.pid}`;
    await writeFile(half, gzipSync(image, { level: 6 }));
    await rename(half, out);
    return out;
  } catch (error) {
    console.error(`Python akan mulai lebih lambat: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

if (import.meta.main) console.log((await makePythonSnapshot(process.argv[2])) ?? 'tidak dibuat');
