import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';
import { connection, fetching, oldFetching } from '../properties.ts';

/** Runs one statement; its rows are the task's own outputs. */
export const schema = z.strictObject({
  ...connection,
  sql: rendered(z.string()).describe('Satu pernyataan SQL.'),
  afterSQL: rendered(z.string()).optional().describe('SQL yang dijalankan sesudahnya, di transaksi yang sama.'),
  ...fetching,
  ...oldFetching,
});

export default runnable({
  type: 'io.kestra.plugin.jdbc.postgresql.Query',
  title: 'Menjalankan satu pernyataan SQL di Postgres.',
  schema,
  outputs: z.object({
    row: z.record(z.string(), z.unknown()).nullish().describe('Baris pertama, untuk FETCH_ONE.'),
    rows: z.array(z.record(z.string(), z.unknown())).optional().describe('Semua baris, untuk FETCH.'),
    uri: z.string().optional().describe('Berkas Ion berisi semua baris, untuk STORE.'),
    size: z.number().optional().describe('Banyaknya baris.'),
  }),
  load: () => import('./Query.run.ts'),
  example: `id: hitung
namespace: belajar
tasks:
  - id: jumlah
    type: io.kestra.plugin.jdbc.postgresql.Query
    url: jdbc:postgresql://pgdatabase:5432/ny_taxi
    username: root
    password: root
    fetchType: FETCH_ONE
    sql: SELECT 6 * 7 AS jawaban
`,
});
