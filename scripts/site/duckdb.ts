/** The files of the page's DuckDB: its program, and its worker with the network taken away. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { DUCKDB_ASSETS } from '#engine/hosts/browser/assetNames.ts';

/**
 * Stands before DuckDB's own code. What it would load from the network (extensions, files by address) fails at once and is said,
 * where it would else hang without one; only the program that the page hands over as a blob is fetched.
 */
const CLOSED = `(() => {
  const fetchOwn = self.fetch.bind(self);
  const refusal = () => new Error('network access is switched off for DuckDB in this page');
  self.fetch = (input, init) => String(input?.url ?? input).startsWith('blob:') ? fetchOwn(input, init) : Promise.reject(refusal());
  self.XMLHttpRequest = class { open() { throw refusal(); } };
  for (const name of ['WebSocket', 'EventSource', 'WebTransport', 'indexedDB', 'caches']) {
    Object.defineProperty(self, name, { value: undefined });
  }
})();
`;

/** By name; not packed yet. */
export async function duckdbFiles(): Promise<Record<keyof typeof DUCKDB_ASSETS, Uint8Array>> {
  const from = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  const worker = await readFile(join(from, 'duckdb-browser-eh.worker.js'), 'utf8');
  return {
    wasm: await readFile(join(from, 'duckdb-eh.wasm')),
    worker: Buffer.from(CLOSED + worker.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n')),
  };
}
