/** Loading taxi rows: through a flow against psql on the same real server, and against PGlite's own COPY. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openAsBlob, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { SNAPSHOT_FILE } from '#engine/hosts/node/postgres/embedded.ts';
import { type Cluster, startCluster } from '#engine/hosts/node/postgres/testing.ts';
import { copyFlow, copySql, createCopier, taxiFlow, taxiMerge, taxiTables, taxiUpdate } from './copy.ts';
import type { Figure } from './engine.ts';
import { type Pair, pair } from './pairs.ts';
import { writeTaxiFile } from './taxi.ts';

const MILLION = 1_000_000;
const FEW = 200_000;

export interface Measured {
  pairs: Pair[];
  figures: Figure[];
  /** What could not be measured here, and why. */
  left: string[];
}

export async function benchPostgres(big: boolean): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'alur-ukur-'));
  const million = join(folder, 'juta.csv');
  const few = join(folder, 'sedikit.csv');
  await writeTaxiFile(million, MILLION);
  await writeTaxiFile(few, FEW);
  const cluster = await startCluster();
  try {
    const embedded = await copyEmbedded(folder, million);
    if (!cluster) {
      return {
        pairs: [embedded],
        figures: [],
        left: ['Postgres sungguhan tidak terpasang di mesin ini (paket `postgresql`).'],
      };
    }
    const pairs = [await copyReal(cluster, folder, million), await taxiReal(cluster, folder, few), embedded];
    const figures = [memory(cluster, million, MILLION)];
    if (big) {
      const five = join(folder, 'lima-juta.csv');
      await writeTaxiFile(five, 5 * MILLION);
      figures.push(memory(cluster, five, 5 * MILLION));
      pairs.push(await copyReal(cluster, folder, five, 5 * MILLION));
    }
    return { pairs, figures, left: [] };
  } finally {
    cluster?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const fresh = (cluster: Cluster) => () =>
  cluster.psql('DROP TABLE IF EXISTS trips, staging', ...taxiTables, 'CHECKPOINT');
const psqlCopy = (file: string) => `\\copy ${copySql.replace('FROM STDIN', `FROM '${file}'`)}`;
const rows = (count: number) => count.toLocaleString('id');

async function copyReal(cluster: Cluster, folder: string, file: string, count = MILLION): Promise<Pair> {
  const copier = await createCopier(join(folder, `salin-${count}`), file, cluster.url, copyFlow);
  try {
    return await pair(
      `CopyIn ${rows(count)} baris taksi ke Postgres`,
      `psql \\copy berkas yang sama ke server yang sama (${cluster.version})`,
      () => copier.run(),
      async () => cluster.psql(psqlCopy(file)),
      fresh(cluster),
    );
  } finally {
    await copier.close();
  }
}

async function taxiReal(cluster: Cluster, folder: string, file: string): Promise<Pair> {
  const copier = await createCopier(join(folder, 'taksi'), file, cluster.url, taxiFlow);
  try {
    return await pair(
      `muat ${rows(FEW)} baris taksi ke Postgres (COPY, md5, MERGE)`,
      'pernyataan yang sama lewat psql',
      () => copier.run(),
      async () => cluster.psql(...taxiTables, psqlCopy(file), taxiUpdate, taxiMerge),
      () => cluster.psql('DROP TABLE IF EXISTS trips, staging', 'CHECKPOINT'),
    );
  } finally {
    await copier.close();
  }
}

/** Both on a data folder on disk that booted from the same archive. */
async function copyEmbedded(folder: string, file: string): Promise<Pair> {
  const copier = await createCopier(join(folder, 'bawaan'), file, undefined, copyFlow);
  const address = { url: 'jdbc:postgresql://pgdatabase:5432/postgres' };
  const own = join(folder, 'pglite');
  mkdirSync(own);
  const archive = existsSync(SNAPSHOT_FILE) ? { loadDataDir: new Blob([readFileSync(SNAPSHOT_FILE)]) } : {};
  const pg = await PGlite.create({ dataDir: own, ...archive });
  const tables = ['DROP TABLE IF EXISTS trips, staging', ...taxiTables, 'CHECKPOINT'];
  try {
    return await pair(
      `CopyIn ${rows(MILLION)} baris taksi ke Postgres bawaan`,
      'COPY milik PGlite sendiri',
      () => copier.run(),
      async () => {
        const blob = await openAsBlob(file);
        await pg.query(`COPY ${copySql.replace('FROM STDIN', "FROM '/dev/blob'")}`, [], { blob });
      },
      async () => {
        for (const sql of tables) await pg.query(sql);
        const session = await copier.host.databases.connect(address, new AbortController().signal);
        for (const sql of tables) await session.query(sql);
        await session.close();
      },
    );
  } finally {
    await copier.close();
    await pg.close();
  }
}

/** In a process of its own, so that nothing else counts. */
function memory(cluster: Cluster, file: string, count: number): Figure {
  fresh(cluster)();
  const { stdout, stderr } = spawnSync(process.execPath, ['tests/bench/copyMemory.ts', cluster.url, file], {
    encoding: 'utf8',
  });
  const { megabytes, rowCount } = JSON.parse(stdout || '{}') as { megabytes?: number; rowCount?: number };
  if (megabytes === undefined || rowCount !== count) throw new Error(`copyMemory: ${stdout}${stderr}`);
  return { name: `memori puncak seluruh proses saat CopyIn ${rows(count)} baris`, value: megabytes, unit: 'MB' };
}
