/** 200,000 taxi rows through a flow, against the same statements on the same embedded Postgres. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createEngine } from '#engine/index.ts';
import { type Pair, pair } from './pairs.ts';

const ROWS = 200_000;
const URL = 'jdbc:postgresql://localhost:5432/bench';
const COLUMNS = 'a text, b timestamp, c timestamp, d int, e double precision, f double precision, g double precision';
const RESET = 'DROP TABLE IF EXISTS trips, staging';
const CREATE = `CREATE TABLE trips (id text, ${COLUMNS}); CREATE TABLE staging (id text, ${COLUMNS})`;
const COPY = 'COPY staging (a, b, c, d, e, f, g) FROM STDIN WITH (FORMAT CSV, HEADER TRUE)';
const KEY = "UPDATE staging SET id = md5(concat_ws('|', a, b, c, d, e, f, g))";
const MERGE = `MERGE INTO trips t USING staging s ON t.id = s.id WHEN NOT MATCHED THEN INSERT VALUES (s.id, s.a, s.b, s.c, s.d, s.e, s.f, s.g)`;

const FLOW = `id: muat
namespace: bench
inputs:
  - {id: data, type: FILE}
tasks:
  - {id: buat, type: io.kestra.plugin.jdbc.postgresql.Queries, sql: "${CREATE}"}
  - id: salin
    type: io.kestra.plugin.jdbc.postgresql.CopyIn
    from: "{{ inputs.data }}"
    table: staging
    columns: [a, b, c, d, e, f, g]
    format: CSV
    header: true
  - {id: kunci, type: io.kestra.plugin.jdbc.postgresql.Queries, sql: "${KEY}"}
  - {id: gabung, type: io.kestra.plugin.jdbc.postgresql.Queries, sql: "${MERGE}"}
pluginDefaults:
  - type: io.kestra.plugin.jdbc.postgresql
    values: {url: "${URL}"}
`;

function csv(): string {
  const lines = ['a,b,c,d,e,f,g'];
  for (let row = 0; row < ROWS; row++) {
    const at = new Date(Date.UTC(2019, 0, 1) + row * 13_000).toISOString().slice(0, 19);
    lines.push(`v${row % 7},${at},${at},${row % 6},${(row % 900) / 10},${(row % 500) / 4},${row / 8}`);
  }
  return `${lines.join('\n')}\n`;
}

export async function benchLoad(): Promise<Pair> {
  const home = mkdtempSync(join(tmpdir(), 'alur-ukur-'));
  const host = createNodeHost({ home });
  const engine = createEngine(host);
  const content = new TextEncoder().encode(csv());
  const { uri } = await host.storage.put('kestra:///bench/data.csv', content);
  const flow = await engine.deploy(FLOW);
  const direct = async (...statements: (string | Uint8Array)[]) => {
    const session = await host.databases.connect({ url: URL }, new AbortController().signal);
    try {
      for (const statement of statements) {
        if (typeof statement === 'string') for (const one of statement.split('; ')) await session.query(one);
        else await session.copyIn(COPY, await host.storage.open(uri));
      }
    } finally {
      await session.close();
    }
  };
  try {
    return await pair(
      `muat ${ROWS} baris lewat flow (COPY, md5, MERGE)`,
      'pernyataan yang sama langsung di PGlite yang sama',
      async () => {
        await direct(RESET);
        const { id } = await engine.start(flow, { inputs: { data: uri } });
        const { state } = await engine.wait(id);
        if (state.current !== 'SUCCESS')
          throw new Error(JSON.stringify((await engine.logs(id, { minLevel: 'ERROR' })).at(-1)));
      },
      () => direct(RESET, CREATE, content, KEY, MERGE),
    );
  } finally {
    await engine.close();
    rmSync(home, { recursive: true, force: true });
  }
}
