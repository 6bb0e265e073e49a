import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';
import { connection, copying } from '../properties.ts';

/** Writes a table or a query's rows into a file. */
export const schema = z.strictObject({
  ...connection,
  sql: rendered(z.string()).optional().describe('Query yang barisnya ditulis; tanpa ini, isi `table`.'),
  ...copying,
});

export default runnable({
  type: 'io.kestra.plugin.jdbc.postgresql.CopyOut',
  title: 'Menulis isi tabel atau hasil query Postgres ke berkas.',
  schema,
  outputs: z.object({
    uri: z.string().describe('Alamat berkas di internal storage.'),
    rowCount: z.number().describe('Banyaknya baris yang ditulis.'),
  }),
  load: () => import('./CopyOut.run.ts'),
  example: `id: ekspor
namespace: belajar
tasks:
  - id: berkas
    type: io.kestra.plugin.jdbc.postgresql.CopyOut
    url: jdbc:postgresql://pgdatabase:5432/ny_taxi
    username: root
    password: root
    sql: SELECT n, n * n AS kuadrat FROM generate_series(1, 10) AS n
    format: CSV
    header: true
`,
});
