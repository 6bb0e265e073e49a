/** A flow that loads a file that stands in the internal storage, ready to run again and again. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createEngine } from '#engine/index.ts';
import { taxiColumns, taxiKey, taxiTable } from './taxi.ts';

const HEAD = (tasks: string) => `id: muat
namespace: bench
inputs:
  - {id: data, type: FILE}
tasks:
${tasks}
pluginDefaults:
  - type: io.kestra.plugin.jdbc.postgresql
    values: {url: "jdbc:postgresql://pgdatabase:5432/postgres"}
`;

const COPY = `  - id: salin
    type: io.kestra.plugin.jdbc.postgresql.CopyIn
    from: "{{ inputs.data }}"
    table: staging
    columns: [${taxiColumns.join(', ')}]
    format: CSV
    header: true`;

export const copySql = `staging (${taxiColumns.join(', ')}) FROM STDIN WITH (FORMAT CSV, HEADER TRUE)`;
export const copyFlow = HEAD(COPY);

export const taxiTables = [
  `CREATE TABLE IF NOT EXISTS trips (unique_row_id text, filename text, ${taxiTable})`,
  'CREATE TABLE IF NOT EXISTS staging (LIKE trips)',
  'TRUNCATE TABLE staging',
];
export const taxiUpdate = `UPDATE staging SET unique_row_id = ${taxiKey}, filename = 'yellow.csv'`;
const NAMES = ['unique_row_id', 'filename', ...taxiColumns];
export const taxiMerge = `MERGE INTO trips AS T USING (SELECT DISTINCT * FROM staging) AS S ON T.unique_row_id = S.unique_row_id WHEN NOT MATCHED THEN INSERT (${NAMES.join(', ')}) VALUES (${NAMES.map((name) => `S.${name}`).join(', ')})`;

const queries = (id: string, statements: readonly string[]) =>
  `  - id: ${id}\n    type: io.kestra.plugin.jdbc.postgresql.Queries\n    sql: |\n${statements.map((one) => `      ${one};\n`).join('')}`;

export const taxiFlow = HEAD(`${queries('buat', taxiTables)}${COPY}
${queries('kunci', [taxiUpdate])}${queries('gabung', [taxiMerge])}`);

/** Without a server: the embedded Postgres. */
export async function createCopier(home: string, file: string, server: string | undefined, source: string) {
  const host = createNodeHost({ home, ...(server !== undefined && { db: server }) });
  const folder = join(home, 'storage', 'files', 'bench');
  mkdirSync(folder, { recursive: true });
  copyFileSync(file, join(folder, 'data.csv'));
  const engine = createEngine(host);
  const flow = await engine.deploy(source);
  return {
    host,
    async run(): Promise<Record<string, unknown>> {
      const { id } = await engine.start(flow, { inputs: { data: 'kestra:///bench/data.csv' } });
      const { state, taskRunList = [] } = await engine.wait(id);
      if (state.current !== 'SUCCESS') throw new Error(JSON.stringify(await engine.logs(id, { minLevel: 'ERROR' })));
      const copy = taskRunList.find(({ taskId }) => taskId === 'salin');
      return (await engine.outputs(id, copy?.id ?? '')) ?? {};
    },
    close: () => engine.close(),
  };
}
