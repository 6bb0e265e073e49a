/** SQL that reaches for files, programs, settings or the engine's own journal: none succeeds, each says why. On the embedded Postgres. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createEngine, type Engine } from '#engine/index.ts';

let parent: string;
let engine: Engine;
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'alur-sql-'));
  engine = createEngine(createNodeHost({ home: join(parent, 'home') }));
});
afterAll(async () => {
  await engine.close();
  expect(readdirSync(parent)).toEqual(['home']);
  rmSync(parent, { recursive: true, force: true });
});

async function run(sql: string) {
  const query = {
    id: 'a',
    type: 'io.kestra.plugin.jdbc.postgresql.Queries',
    url: 'jdbc:postgresql://localhost:5432/uji',
    sql,
    fetchType: 'FETCH',
  };
  const { id } = await engine.start(
    await engine.deploy(`id: sql\nnamespace: uji\ntasks:\n  - ${JSON.stringify(query)}\n`),
  );
  const { state } = await engine.wait(id);
  const said = (await engine.logs(id, { minLevel: 'WARN' })).map(({ message }) => message).join('\n');
  return { state: state.current, said };
}

const FILE = /permission denied to COPY (to|from) a file/;
const PROGRAM = /permission denied to COPY to or from an external program/;
const FUNCTION = /permission denied for function/;

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
  ['drop the catalog', 'DROP SCHEMA pg_catalog CASCADE', /cannot drop schema pg_catalog/],
  ['drop the journal', 'DROP TABLE journal', /table "journal" does not exist/],
  ['drop it elsewhere', 'DROP SCHEMA alur CASCADE', /schema "alur" does not exist/],
])(
  'can not %s',
  async (_, sql, expected) => {
    const { state, said } = await run(sql);
    expect(state).toBe('FAILED');
    expect(said).toMatch(expected);
  },
  60_000,
);

test('what is only written about is let through', async () => {
  const { state, said } = await run(
    "CREATE TABLE IF NOT EXISTS catatan (a text); INSERT INTO catatan VALUES ('COPY t TO ''x'''), ('pg_read_file(1)'); -- COPY t FROM '/x'\nSELECT * FROM catatan",
  );
  expect(state, said).toBe('SUCCESS');
}, 60_000);
