import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';
import { connection } from '../properties.ts';

/** Runs one statement for every row of a file. */
export const schema = z.strictObject({
  ...connection,
  from: rendered(z.string()).describe(
    'Berkas Ion di internal storage (`kestra://…`), misalnya output `uri` sebuah Query.',
  ),
  sql: rendered(z.string()).optional().describe('INSERT dengan satu `?` untuk tiap kolom; tanpa ini, isi `table`.'),
  table: rendered(z.string()).optional().describe('Tabel tujuan, bila `sql` tidak ditulis.'),
  columns: rendered(z.array(z.string())).optional().describe('Kolom berkas yang dipakai, sesuai urutan `?`.'),
  chunk: rendered(z.number().int().positive()).default(1000).describe('Banyaknya baris sekali kirim.'),
});

export default runnable({
  type: 'io.kestra.plugin.jdbc.postgresql.Batch',
  title: 'Menjalankan satu INSERT untuk tiap baris sebuah berkas Ion di Postgres.',
  schema,
  outputs: z.object({
    rowCount: z.number().describe('Banyaknya baris berkas.'),
    updatedCount: z.number().describe('Banyaknya baris tabel yang berubah.'),
  }),
  load: () => import('./Batch.run.ts'),
  example: `id: salin_baris
namespace: belajar
tasks:
  - id: tabel
    type: io.kestra.plugin.jdbc.postgresql.Queries
    url: jdbc:postgresql://pgdatabase:5432/ny_taxi
    username: root
    password: root
    sql: CREATE TABLE IF NOT EXISTS kuadrat (n int, hasil int)
  - id: baca
    type: io.kestra.plugin.jdbc.postgresql.Query
    url: jdbc:postgresql://pgdatabase:5432/ny_taxi
    username: root
    password: root
    fetchType: STORE
    sql: SELECT n, n * n AS hasil FROM generate_series(1, 10) AS n
  - id: isi
    type: io.kestra.plugin.jdbc.postgresql.Batch
    url: jdbc:postgresql://pgdatabase:5432/ny_taxi
    username: root
    password: root
    from: "{{ outputs.baca.uri }}"
    sql: INSERT INTO kuadrat (n, hasil) VALUES (?, ?)
`,
});
