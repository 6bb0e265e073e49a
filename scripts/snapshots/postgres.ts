/**
 * Makes the archive from which an embedded Postgres boots in a fraction of a second, unless it is there already.
 *
 *     node scripts/snapshots/postgres.ts [FILE]
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { SNAPSHOT_FILE } from '#engine/hosts/node/postgres/embedded.ts';
import { becomeLearner } from '#engine/hosts/pglite/learner.ts';

export async function makePostgresSnapshot(out: string = SNAPSHOT_FILE): Promise<string> {
  if (existsSync(out)) return out;
  const pg = await PGlite.create();
  await becomeLearner(pg);
  await pg.exec('CHECKPOINT');
  const archive = await pg.dumpDataDir('gzip');
  await pg.close();
  await mkdir(dirname(out), { recursive: true });
  const half = `${out}.${process.pid}`;
  await writeFile(half, Buffer.from(await archive.arrayBuffer()));
  await rename(half, out);
  return out;
}

if (import.meta.main) console.log(await makePostgresSnapshot(process.argv[2]));
