import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { rendered } from '../../property.ts';
import { connection, copying } from '../properties.ts';

/** Loads a file into a table. */
export const schema = z.strictObject({
  ...connection,
  from: rendered(z.string()).describe(
    'Alamat berkas di internal storage (`kestra://…`), biasanya output task sebelumnya.',
  ),
  ...copying,
  freeze: rendered(z.boolean()).optional().describe('Bekukan baris saat dimuat; hanya untuk tabel yang baru dibuat.'),
});

export default runnable({
  type: 'io.kestra.plugin.jdbc.postgresql.CopyIn',
  title: 'Memuat isi berkas ke tabel Postgres.',
  schema,
  outputs: z.object({ rowCount: z.number().describe('Banyaknya baris yang masuk.') }),
  load: () => import('./CopyIn.run.ts'),
  example: `id: muat
namespace: belajar
tasks:
  - id: tabel
    type: io.kestra.plugin.jdbc.postgresql.Queries
    url: jdbc:postgresql://pgdatabase:5432/ny_taxi
    username: root
    password: root
    sql: CREATE TABLE IF NOT EXISTS angka (n int)
  - id: berkas
    type: io.kestra.plugin.jdbc.postgresql.CopyOut
    url: jdbc:postgresql://pgdatabase:5432/ny_taxi
    username: root
    password: root
    sql: SELECT generate_series(1, 10)
    format: CSV
  - id: salin
    type: io.kestra.plugin.jdbc.postgresql.CopyIn
    url: jdbc:postgresql://pgdatabase:5432/ny_taxi
    username: root
    password: root
    from: "{{ outputs.berkas.uri }}"
    table: angka
    format: CSV
`,
});
