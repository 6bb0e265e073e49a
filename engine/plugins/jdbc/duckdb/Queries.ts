import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { late } from '../../property.ts';
import { scriptOutputs, transaction } from '../properties.ts';
import { duckdb, duckdbOutputs } from './properties.ts';

/** Runs a script of statements on a DuckDB of its own. */
export const schema = z.strictObject({
  sql: late(z.string()).describe('Satu atau beberapa pernyataan SQL, dipisah titik koma.'),
  ...duckdb,
  transaction,
});

export default runnable({
  type: 'io.kestra.plugin.jdbc.duckdb.Queries',
  title: 'Menjalankan beberapa pernyataan SQL di DuckDB, langsung di atas berkas.',
  schema,
  outputs: z.object({ ...scriptOutputs, ...duckdbOutputs }),
  load: () => import('./Queries.run.ts'),
  example: `id: ringkas_penjualan
namespace: belajar
tasks:
  - id: ringkas
    type: io.kestra.plugin.jdbc.duckdb.Queries
    inputFiles:
      penjualan.csv: |
        kota,jumlah
        Bandung,3
        Medan,5
        Bandung,4
    fetchType: FETCH
    sql: |
      CREATE TABLE penjualan AS SELECT * FROM 'penjualan.csv';
      SELECT kota, sum(jumlah) AS total FROM penjualan GROUP BY kota ORDER BY kota;
      SELECT count(*) AS banyaknya FROM penjualan;
`,
});
