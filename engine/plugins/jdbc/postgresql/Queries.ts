import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';
import { connection, fetching } from '../properties.ts';

/** Runs a script of statements in one transaction. */
export const schema = z.strictObject({
  ...connection,
  sql: rendered(z.string()).describe('Satu atau beberapa pernyataan SQL, dipisah titik koma.'),
  afterSQL: rendered(z.string()).optional().describe('SQL yang dijalankan sesudahnya, di transaksi yang sama.'),
  ...fetching,
  transaction: rendered(z.boolean())
    .default(true)
    .describe('Semua pernyataan dalam satu transaksi: satu gagal, semua batal.'),
});

export default runnable({
  type: 'io.kestra.plugin.jdbc.postgresql.Queries',
  title: 'Menjalankan beberapa pernyataan SQL di Postgres.',
  schema,
  outputs: z.object({
    outputs: z.array(z.record(z.string(), z.unknown())).describe('Satu isi untuk tiap pernyataan yang memberi baris.'),
  }),
  load: () => import('./Queries.run.ts'),
  example: `id: isi_tabel
namespace: belajar
tasks:
  - id: tabel
    type: io.kestra.plugin.jdbc.postgresql.Queries
    url: jdbc:postgresql://pgdatabase:5432/ny_taxi
    username: root
    password: root
    fetchType: FETCH
    sql: |
      CREATE TABLE IF NOT EXISTS kota (id int PRIMARY KEY, nama text);
      INSERT INTO kota VALUES (1, 'Bandung') ON CONFLICT DO NOTHING;
      SELECT * FROM kota;
`,
});
