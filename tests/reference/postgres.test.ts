/**
 * Postgres tasks as a person writes them, on the embedded Postgres and on a real one: where `ALUR_TEST_POSTGRES` says, else the machine's
 * own. Says so where there is none.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { startCluster } from '#engine/hosts/node/postgres/testing.ts';
import { createEngine, type Engine, type LogEntry } from '#engine/index.ts';
import { findPlugin } from '#engine/plugins/registry.ts';

const cluster = process.env.ALUR_TEST_POSTGRES === undefined ? await startCluster() : undefined;
const server = process.env.ALUR_TEST_POSTGRES ?? cluster?.url;
if (server === undefined) console.log('Tidak ada Postgres di mesin ini: uji task di Postgres sungguhan ditinggalkan.');
afterAll(() => cluster?.close());

const kinds: [string, string | undefined][] = [
  ['embedded', undefined],
  ...(server ? [['real', server] as [string, string]] : []),
];

describe.each(kinds)('%s', (_, db) => {
  let home: string;
  let host: ReturnType<typeof createNodeHost>;
  let engine: Engine;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'alur-pg-uji-'));
    host = createNodeHost({ home, ...(db !== undefined && { db }) });
    engine = createEngine(host);
    await queries('DROP SCHEMA IF EXISTS uji CASCADE; CREATE SCHEMA uji');
  }, 30_000);
  afterAll(async () => {
    await engine.close();
    rmSync(home, { recursive: true, force: true });
  });

  const URL = 'jdbc:postgresql://pgdatabase:5432/ny_taxi?currentSchema=uji';
  let flows = 0;

  /** Runs a flow whose last task is `q`. */
  async function run(tasks: string, inputs: Record<string, unknown> = {}) {
    flows += 1;
    const source = `id: f${flows}
namespace: uji
inputs:
  - {id: berkas, type: FILE, required: false}
tasks:
${tasks}
pluginDefaults:
  - type: io.kestra.plugin.jdbc.postgresql
    values: {url: "${URL}", username: root, password: root}
`;
    const { id } = await engine.start(await engine.deploy(source), { inputs });
    const { state, taskRunList = [] } = await engine.wait(id);
    const logs = await engine.logs(id);
    const errors = logs.filter(({ level }) => level === 'ERROR');
    return {
      source,
      id,
      state: state.current,
      outputs: (await engine.outputs(id, taskRunList.at(-1)?.id ?? '')) as Record<string, unknown>,
      logs,
      error: errors.at(-1) as LogEntry | undefined,
      said: errors.map((entry) => `${entry.message}\n${entry.explanation ?? ''}`).join('\n'),
    };
  }

  const task = (type: string, properties: string) =>
    `  - id: q\n    type: io.kestra.plugin.jdbc.postgresql.${type}\n${properties.replace(/^/gm, '    ')}`;
  const queries = (sql: string, more = '') =>
    run(task('Queries', `fetchType: FETCH\n${more}sql: |\n${sql.replace(/^/gm, '  ')}`));
  const rows = async (sql: string) => {
    const { outputs, said } = await queries(sql);
    expect(said).toBe('');
    return (outputs.outputs as { rows: Record<string, unknown>[] }[]).at(-1)?.rows;
  };
  const stored = async (text: string) =>
    (await host.storage.put('kestra:///uji/berkas', new TextEncoder().encode(text))).uri;
  /** What stands in the flow where the error points. */
  const pointed = ({ source, error }: { source: string; error?: LogEntry | undefined }) =>
    error?.place && source.split('\n')[error.place.line - 1]?.slice(error.place.column - 1);

  describe('statements', () => {
    test('the course: tables, copy, unique id, merge, truncate; a second run adds nothing', async () => {
      const uri = await stored(
        'VendorID,pickup,fare\n1,2019-01-01 00:01:00,7.5\n2,2019-01-01 00:02:00,\n1,2019-01-01 00:01:00,7.5\n',
      );
      const load = (n: number) => `${task(
        'Queries',
        `sql: |
  CREATE TABLE IF NOT EXISTS trips (unique_row_id text, filename text, vendor text, pickup timestamp, fare double precision);
  CREATE TABLE IF NOT EXISTS staging (LIKE trips);
  TRUNCATE TABLE staging;`,
      ).replace('id: q', `id: siap${n}`)}
${task(
  'CopyIn',
  `from: "{{ inputs.berkas }}"
table: uji.staging
format: CSV
header: true
columns: [vendor, pickup, fare]`,
).replace('id: q', `id: salin${n}`)}
${task(
  'Queries',
  `sql: |
  UPDATE staging SET
    unique_row_id = md5(CONCAT(COALESCE(CAST(vendor AS text), ''), COALESCE(CAST(pickup AS text), ''), COALESCE(CAST(fare AS text), ''))),
    filename = 'x.csv';
  MERGE INTO trips AS T USING (SELECT DISTINCT * FROM staging) AS S ON T.unique_row_id = S.unique_row_id
  WHEN NOT MATCHED THEN INSERT (unique_row_id, filename, vendor, pickup, fare) VALUES (S.unique_row_id, S.filename, S.vendor, S.pickup, S.fare);`,
).replace('id: q', `id: gabung${n}`)}`;
      const { said } = await run(`${load(1)}\n${load(2)}`, { berkas: uri });
      expect(said).toBe('');
      expect(await rows('SELECT count(*) AS n, count(fare) AS f, min(length(unique_row_id)) AS l FROM trips')).toEqual([
        { n: 2, f: 1, l: 32 },
      ]);
    });

    test('a DO block, dollar quotes, comments and a CTE with semicolons inside', async () => {
      expect(
        await rows(`/* ; satu /* ; */ */
DO $blok$ BEGIN PERFORM 1; PERFORM 2; END $blok$; -- ; akhir
CREATE FUNCTION dua() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END;
WITH a AS (SELECT ';' AS t) SELECT t, E'\\';' AS e, "x;y" FROM a, (VALUES (dua())) v("x;y");`),
      ).toEqual([{ t: ';', e: "';", 'x;y': 2 }]);
    });

    test('information_schema, generate_series, prepared statements', async () => {
      expect(
        await rows(`CREATE TABLE info (a int, b text);
PREPARE tambah (int) AS SELECT $1 + 1 AS n;
EXECUTE tambah(41);
SELECT column_name AS k FROM information_schema.columns WHERE table_name = 'info' AND table_schema = 'uji' ORDER BY ordinal_position;`),
      ).toEqual([{ k: 'a' }, { k: 'b' }]);
      expect(
        await rows("SELECT d::date AS d FROM generate_series('2019-01-01'::date, '2019-01-03', '1 day') d"),
      ).toHaveLength(3);
    });

    test('one transaction: an error undoes all; without it what went before stays', async () => {
      const failing = 'CREATE TABLE sementara (n int);\nSELECT * FROM tidak_ada';
      await queries(failing);
      expect(await rows("SELECT to_regclass('uji.sementara') AS t")).toEqual([{}]);
      await queries(failing, 'transaction: false\n');
      expect(await rows("SELECT to_regclass('uji.sementara')::text AS t")).toEqual([{ t: 'sementara' }]);
    });

    test('a transaction by hand inside of a task', async () => {
      await queries(
        'CREATE TABLE tangan (n int);\nBEGIN;\nINSERT INTO tangan VALUES (1);\nROLLBACK;\nBEGIN;\nINSERT INTO tangan VALUES (2);\nCOMMIT',
        'transaction: false\n',
      );
      expect(await rows('SELECT n FROM tangan')).toEqual([{ n: 2 }]);
    });

    test('parameters, afterSQL, the zone of a timestamptz', async () => {
      const { outputs, said } = await run(
        task(
          'Queries',
          `fetchType: FETCH
timeZoneId: Asia/Jakarta
parameters: {kota: "Ban'dung", n: 41, daftar: [1, 2]}
sql: |
  CREATE TABLE kota (nama text);
  INSERT INTO kota VALUES (:kota);
  SELECT nama, :n::int + 1 AS n, 2 = ANY(:daftar) AS ada, '2024-01-01T20:04:05Z'::timestamptz AS jam, ':n' AS teks FROM kota
afterSQL: INSERT INTO kota VALUES ('sesudah')`,
        ),
      );
      expect(said).toBe('');
      expect(outputs).toEqual({
        outputs: [
          { rows: [{ nama: "Ban'dung", n: 42, ada: true, jam: '2024-01-02T03:04:05+07:00', teks: ':n' }], size: 1 },
        ],
      });
      expect(await rows('SELECT count(*) AS n FROM kota')).toEqual([{ n: 2 }]);
    });

    test('what a script raises stands in the log by its level, what Postgres remarks does not', async () => {
      const { logs } = await queries(
        "DROP TABLE IF EXISTS tak_ada;\nDO $$ BEGIN RAISE NOTICE 'sudah %', 7; RAISE WARNING 'awas'; RAISE DEBUG 'rinci'; END $$",
      );
      const said = logs.filter(
        ({ message }) => /sudah|awas|does not exist/.test(message) && !message.startsWith('Starting'),
      );
      expect(said.map(({ level, message }) => `${level} ${message}`)).toEqual([
        'TRACE NOTICE: table "tak_ada" does not exist, skipping',
        'INFO NOTICE: sudah 7',
        'WARN WARNING: awas',
      ]);
    });

    test.each(['STORE', 'FETCH', 'FETCH_ONE', 'NONE'])('Query with %s', async (fetchType) => {
      const { outputs } = await run(
        task(
          'Query',
          `fetchType: ${fetchType}\nfetchSize: 100\nsql: SELECT n, NULL AS kosong FROM generate_series(1, 250) n`,
        ),
      );
      const whole = Array.from({ length: 250 }, (_, n) => ({ n: n + 1 }));
      const expected = {
        STORE: { row: null, uri: expect.stringMatching(/^kestra:.*\.ion$/), size: 250 },
        FETCH: { rows: whole, size: 250 },
        FETCH_ONE: { row: { n: 1 }, size: 1 },
        NONE: {},
      }[fetchType];
      expect(outputs).toEqual(expected);
      if (fetchType !== 'STORE') return;
      const text = await new Response(await host.storage.open(String(outputs.uri))).text();
      expect(text.split('\n').at(-2)).toBe('{n:250,kosong:null}');
    });
  });

  describe('errors point into the flow', () => {
    test.each([
      ['a block', 'sql: |\n  SELECT 1;\n\n  SELECT\n    salah\n  FROM (VALUES (1)) t(a)', /^salah/],
      [
        'after a cursor was put before it',
        'fetchType: STORE\nsql: |\n  SELECT\n    salah FROM (VALUES (1)) t(a)',
        /^salah/,
      ],
      ['a folded block', 'sql: >\n  SELECT 1,\n  salah\n  FROM (VALUES (1)) t(a)', /^salah/],
      ['behind a parameter', 'parameters: {nama: x}\nsql: "SELECT :nama::text, :nama::text, salah"', /^salah/],
      ['behind letters beyond 16 bits', "sql: SELECT '🚕🚕', salah", /^salah/],
      ['behind a template', 'sql: "SELECT {{ 1 + 1 }} + 1, salah"', /^salah/],
      ['in a template', `sql: "SELECT * FROM {{ 'tidak_' ~ 'ada' }}"`, /^\{\{ 'tidak_/],
      ['in afterSQL', 'sql: SELECT 1\nafterSQL: |\n  SELECT 2;\n  SELECT salah', /^salah/],
    ])('%s', async (_, properties, at) => {
      const result = await run(task('Queries', properties));
      expect(result.state).toBe('FAILED');
      expect(pointed(result), result.said).toMatch(at);
      expect(result.error?.explanation).toContain(
        `baris ${result.error?.place?.line} kolom ${result.error?.place?.column}`,
      );
    });

    test('of CopyOut too', async () => {
      const result = await run(task('CopyOut', 'format: CSV\nsql: |\n  SELECT 1,\n    salah'));
      expect(pointed(result), result.said).toMatch(/^salah/);
    });

    test.each([
      ['SELEC 1', /syntax error/, /Penulisan SQL/],
      ['SELECT * FROM tidak_ada', /relation "tidak_ada" does not exist/, /`tidak_ada` tidak ada/],
      ["SELECT 'x'::int", /invalid input syntax/, /tidak bisa dibaca/],
      ['CREATE EXTENSION postgis', /extension "postgis" is not available/, /[Ee]kstensi/],
      ["SELECT * FROM pg_read_file('/etc/passwd')", /could not open|permission|must be superuser|root/, /./],
      ['VACUUM', /VACUUM cannot run inside a transaction block/, /transaction: false/],
    ])('%s', async (sql, message, explanation) => {
      const { said, error, state } = await queries(sql);
      if (sql.includes('pg_read_file') && state === 'SUCCESS') return; // A real server's superuser may.
      expect(said).toMatch(message);
      expect(error?.explanation).toMatch(explanation);
    });

    test.skipIf(db !== undefined)('what an embedded Postgres writes to a file stays inside of it', async () => {
      await queries("COPY (SELECT 1) TO '/tmp/alur-keluar.csv'");
      expect(existsSync('/tmp/alur-keluar.csv')).toBe(false);
    });
  });

  describe('Trigger', () => {
    const look = async (fetchType: string) => {
      const definition = findPlugin('io.kestra.plugin.jdbc.postgresql.Trigger');
      const poll = definition?.kind === 'trigger' ? await definition.poll?.() : undefined;
      const log = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };
      const flags = { fetchOne: false, store: false, fetch: false, fetchSize: 10_000, interval: 'PT1M' };
      const sql = { sql: 'SELECT n FROM uji.baru WHERE NOT diambil', afterSQL: 'UPDATE uji.baru SET diambil = true' };
      return poll?.({ url: URL, fetchType, ...flags, ...sql } as never, {
        signal: new AbortController().signal,
        log,
        ports: host,
        render: async (text) => text,
        renderTyped: async (value) => value,
        progress() {},
        storagePrefix: 'kestra:///uji/trigger/',
        place: () => undefined,
      });
    };

    test('fires with the rows that are there, and not again once they are marked', async () => {
      await queries('CREATE TABLE baru AS SELECT 7 AS n, false AS diambil');
      expect(await look('FETCH')).toEqual({ rows: [{ n: 7 }], size: 1 });
      expect(await look('FETCH')).toBeUndefined();
      await queries('INSERT INTO baru VALUES (8, false)');
      expect(await look('STORE')).toEqual({ uri: expect.stringMatching(/^kestra:.*\.ion$/), size: 1 });
    });
  });

  describe('Batch', () => {
    test('inserts the rows of a stored query, in chunks', async () => {
      await queries('CREATE TABLE hasil (n int, t text, j jsonb, d numeric, w timestamp)');
      const { outputs, said } = await run(
        `${task('Query', "fetchType: STORE\nsql: |\n  SELECT n, 'a''b' || n AS t, '{\"k\": [1]}'::jsonb AS j, n / 4.0 AS d, timestamp '2024-01-02 03:04:05' AS w FROM generate_series(1, 2500) n").replace('id: q', 'id: baca')}
${task('Batch', 'from: "{{ outputs.baca.uri }}"\nsql: INSERT INTO uji.hasil VALUES (?, ?, ?, ?, ?)')}`,
      );
      expect(said).toBe('');
      expect(outputs).toEqual({ rowCount: 2500, updatedCount: 2500 });
      expect(
        await rows('SELECT count(*) AS n, sum(n) AS s, max(j::text) AS j, max(d) AS d, min(w) AS w FROM hasil'),
      ).toEqual([{ n: 2500, s: 3_126_250, j: '{"k": [1]}', d: 625, w: '2024-01-02T03:04:05' }]);
    });

    test('by table and column names; a statement that is no insert; a conflict', async () => {
      await queries("CREATE TABLE kunci (id int PRIMARY KEY, nama text DEFAULT '-')");
      const uri = await stored('{id:1,nama:"a",lain:true}\n{id:2,\n nama:null}\n');
      expect(
        (
          await run(task('Batch', 'from: "{{ inputs.berkas }}"\ntable: uji.kunci\ncolumns: [id, nama]'), {
            berkas: uri,
          })
        ).outputs,
      ).toEqual({ rowCount: 2, updatedCount: 2 });
      const update = await run(
        task(
          'Batch',
          'from: "{{ inputs.berkas }}"\ncolumns: [nama, id]\nsql: UPDATE uji.kunci SET nama = coalesce(?, \'?\') WHERE id = ?',
        ),
        { berkas: uri },
      );
      expect(update.outputs, update.said).toEqual({ rowCount: 2, updatedCount: 2 });
      expect(await rows('SELECT * FROM kunci ORDER BY id')).toEqual([
        { id: 1, nama: 'a' },
        { id: 2, nama: '?' },
      ]);
      const again = await run(
        task('Batch', 'from: "{{ inputs.berkas }}"\ncolumns: [id]\nsql: INSERT INTO uji.kunci (id) VALUES (?)'),
        { berkas: uri },
      );
      expect(again.state).toBe('FAILED');
      expect(again.said).toMatch(/duplicate key[\s\S]*baris 1 sampai 2 dari berkas/);
      const skipped = await run(
        task(
          'Batch',
          'from: "{{ inputs.berkas }}"\ncolumns: [id]\nsql: INSERT INTO uji.kunci (id) VALUES (?) ON CONFLICT DO NOTHING',
        ),
        { berkas: uri },
      );
      expect(skipped.outputs).toEqual({ rowCount: 2, updatedCount: 0 });
    });

    test.each([
      ['a CSV file', 'a,b\n1,2\n', 'sql: INSERT INTO uji.x VALUES (?, ?)', /CopyIn/],
      [
        'too few values',
        '{a:1}\n',
        'sql: INSERT INTO uji.x VALUES (?, ?)',
        /tidak sama dengan banyaknya kolom di baris 1/,
      ],
      ['neither sql nor table', '{a:1}\n', '', /Isi `table`/],
      ['half a row', '{a:1\n', 'table: uji.x', /satu baris data per baris/],
    ])('%s is said', async (_, content, properties, explanation) => {
      const { said, state } = await run(task('Batch', `from: "{{ inputs.berkas }}"\n${properties}`), {
        berkas: await stored(content),
      });
      expect(state).toBe('FAILED');
      expect(said).toMatch(explanation);
    });
  });
});
