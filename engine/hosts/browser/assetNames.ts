/** What the large files of the page's engine are called, below its assets. A new version has a new name: none is ever mixed with an old one. */
import { SNAPSHOT_NAME } from '../pglite/snapshot.ts';
import { PYTHON_SNAPSHOT_NAME } from '../sandbox/python/image.ts';

export const POSTGRES_ASSETS = {
  wasm: 'pglite-0.5.16.wasm.gz',
  data: 'pglite-0.5.16.data.gz',
  snapshot: SNAPSHOT_NAME,
} as const;

export const PYTHON_ASSETS = {
  wasm: 'pyodide-314.0.7.wasm.gz',
  glue: 'pyodide-314.0.7.asm.mjs.gz',
  stdlib: 'pyodide-314.0.7.stdlib.zip',
  lock: 'pyodide-314.0.7.lock.json.gz',
  image: PYTHON_SNAPSHOT_NAME,
} as const;

/** Imported as it is, not counted: 15 KB. */
export const PYODIDE_LOADER = 'pyodide-314.0.7.mjs';

export const DUCKDB_ASSETS = { wasm: 'duckdb-1.32.0-eh.wasm.gz', worker: 'duckdb-1.32.0.worker.js.gz' } as const;
