/** SQL that reaches for files, programs, settings or the engine's own journal: none succeeds, each says why. On the embedded Postgres. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createEngine, type Engine } from '#engine/index.ts';

let parent: string;
let engine: Engine;
let host: ReturnType<typeof createNodeHost>;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'alur-sql-'));
  host = createNodeHost({ home: join(parent, 'home') });
  engine = createEngine(host);
});
afterAll(async () => {
  await engine.close();
  expect(readdirSync(parent)).toEqual(['home']);
  rmSync(parent, { recursive: true, force: true });
});

const run = (sql: string) => runTask({ type: 'Queries', sql, fetchType: 'FETCH' });

async function runTask({ type, ...properties }: { type: string; [property: string]: string }) {
  const task = {
    id: 'a',
    type: `io.kestra.plugin.jdbc.postgresql.${type}`,
    url: 'jdbc:postgresql://localhost:5432/uji',
    ...properties,
  };
  const source = `id: sql\nnamespace: uji\ntasks:\n  - ${JSON.stringify(task)}\n`;
  const { id } = await engine.start(await engine.deploy(source));
  const { state } = await engine.wait(id);
  const said = (await engine.logs(id, { minLevel: 'WARN' })).map(({ message }) => message).join('\n');
  return { state: state.current, said };
}

const FILE = /permission denied to COPY (to|from) a file/;
const PROGRAM = /permission denied to COPY to or from an external program/;
const FUNCTION = /permission denied for function/;
const ROLE = /cannot set parameter "(role|session_authorization)"/;
/** Text that no look at the statement finds in it. */
const dynamic = (sql: string) =>
  `DO $do$ BEGIN EXECUTE reverse('${[...sql.replaceAll("'", "''")].reverse().join('')}'); END $do$`;

test.each<[string, string, RegExp]>([
  ['write a file', "COPY (SELECT 1) TO '/tmp/x.txt'", FILE],
  ['write into the database', "COPY (SELECT 'a') TO '/pglite/data/x.txt'", FILE],
  ['write by a relative path', "COPY (SELECT 1) TO '../x.txt'", FILE],
  ['write with an escaped name', "COPY (SELECT 1) TO E'/tmp/x.txt'", FILE],
  ['write after a comment', "COPY /* TO STDOUT */ (SELECT 1) TO -- x\n '/tmp/x.txt'", FILE],
  ['read a file', "CREATE TABLE IF NOT EXISTS t (a text); COPY t FROM '/etc/passwd'", FILE],
  ['read the database', "COPY t FROM '/pglite/data/PG_VERSION'", FILE],
  ['read the page bridge', "COPY t FROM '/dev/blob'", FILE],
  ['start a program', "COPY (SELECT 1) TO PROGRAM 'sh'", PROGRAM],
  ['read from a program', "COPY t FROM PROGRAM 'cat /etc/passwd'", PROGRAM],
  ['read by a function', "SELECT pg_read_file('/etc/passwd')", FUNCTION],
  ['read by a climbing path', "SELECT pg_read_file('../../../../etc/passwd')", FUNCTION],
  ['read bytes', "SELECT pg_read_binary_file('/pglite/data/../../etc/passwd')", FUNCTION],
  ['list a folder', "SELECT pg_ls_dir('/')", FUNCTION],
  ['ask about a file', "SELECT pg_stat_file('/')", FUNCTION],
  ['import a file', "SELECT lo_import('/etc/passwd')", FUNCTION],
  ['export a file', "SELECT lo_export(1, '/tmp/y')", FUNCTION],
  ['end the server', 'SELECT pg_terminate_backend(pg_backend_pid())', FUNCTION],
  ['do it in a block', "DO $$ BEGIN PERFORM pg_read_file('/etc/passwd'); END $$", FUNCTION],
  ['do it in dynamic SQL', "DO $$ BEGIN EXECUTE 'COPY (SELECT 1) TO ''/tmp/z'''; END $$", FILE],
  ['do it in XML', "SELECT query_to_xml('select pg_read_file(''PG_VERSION'')', true, true, '')", FUNCTION],
  ['use foreign files', 'CREATE EXTENSION file_fdw', /permission denied to create extension/],
  ['use another server', 'CREATE EXTENSION dblink', /permission denied to create extension/],
  ['use Python in the server', 'CREATE EXTENSION plpython3u', /permission denied to create extension/],
  ['change the server', "ALTER SYSTEM SET archive_command = 'sh'", /permission denied to perform ALTER SYSTEM/],
  ['load a library', "LOAD '/tmp/x.so'", /access to library is not allowed/],
  [
    'call a library',
    "CREATE FUNCTION f() RETURNS int AS '/lib/x.so', 'system' LANGUAGE C",
    /permission denied for language c/,
  ],
  ['drop the database', 'DROP DATABASE postgres', /DROP DATABASE cannot run inside a transaction block/],
  ['drop the catalog', 'DROP SCHEMA pg_catalog CASCADE', /must be owner of schema pg_catalog/],
  ['drop the journal', 'DROP TABLE journal', /table "journal" does not exist/],
  ['drop it elsewhere', 'DROP SCHEMA alur CASCADE', /schema "alur" does not exist/],
  ['put its role down', 'RESET ROLE', ROLE],
  ["take the superuser's role", 'SET ROLE alur', ROLE],
  ['take it for a transaction', 'SET LOCAL ROLE alur', ROLE],
  ['become who it was', 'SET SESSION AUTHORIZATION DEFAULT', ROLE],
  ['become it by a function', "SELECT set_config('role', 'alur', false)", ROLE],
  ['become it in hidden SQL', dynamic('RESET ROLE'), ROLE],
  ['become it after a failure', `BEGIN; SAVEPOINT a; ${dynamic('RESET SESSION AUTHORIZATION')}`, ROLE],
  [
    "become it in a definer's function",
    `CREATE FUNCTION naik() RETURNS int LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN EXECUTE 'SET ROLE al' || 'ur'; RETURN 1; END $$; SELECT naik()`,
    ROLE,
  ],
  ['read a file in hidden SQL', dynamic("SELECT pg_read_file('PG_VERSION')"), FUNCTION],
  ['read one by format', "DO $$ BEGIN EXECUTE format('SELECT pg_%s_file(%L)', 'read', 'PG_VERSION'); END $$", FUNCTION],
  ['list a folder in hidden SQL', dynamic("SELECT pg_ls_dir('.')"), FUNCTION],
  ['copy to a file in hidden SQL', dynamic("COPY (SELECT 1) TO '/tmp/z'"), FILE],
  ['copy from a file in hidden SQL', dynamic("COPY t FROM '/pglite/data/PG_VERSION'"), FILE],
  ['copy from the bridge in hidden SQL', dynamic("COPY t FROM '/dev/blob'"), FILE],
  ['start a program in hidden SQL', dynamic("COPY t FROM PROGRAM 'id'"), PROGRAM],
  ['import a file in hidden SQL', dynamic("SELECT lo_import('/etc/passwd')"), FUNCTION],
  [
    'export a large object in hidden SQL',
    `SELECT lo_from_bytea(4242, 'abc'); ${dynamic("SELECT lo_export(4242, '/tmp/y')")}`,
    FUNCTION,
  ],
  ['change the server in hidden SQL', dynamic("ALTER SYSTEM SET work_mem = '1GB'"), /ALTER SYSTEM cannot run inside/],
  ['load a library in hidden SQL', dynamic("LOAD 'dblink'"), /access to library "dblink" is not allowed/],
  [
    'make a C function in hidden SQL',
    dynamic("CREATE FUNCTION c() RETURNS int AS 'x', 'y' LANGUAGE C"),
    /permission denied for language c/,
  ],
  [
    'make an internal one',
    dynamic("CREATE FUNCTION c(text) RETURNS text AS 'pg_read_file_all' LANGUAGE internal"),
    /permission denied for language internal/,
  ],
  ['end the server in hidden SQL', dynamic('SELECT pg_terminate_backend(pg_backend_pid())'), FUNCTION],
  ['reload the server', dynamic('SELECT pg_reload_conf()'), FUNCTION],
  [
    'promote itself in the catalog',
    'UPDATE pg_catalog.pg_authid SET rolsuper = true',
    /permission denied for table pg_authid/,
  ],
  [
    'open a function in the catalog',
    'UPDATE pg_catalog.pg_proc SET proacl = NULL',
    /permission denied for table pg_proc/,
  ],
  ['add to the catalog', 'CREATE TABLE pg_catalog.x (a int)', /permission denied for schema pg_catalog/],
  ['promote itself', 'ALTER ROLE postgres SUPERUSER', /permission denied to alter role/],
  ['make a superuser', 'CREATE ROLE jahat SUPERUSER', /permission denied to create role/],
  ['be granted the superuser', 'GRANT alur TO postgres', /permission denied to grant role/],
  ['be granted the files', 'GRANT pg_read_server_files TO postgres', /permission denied to grant role/],
  [
    'be granted programs',
    'CREATE ROLE lain; GRANT pg_execute_server_program TO lain',
    /permission denied to grant role/,
  ],
  [
    'listen to every statement',
    'CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$; CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION e()',
    /permission denied to create event trigger/,
  ],
  [
    'put tables elsewhere',
    "CREATE TABLESPACE x LOCATION '/tmp'",
    /CREATE TABLESPACE cannot run inside|permission denied/,
  ],
  ['write settings of the server', dynamic("SET log_directory = '/tmp'"), /cannot be changed now|permission denied/],
])(
  'can not %s',
  async (_, sql, expected) => {
    const { state, said } = await run(sql);
    expect(state).toBe('FAILED');
    expect(said).toMatch(expected);
  },
  60_000,
);

test('a trigger that a file sets off has no more rights than who wrote it', async () => {
  const { uri } = await host.storage.put('kestra:///uji/a.csv', new TextEncoder().encode('satu\n'));
  const before = `CREATE TABLE pemicu (a text);
    CREATE FUNCTION intip() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN EXECUTE reverse(')''NOISREV_GP''(elif_daer_gp TCELES') INTO NEW.a; RETURN NEW; END $$;
    CREATE TRIGGER intip BEFORE INSERT ON pemicu FOR EACH ROW EXECUTE FUNCTION intip()`;
  expect((await run(before)).state).toBe('SUCCESS');
  const { state, said } = await runTask({ type: 'CopyIn', table: 'pemicu', from: uri, format: 'CSV' });
  expect(state).toBe('FAILED');
  expect(said).toMatch(FUNCTION);
}, 60_000);

test('what labs need is let through', async () => {
  const { state, said } = await run(`CREATE SCHEMA gudang; CREATE TABLE gudang.t (id serial PRIMARY KEY, a text);
    CREATE EXTENSION IF NOT EXISTS plpgsql; CREATE ROLE analis LOGIN PASSWORD 'x'; GRANT USAGE ON SCHEMA gudang TO analis;
    GRANT SELECT ON ALL TABLES IN SCHEMA gudang TO analis; ALTER TABLE gudang.t OWNER TO postgres;
    SET session_replication_role = replica; INSERT INTO gudang.t (a) VALUES ('x'); ANALYZE gudang.t;
    CREATE MATERIALIZED VIEW gudang.m AS SELECT * FROM gudang.t; REFRESH MATERIALIZED VIEW gudang.m; TRUNCATE gudang.t;
    CREATE TYPE gudang.rasa AS ENUM ('manis'); COMMENT ON TABLE gudang.t IS 'uji'; SELECT lo_from_bytea(0, 'abc');
    CREATE PUBLICATION p FOR TABLE gudang.t; DROP SCHEMA public CASCADE; CREATE SCHEMA public; SELECT * FROM pg_stat_activity`);
  expect(said).not.toMatch(/ERROR/);
  expect(state).toBe('SUCCESS');
}, 60_000);

test('what is only written about is let through', async () => {
  const { state, said } = await run(
    "CREATE TABLE IF NOT EXISTS catatan (a text); INSERT INTO catatan VALUES ('COPY t TO ''x'''), ('pg_read_file(1)'); -- COPY t FROM '/x'\nSELECT * FROM catatan",
  );
  expect(state, said).toBe('SUCCESS');
}, 60_000);
