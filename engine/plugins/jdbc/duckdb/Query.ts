import * as z from 'zod';
import { runnable } from '../../definition.ts';
import { late } from '../../property.ts';
import { oldFetching, rowOutputs } from '../properties.ts';
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
  outputs: z.object({ ...rowOutputs, ...duckdbOutputs }),
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
