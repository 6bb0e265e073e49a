/** A DuckDB task over a file of a million rows, against DuckDB alone in this process. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createEngine } from '#engine/index.ts';
import { type Pair, pair } from './pairs.ts';
import { writeTaxiFile } from './taxi.ts';

const sqlOver = (file: string) =>
  `SELECT payment_type, count(*) AS n, sum(total_amount) AS total, avg(trip_distance) AS jarak FROM '${file}' GROUP BY ALL ORDER BY ALL`;

const FLOW = `id: ringkas
namespace: bench
tasks:
  - id: q
    type: io.kestra.plugin.jdbc.duckdb.Query
    fetchType: FETCH
    inputFiles: {taksi.csv: "kestra:///bench/taksi.csv"}
    sql: ${sqlOver('taksi.csv')}
`;

export async function benchDuckdb(): Promise<Pair> {
  const home = mkdtempSync(join(tmpdir(), 'alur-ukur-'));
  const folder = join(home, 'storage', 'files', 'bench');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'taksi.csv');
  await writeTaxiFile(file, 1_000_000);
  const engine = createEngine(createNodeHost({ home }));
  const flow = await engine.deploy(FLOW);
  try {
    return await pair(
      'DuckDB atas 1.000.000 baris CSV lewat flow',
      'DuckDB sendiri, di proses ini',
      async () => {
        const { id } = await engine.start(flow);
        const { state } = await engine.wait(id);
        if (state.current !== 'SUCCESS') throw new Error(JSON.stringify(await engine.logs(id, { minLevel: 'ERROR' })));
      },
      async () => {
        const instance = await DuckDBInstance.create(':memory:');
        const connection = await instance.connect();
        (await connection.runAndReadAll(sqlOver(file))).getRowsJson();
        connection.closeSync();
        instance.closeSync();
      },
      // The next process is started ahead after each task: neither side is to pay for that.
      () => new Promise((resolve) => setTimeout(resolve, 1000)),
    );
  } finally {
    await engine.close();
    rmSync(home, { recursive: true, force: true });
  }
}
