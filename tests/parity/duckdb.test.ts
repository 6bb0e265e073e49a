/** DuckDB tasks in the page: the same outputs as in Node, no request beyond the origin, nothing that hangs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createEngine, type Execution, type LogEntry } from '#engine/index.ts';
import { LISTENER, openEngine } from '../browser/engineWorker.ts';
import { openSite, type Site } from '../browser/page.ts';

const FLOW = `id: bebek
namespace: uji
tasks:
  - id: olah
    type: io.kestra.plugin.jdbc.duckdb.Queries
    inputFiles:
      data/a.csv: "id,nama\\n1,satu\\n2,dua\\n"
      b.csv: "id,nama\\n3,tiga\\n"
    outputFiles: [hasil, kosong]
    fetchType: FETCH
    parameters: {least: 1, nama: "du'a"}
    sql: |
      CREATE TABLE t AS SELECT * FROM read_csv_auto('data/a.csv');
      INSERT INTO t SELECT * FROM '{{ workingDir }}/b.csv';
      SELECT sum(id) AS s, count(*) AS n, 1.50::decimal(5,2) AS d, timestamp '2024-01-02 03:04:05.12' AS t, [1, 2] AS l FROM t;
      SELECT id + :least AS id, :nama AS nama FROM t WHERE id > :least ORDER BY id;
      COPY t TO '{{ outputFiles.hasil }}' (HEADER);
      SELECT count(*) AS n FROM read_csv('data/*.csv');
  - id: json
    type: io.kestra.plugin.jdbc.duckdb.Queries
    inputFiles:
      products.json: '[{"brand":"A","price":10.0,"dibuat":"2024-01-02","tags":["x"]},{"brand":"B","price":2.5,"tags":[]},{"brand":"A","price":1}]'
      m/1.ndjson: '{"n":1}'
      m/2.ndjson: '{"n":2,"s":{"a":null}}'
    fetchType: FETCH
    sql: |
      INSTALL json;
      LOAD json;
      SELECT brand, round(avg(price), 2) AS rata, min(dibuat) AS sejak, count(tags[1]) AS tag
      FROM read_json_auto('{{ workingDir }}/products.json') GROUP BY brand ORDER BY rata DESC;
      SELECT sum(n) AS n, count(*) AS k FROM read_ndjson_auto('m/*.ndjson');
      SELECT * FROM 'products.json' WHERE price > 5;
      CREATE TABLE salinan AS SELECT * FROM read_json('products.json', format = 'array');
      DESCRIBE salinan;
  - id: simpan
    type: io.kestra.plugin.jdbc.duckdb.Query
    sql: SELECT i AS n FROM range(25000) t(i)
    fetchType: STORE
  - id: isi
    type: io.kestra.plugin.core.debug.Return
    format: "{{ read(outputs.olah.outputFiles.hasil) }}|{{ read(outputs.simpan.uri) | length }}"
`;

const failing = (sql: string) =>
  `id: gagal\nnamespace: uji\ntasks:\n  - id: q\n    type: io.kestra.plugin.jdbc.duckdb.Query\n    sql: ${JSON.stringify(sql)}\n`;

let site: Site;
beforeAll(async () => {
  site = await openSite(4820);
}, 60_000);
afterAll(() => site?.close());

const shape = ({ state, taskRunList = [] }: Execution) => ({
  state: state.current,
  outputs: taskRunList.map(({ taskId, outputs }) => [
    taskId,
    JSON.parse(JSON.stringify(outputs ?? null).replace(/kestra:\/\/[^"]+/g, 'kestra:')),
  ]),
});

async function inNode() {
  const home = mkdtempSync(join(tmpdir(), 'alur-sama-'));
  const engine = createEngine(createNodeHost({ home }));
  try {
    return shape(await engine.wait((await engine.start(await engine.deploy(FLOW))).id));
  } finally {
    await engine.close();
    rmSync(home, { recursive: true, force: true });
  }
}

test('the same in page and Node; errors are said, network and endless queries end', async () => {
  const { page, context, strays } = await site.open();
  const call = await openEngine(page, site);
  const run = async (source: string) => {
    const { id } = await call<{ id: string }>('start', source, {});
    const execution = await call<Execution>('follow', id, LISTENER);
    return { execution, logs: await call<LogEntry[]>('logs', id, 0) };
  };

  const { execution, logs } = await run(FLOW);
  const errors = logs.filter(({ level }) => level === 'ERROR').map(({ message }) => message);
  expect(errors).toEqual([]);
  expect(shape(execution)).toEqual(await inNode());

  // From here on as without a network: what DuckDB needs is there already.
  await context.setOffline(true);
  for (const [sql, said, more] of [
    ["SELECT * FROM 'https://example.com/a.csv'", /jaringan/],
    ["SELECT * FROM 'a.parquet'", /./],
    ['INSTALL httpfs; LOAD httpfs', /[Ee]kstensi|jaringan/],
    ["SELECT * FROM read_json('a.json')", /inputFiles/],
    ["SELECT json_extract('{}', '$.a')", /[Ee]kstensi/],
    ["SELECT * FROM 'tidak_ada.csv'", /inputFiles/],
    ['SELECT salah', /Kolom/],
    ['SELECT 1', /terminal/, '    outputDbFile: true\n'],
  ] as [string, RegExp, string?][]) {
    const failed = await run(failing(sql) + (more ?? ''));
    expect(failed.execution.state.current, sql).toBe('FAILED');
    const error = failed.logs.find(({ level, explanation }) => level === 'ERROR' && explanation);
    expect(`${error?.message} ${error?.explanation}`, sql).toMatch(said);
  }
  await context.setOffline(false);

  const { id } = await call<{ id: string }>(
    'start',
    failing('SELECT count(*) FROM range(1000000000) a, range(1000000000) b WHERE a.range % 7 = b.range % 11'),
    {},
  );
  const ending = call<Execution>('follow', id, LISTENER);
  for (;;) {
    const seen = await call<Execution>('execution', id);
    if (seen.taskRunList?.[0]?.state.current === 'RUNNING') break;
  }
  await page.waitForTimeout(500);
  const asked = performance.now();
  await call('kill', id);
  expect((await ending).state.current).toBe('KILLED');
  expect(performance.now() - asked).toBeLessThan(1000);
  expect(strays).toEqual([]);
  await context.close();
}, 120_000);
