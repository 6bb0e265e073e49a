import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { late } from '../../property.ts';
import { oldFetching } from '../properties.ts';
import { duckdb, duckdbOutputs } from './properties.ts';

/** Runs one statement on a DuckDB of its own; its rows are the task's own outputs. */
export const schema = z.strictObject({
  sql: late(z.string()).describe('Satu pernyataan SQL.'),
  ...duckdb,
  ...oldFetching,
});

export default runnable({
  type: 'io.kestra.plugin.jdbc.duckdb.Query',
  title: 'Menjalankan SQL di DuckDB, langsung di atas berkas.',
  schema,
  outputs: z.object({
    row: z.record(z.string(), z.unknown()).nullish().describe('Baris pertama, untuk FETCH_ONE.'),
    rows: z.array(z.record(z.string(), z.unknown())).optional().describe('Semua baris, untuk FETCH.'),
    uri: z.string().optional().describe('Berkas Ion berisi semua baris, untuk STORE.'),
    size: z.number().optional().describe('Banyaknya baris.'),
    ...duckdbOutputs,
  }),
  load: () => import('./Query.run.ts'),
  example: `id: pilih_kolom
namespace: belajar
tasks:
  - id: pilih
    type: io.kestra.plugin.jdbc.duckdb.Query
    inputFiles:
      data.csv: |
        id,kota
        1,Bandung
        2,Medan
    outputFiles:
      - kota
    sql: COPY (SELECT kota FROM 'data.csv' ORDER BY kota) TO '{{ outputFiles.kota }}' (HEADER)
`,
});
