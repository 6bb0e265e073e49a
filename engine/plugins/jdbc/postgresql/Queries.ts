import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';
import { afterSQL, connection, fetching, scriptOutputs, transaction } from '../properties.ts';

/** Runs a script of statements in one transaction. */
export const schema = z.strictObject({
  ...connection,
  sql: rendered(z.string()).describe('Satu atau beberapa pernyataan SQL, dipisah titik koma.'),
  afterSQL: rendered(z.string()).optional().describe(afterSQL),
  ...fetching,
  transaction,
});

export default runnable({
  type: 'io.kestra.plugin.jdbc.postgresql.Queries',
  title: 'Menjalankan beberapa pernyataan SQL di Postgres.',
  schema,
  outputs: z.object(scriptOutputs),
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
