/** DuckDB tasks in Node: files in and out, and nothing beyond the task's folder. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createEngine, type Engine } from '#engine/index.ts';

let home: string;
let host: ReturnType<typeof createNodeHost>;
let engine: Engine;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'alur-duckdb-uji-'));
  host = createNodeHost({ home });
  engine = createEngine(host);
});
afterAll(async () => {
  await engine.close();
  rmSync(home, { recursive: true, force: true });
});

const indented = (sql: string) => sql.replace(/^/gm, '      ');

let flows = 0;
async function run(properties: string, type = 'Queries', more = '') {
  flows += 1;
  const source = `id: d${flows}\nnamespace: uji\ntasks:\n  - id: q\n    type: io.kestra.plugin.jdbc.duckdb.${type}\n${properties}${more}`;
  const { id } = await engine.start(await engine.deploy(source));
  const execution = await engine.wait(id);
  const errors = await engine.logs(id, { minLevel: 'ERROR' });
  return {
    state: execution.state.current,
    outputs: await engine.outputs(id, execution.taskRunList?.[0]?.id ?? ''),
    errors: errors.map((entry) => `${entry.message}\n${entry.explanation ?? ''}`).join('\n'),
    id,
  };
}
const queries = (sql: string, more = '') => run(`    fetchType: FETCH\n    sql: |\n${indented(sql)}\n${more}`);

const CELLS: [string, unknown][] = [
  ['SELECT 1 AS x', 1],
  ['SELECT 9007199254740993::bigint AS x', '9007199254740993'],
  ['SELECT sum(i) AS x FROM range(10) t(i)', '45'],
  ['SELECT 1.50::decimal(5,2) AS x', 1.5],
  ["SELECT '12345678901234567890.123'::decimal(30,3) AS x", '12345678901234567890.123'],
  ['SELECT 1.1::float AS x', 1.1],
  ['SELECT 0.1::double AS x', 0.1],
  ["SELECT 'nan'::double AS x", 'NaN'],
  ["SELECT timestamp '2024-01-02 03:04:05.120' AS x", '2024-01-02T03:04:05.12'],
  ["SELECT timestamptz '2024-01-02 03:04:05+07' AS x", '2024-01-01T20:04:05Z'],
  ["SELECT date '2024-01-02' AS x", '2024-01-02'],
  ["SELECT date '0044-03-15' AS x", '0044-03-15'],
  ["SELECT time '03:04:05' AS x", '03:04:05'],
  ['SELECT interval 14 month AS x', '1 year 2 months'],
  ["SELECT interval '-90 minutes' AS x", '-01:30:00'],
  ["SELECT '11111111-1111-1111-1111-111111111111'::uuid AS x", '11111111-1111-1111-1111-111111111111'],
  ["SELECT 'Hello'::blob AS x", 'SGVsbG8='],
  ['SELECT [1, 2, NULL] AS x', [1, 2, null]],
  ["SELECT {'a': 1, 'b': [true]} AS x", { a: 1, b: [true] }],
  ["SELECT map {'k': 1.5} AS x", { k: 1.5 }],
  ["SELECT 'manis'::ENUM('manis', 'asin') AS x", 'manis'],
  ['SELECT $$a;b$$ AS x', 'a;b'],
];

test('cells come as a Kestra gives them', async () => {
  const { outputs, errors } = await queries(CELLS.map(([sql]) => sql).join(';\n'));
  expect(errors).toBe('');
  const cells = (outputs as { outputs: { rows: { x: unknown }[] }[] }).outputs.map(({ rows }) => rows[0]?.x);
  expect(cells).toEqual(CELLS.map(([, expected]) => expected));
});

test('DDL and DML add no output, NONE an empty one', async () => {
  const { outputs } = await run('    sql: CREATE TABLE t (n int); INSERT INTO t VALUES (1), (2); SELECT * FROM t\n');
  expect(outputs).toEqual({ outputs: [{}], outputFiles: {} });
});

test('Query gives its row itself, with the older flags and parameters too', async () => {
  const { outputs } = await run(
    "    sql: SELECT :kota || '!' AS kota, :n + 1 AS n\n    parameters: {kota: Bandung, n: 41}\n    fetchOne: true\n",
    'Query',
  );
  expect(outputs).toEqual({ row: { kota: 'Bandung!', n: 42 }, size: 1, outputFiles: {} });
});

test('files come in by relative path, by workingDir and by glob, and go out by outputFiles', async () => {
  const { outputs, errors } = await queries(
    `CREATE TABLE t AS SELECT * FROM read_csv_auto('data/a.csv');
INSERT INTO t SELECT * FROM '{{ workingDir }}/b.csv';
COPY t TO '{{ outputFiles.semua }}' (HEADER, DELIMITER ',');
COPY (SELECT 1 AS n) TO 'hasil.parquet';
SELECT count(*) AS n FROM read_csv('**/*.csv');
SELECT n FROM 'hasil.parquet';
SELECT j.k AS k FROM read_json('c.json') j`,
    `    inputFiles:
      data/a.csv: "id,nama\\n1,satu\\n"
      b.csv: "{{ 'id,nama\\n2,dua\\n' }}"
      c.json: '{"k": 7}'
    outputFiles: [semua, hasil.parquet, kosong]
`,
  );
  expect(errors).toBe('');
  const { outputs: results, outputFiles } = outputs as { outputs: unknown[]; outputFiles: Record<string, string> };
  expect(results).toMatchObject([{ rows: [{ n: 2 }] }, { rows: [{ n: 1 }] }, { rows: [{ k: 7 }] }]);
  const text = async (name: string) => new Response(await host.storage.open(outputFiles[name] ?? '')).text();
  expect(await text('semua')).toBe('id,nama\n1,satu\n2,dua\n');
  expect(await text('hasil.parquet')).toMatch(/^PAR1/);
  expect(await text('kosong')).toBe('');
});

test('STORE writes every row as Ion, over several pages', async () => {
  const { outputs } = await run(
    '    sql: SELECT i AS n, 1.50::decimal(4,2) AS d FROM range(25000) t(i)\n    fetchType: STORE\n    fetchSize: 4000\n',
    'Query',
  );
  const { uri, size } = outputs as { uri: string; size: number };
  expect(size).toBe(25_000);
  const lines = (await new Response(await host.storage.open(uri)).text()).trimEnd().split('\n');
  expect(lines).toHaveLength(25_000);
  expect(lines.at(-1)).toBe('{n:24999,d:1.50}');
});

test('a database file goes from one task to the next', async () => {
  const source = `id: bawa
namespace: uji
tasks:
  - id: buat
    type: io.kestra.plugin.jdbc.duckdb.Query
    sql: CREATE TABLE kota AS SELECT 'Bandung' AS nama
    outputDbFile: true
  - id: baca
    type: io.kestra.plugin.jdbc.duckdb.Query
    databaseUri: "{{ outputs.buat.databaseUri }}"
    sql: SELECT nama FROM kota
    fetchType: FETCH_ONE
  - id: rusak
    type: io.kestra.plugin.jdbc.duckdb.Query
    allowFailure: true
    databaseUri: "{{ inputs.berkas }}"
    sql: SELECT 1
inputs:
  - {id: berkas, type: FILE}
`;
  const { uri } = await host.storage.put(
    'kestra:///uji/bukan.duckdb',
    new TextEncoder().encode('bukan database '.repeat(999)),
  );
  const { id } = await engine.start(await engine.deploy(source), { inputs: { berkas: uri } });
  const { state, taskRunList } = await engine.wait(id);
  expect(state.current).toBe('WARNING');
  expect(await engine.outputs(id, taskRunList?.[1]?.id ?? '')).toMatchObject({ row: { nama: 'Bandung' } });
  const [error] = await engine.logs(id, { minLevel: 'ERROR' });
  expect(error?.explanation).toContain('databaseUri');
});

describe('a database that its url names', () => {
  const named = (sql: string, url: string) =>
    run(`    url: "${url}"\n    fetchType: FETCH\n    sql: ${JSON.stringify(sql)}\n`);

  test('is there for the next task and the next run, whatever failed between', async () => {
    const url = 'jdbc:duckdb:/app/data/gudang.duckdb';
    expect((await named('CREATE TABLE stok AS SELECT 1 AS n', url)).errors).toBe('');
    expect((await named('INSERT INTO stok VALUES (2); SELECT salah FROM stok', url)).state).toBe('FAILED');
    expect((await named('INSERT INTO stok VALUES (3)', url)).errors).toBe('');
    const { outputs } = await named('SELECT sum(n)::int AS n, count(*) AS banyak FROM stok', url);
    expect(outputs).toMatchObject({ outputs: [{ rows: [{ n: 4, banyak: 2 }] }] });
    expect(existsSync('/app/data/gudang.duckdb')).toBe(false);
    expect((await named('SELECT * FROM stok', 'jdbc:duckdb:lain.db')).state).toBe('FAILED');
  });

  test('is taken in turns by tasks that run at once', async () => {
    const url = 'jdbc:duckdb:giliran.db';
    await named('CREATE TABLE t (n int)', url);
    const all = await Promise.all([1, 2, 3].map((n) => named(`INSERT INTO t VALUES (${n})`, url)));
    expect(all.map(({ state, errors }) => `${state} ${errors}`)).toEqual(Array(3).fill('SUCCESS '));
    const { outputs } = await named('SELECT sum(n)::int AS n FROM t', url);
    expect(outputs).toMatchObject({ outputs: [{ rows: [{ n: 6 }] }] });
  });

  test('that is damaged is said, with its place', async () => {
    const url = 'jdbc:duckdb:rusak.db';
    await named('CREATE TABLE t (n int)', url);
    writeFileSync(join(home, 'duckdb', 'rusak.db'), 'bukan database '.repeat(999));
    const { state, errors } = await named('SELECT 1', url);
    expect(state).toBe('FAILED');
    expect(errors).toMatch(/Hapus berkas `.*rusak\.db`/);
  });
});

test('a failing statement undoes all, and says which, where and why', async () => {
  const { state, errors } = await queries('CREATE TABLE t (n int);\nSELECT\n  salah\nFROM t');
  expect(state).toBe('FAILED');
  expect(errors).toMatch(/Binder Error: Referenced column "salah" not found/);
  expect(errors).toContain('Pernyataan ke-2 dari 2');
});

describe('nothing beyond the folder', () => {
  const secret = () => join(home, 'rahasia.csv');
  beforeAll(() => writeFileSync(secret(), 'kunci\n42\n'));
  const SQL: [string, string][] = [
    ['reads an absolute path', "SELECT * FROM read_csv('SECRET')"],
    ['reads through ..', "SELECT * FROM read_csv('../../../etc/passwd')"],
    ['reads text', "SELECT * FROM read_text('/etc/passwd')"],
    ['reads bytes', "SELECT * FROM read_blob('/proc/self/environ')"],
    ['lists folders', "SELECT * FROM glob('/etc/*')"],
    ['writes outside', "COPY (SELECT 1) TO 'OUTSIDE'"],
    ['writes through ..', "COPY (SELECT 1) TO '../keluar.csv'"],
    ['writes through workingDir and ..', "COPY (SELECT 1) TO '{{ workingDir }}/../../keluar.csv'"],
    ['attaches another database', "ATTACH 'OUTSIDE'"],
    ['exports a database', "EXPORT DATABASE '/tmp/alur-keluar'"],
    ['loads from the network', "SELECT * FROM 'https://example.com/a.csv'"],
    ['installs an extension', 'INSTALL httpfs'],
    ['loads an extension', 'LOAD httpfs'],
    ['opens the doors again', 'SET enable_external_access = true'],
    ['adds a folder', "SET allowed_directories = ['/']"],
    ['unlocks the settings', 'SET lock_configuration = false'],
    ['takes all memory', "SET memory_limit = '900GB'"],
    ['moves the spill', "SET temp_directory = '/tmp/alur-keluar'"],
    [
      'sends the log to a file',
      "PRAGMA enable_profiling = 'json'; PRAGMA profiling_output = '/tmp/alur-keluar.json'; SELECT 1",
    ],
  ];
  test.each(SQL)('%s: refused', async (_, sql) => {
    const outside = join(home, 'keluar.csv');
    const { state, errors, outputs } = await queries(
      sql.replace('SECRET', secret()).replace('OUTSIDE', outside),
      '    transaction: false\n',
    );
    expect(state, JSON.stringify(outputs)).toBe('FAILED');
    expect(errors).toMatch(/folder kerja|terkunci|jaringan|Ekstensi/);
    expect(existsSync(outside)).toBe(false);
  });

  test.each([
    ['inputFiles', '    inputFiles: {../keluar.csv: x}\n'],
    ['inputFiles, absolute', '    inputFiles: {/tmp/keluar.csv: x}\n'],
    ['inputFiles from this machine', '    inputFiles: {a.csv: "file:///etc/passwd"}\n'],
    ['outputFiles', '    outputFiles: [../../keluar.csv]\n'],
    ['url', '    url: "jdbc:duckdb:/etc/passwd"\n'],
    ['url that climbs', '    url: "jdbc:duckdb:../../keluar.duckdb"\n'],
    ['url that climbs at its end', '    url: "jdbc:duckdb:/a/../../../keluar.db"\n'],
    ['url of another system', '    url: "jdbc:duckdb:..\\\\keluar.db"\n'],
    ['MotherDuck', '    url: "jdbc:duckdb:md:db?motherduck_token=abc"\n'],
  ])('%s: refused', async (_, properties) => {
    const { state, errors } = await queries('SELECT 1', properties);
    expect(state).toBe('FAILED');
    expect(errors).toMatch(/folder kerja|tidak bisa|di komputer ini/);
    expect(errors).not.toContain('abc');
  });
});

describe('a stored file that lies in the folder', () => {
  const TEXT = 'id,nama\n1,satu\n';
  const REFUSED_OR_A_COPY = /^(SUCCESS|FAILED)$/;
  const ATTEMPTS: [string, string, RegExp][] = [
    ['is replaced', "COPY (SELECT 2 AS id) TO 'a.csv'; SELECT * FROM 'a.csv'", /^SUCCESS$/],
    ['is written over in place', "COPY (SELECT 2 AS id) TO 'a.csv' (USE_TMP_FILE false)", REFUSED_OR_A_COPY],
    ['is added to', "COPY (SELECT 2 AS id) TO 'a.csv' (APPEND true)", REFUSED_OR_A_COPY],
    ['is attached', "ATTACH 'a.csv' AS x", REFUSED_OR_A_COPY],
    ['takes the log', "CALL enable_logging(storage = 'file', storage_path = 'a.csv'); SELECT 1", REFUSED_OR_A_COPY],
    ['is exported over', "CREATE TABLE a AS SELECT 2 AS id; EXPORT DATABASE '.'; SELECT * FROM 'a.csv'", /^SUCCESS$/],
    ['is read and copied', "COPY (SELECT * FROM 'a.csv') TO 'b.csv'; SELECT * FROM 'b.csv'", /^SUCCESS$/],
  ];
  test.each(ATTEMPTS)('%s, and stays as it was', async (_, sql, expected) => {
    const { uri } = await host.storage.put('kestra:///uji/a.csv', new TextEncoder().encode(TEXT));
    const { state, errors } = await queries(sql, `    inputFiles: {a.csv: "${uri}"}\n    transaction: false\n`);
    expect(state, errors).toMatch(expected);
    expect(await new Response(await host.storage.open(uri)).text()).toBe(TEXT);
  });

  test('a database among the inputs can be written to, in a copy', async () => {
    const made = await run('    sql: CREATE TABLE t (n int)\n    outputDbFile: true\n', 'Query');
    const { databaseUri } = made.outputs as { databaseUri: string };
    const sql = "ATTACH 'x.duckdb' AS x; INSERT INTO x.t VALUES (7); SELECT count(*) AS n FROM x.t";
    const more = `    inputFiles: {x.duckdb: "${databaseUri}"}\n    transaction: false\n`;
    for (const _ of [1, 2]) {
      const { outputs, errors } = await queries(sql, more);
      expect(errors).toBe('');
      expect(outputs).toMatchObject({ outputs: [{ rows: [{ n: 1 }] }] });
    }
  });
});

test('an endless query stops within a second of the kill', async () => {
  const flow = await engine.deploy(
    'id: lama\nnamespace: uji\ntasks:\n  - {id: q, type: io.kestra.plugin.jdbc.duckdb.Query, sql: "SELECT count(*) FROM range(10000000000) a, range(10000000000) b WHERE a.range % 7 = b.range % 11"}\n',
  );
  const { id } = await engine.start(flow);
  for await (const event of engine.follow(id)) if (JSON.stringify(event).includes('RUNNING')) break;
  await new Promise((resolve) => setTimeout(resolve, 300));
  const asked = performance.now();
  await engine.kill(id);
  expect((await engine.wait(id)).state.current).toBe('KILLED');
  expect(performance.now() - asked).toBeLessThan(1000);
});
