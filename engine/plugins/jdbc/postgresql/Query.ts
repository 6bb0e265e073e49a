import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';
import { afterSQL, connection, fetching, oldFetching, rowOutputs } from '../properties.ts';

/** Runs one statement; its rows are the task's own outputs. */
export const schema = z.strictObject({
  ...connection,
  sql: rendered(z.string()).describe('Satu pernyataan SQL.'),
  afterSQL: rendered(z.string()).optional().describe(afterSQL),
  ...fetching,
  ...oldFetching,
});

export default runnable({
  type: 'io.kestra.plugin.jdbc.postgresql.Query',
  title: 'Menjalankan satu pernyataan SQL di Postgres.',
  schema,
  outputs: z.object(rowOutputs),
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
