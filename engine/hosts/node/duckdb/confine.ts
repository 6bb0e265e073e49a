/**
 * Root may write to files that are marked read-only. The processes of DuckDB, which read stored files in place, give that right up before
 * they start: `setpriv` of Linux takes it from them. An ordinary user never had it.
 */
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const WITHOUT_RIGHTS = ['--bounding-set=-all', '--inh-caps=-all', '--no-new-privs'];

export interface Start {
  execPath: string;
  execArgv: string[];
}

/** How to start Node so that permissions hold for it: for root by `setpriv`, where that can be had and `paths` can still be read. */
export function confinedNode(execArgv: string[], paths: readonly string[]): Start {
  const plain = { execPath: process.execPath, execArgv };
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return plain;
  const library = dirname(fileURLToPath(import.meta.resolve('@duckdb/node-api')));
  const readable = [process.execPath, library, ...paths].flatMap((path) => ['-r', path, '-a']).slice(0, -1);
  const tried = spawnSync('setpriv', [...WITHOUT_RIGHTS, 'test', ...readable], { stdio: 'ignore', timeout: 2000 });
  if (tried.status !== 0) return plain;
  return { execPath: 'setpriv', execArgv: [...WITHOUT_RIGHTS, process.execPath, ...execArgv] };
}
