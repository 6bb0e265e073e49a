import * as z from 'zod';
import { pollingTrigger } from '../../definition.ts';
import { rendered } from '../../property.ts';
import { connection, fetching, oldFetching, polling } from '../properties.ts';

/** Looks from time to time whether a query gives rows, and starts the flow when it does. */
export const schema = z.strictObject({
  ...connection,
  sql: rendered(z.string()).describe('Query yang ditunggu barisnya.'),
  afterSQL: rendered(z.string())
    .optional()
    .describe('SQL sesudahnya, di transaksi yang sama; misalnya menandai baris yang sudah diambil.'),
  ...fetching,
  ...oldFetching,
  ...polling,
});

export default pollingTrigger({
  type: 'io.kestra.plugin.jdbc.postgresql.Trigger',
  title: 'Menjalankan flow ketika sebuah query di Postgres memberi baris.',
  schema,
  load: () => import('./Trigger.run.ts'),
  example: `id: tunggu_pesanan
namespace: belajar
tasks:
  - id: banyaknya
    type: io.kestra.plugin.core.log.Log
    message: "{{ trigger.size ?? 'dijalankan dengan tangan' }}"
triggers:
  - id: pesanan_baru
    type: io.kestra.plugin.jdbc.postgresql.Trigger
    url: jdbc:postgresql://pgdatabase:5432/ny_taxi
    username: root
    password: root
    interval: PT5M
    fetchType: FETCH
    sql: SELECT id FROM pesanan WHERE status = 'baru'
    afterSQL: UPDATE pesanan SET status = 'diambil' WHERE status = 'baru'
`,
});
