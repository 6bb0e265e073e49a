/**
 * What the port promises, over the embedded Postgres and over a real one: where `ALUR_TEST_POSTGRES` says
 * (`postgresql://root@127.0.0.1:5432/ny_taxi`), else the machine's own. Where there is none, that half says that it did not run.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConnectionError, DatabaseError, type DatabaseSession, type Databases } from '../../../ports/Databases.ts';
import { createNodeDatabases } from './embedded.ts';
import { createPgDatabases } from './real.ts';
import { startCluster } from './testing.ts';

const cluster = process.env.ALUR_TEST_POSTGRES === undefined ? await startCluster() : undefined;
const server = process.env.ALUR_TEST_POSTGRES ?? cluster?.url;
afterAll(() => cluster?.close());
const url = 'jdbc:postgresql://pgdatabase:5432/ny_taxi';
const never = new AbortController().signal;

const bytes = (text: string) => new Blob([text]).stream();

async function withSession<T>(databases: Databases, work: (session: DatabaseSession) => Promise<T>): Promise<T> {
  const session = await databases.connect({ url }, never);
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

const kinds = [
  { kind: 'embedded', open: () => createNodeDatabases() },
  ...(server === undefined
    ? []
    : [{ kind: 'real', open: () => ({ ...createPgDatabases(server), close: async () => {} }) }]),
];

if (server === undefined) it('would also run on a real Postgres, had this machine one', () => {});

describe.each(kinds)('$kind Postgres', ({ open }) => {
  let databases: ReturnType<typeof open>;
  beforeAll(async () => {
    databases = open();
    await withSession(databases, (session) => session.query('DROP SCHEMA IF EXISTS port CASCADE'));
    await withSession(databases, (session) => session.query('CREATE SCHEMA port'));
  }, 30_000);
  afterAll(() => databases.close());

  it.each([
    ["'a'::text", 'a'],
    ['1::int', 1],
    ['9007199254740993::bigint', '9007199254740993'],
    ['42::bigint', 42],
    ['12.50::numeric', 12.5],
    ['0.1::numeric(40,30)', 0.1],
    ['12345678901234567890.123::numeric', '12345678901234567890.123'],
    ["'NaN'::numeric", 'NaN'],
    ['1.5::float8', 1.5],
    ["'Infinity'::float8", 'Infinity'],
    ['true', true],
    ['null::int', null],
    ["'2024-01-02 03:04:05'::timestamp", '2024-01-02T03:04:05'],
    ["'2024-01-02 03:04:05.120'::timestamp", '2024-01-02T03:04:05.12'],
    ["'2024-01-02 03:04:05+07'::timestamptz", '2024-01-01T20:04:05Z'],
    ["'2024-01-02 03:04:05.000001+05:30'::timestamptz", '2024-01-01T21:34:05.000001Z'],
    ["'infinity'::timestamp", 'infinity'],
    ["'2024-01-02'::date", '2024-01-02'],
    ["'03:04:05'::time", '03:04:05'],
    ["'1 day 2 hours'::interval", 'P0Y0M1DT2H0M0S'],
    ["'1 year 2 mons -3 days -04:05:06.7'::interval", 'P1Y2M-3DT-4H-5M-6.7S'],
    ['\'{"k": [1]}\'::jsonb', { k: [1] }],
    ["'11111111-1111-1111-1111-111111111111'::uuid", '11111111-1111-1111-1111-111111111111'],
    ["'{1,2,NULL}'::int[]", [1, 2, null]],
    [
      'ARRAY[[1.5,2],[3,4]]::numeric[]',
      [
        [1.5, 2],
        [3, 4],
      ],
    ],
    ["ARRAY['a\"b', 'c,d', 'NULL', '', '\\']", ['a"b', 'c,d', 'NULL', '', '\\']],
    ["'\\x48656c6c6f'::bytea", 'SGVsbG8='],
  ])('reads %s', async (expression, expected) => {
    const result = await withSession(databases, (session) => session.query(`SELECT ${expression}`));
    expect(result.rows).toEqual([[expected]]);
  });

  it('takes parameters of every kind', async () => {
    const result = await withSession(databases, (session) =>
      session.query('SELECT $1::int + 1, $2::text, $3::bool, $4::jsonb, $5::text[], $6::int', [
        41,
        "it's",
        true,
        { a: 1 },
        ['x', 'y"z'],
        null,
      ]),
    );
    expect(result.rows).toEqual([[42, "it's", true, { a: 1 }, ['x', 'y"z'], null]]);
  });

  it('says names and types of columns, looking up those it does not know', async () => {
    await withSession(databases, (session) => session.query("CREATE TYPE port.rasa AS ENUM ('manis')"));
    const result = await withSession(databases, (session) => session.query("SELECT 1 AS a, 'manis'::port.rasa AS b"));
    expect(result.columns).toEqual([
      { name: 'a', type: 'int4' },
      { name: 'b', type: 'rasa' },
    ]);
  });

  it('gives a duplicate column name twice and limits rows', async () => {
    const result = await withSession(databases, (session) =>
      session.query('SELECT i AS x, i AS x FROM generate_series(1, 9) i', [], { maxRows: 2 }),
    );
    expect(result.rows).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('counts what was changed', async () => {
    await withSession(databases, async (session) => {
      await session.query('CREATE TABLE port.hitung (n int)');
      expect(await session.query('INSERT INTO port.hitung SELECT generate_series(1, 7)')).toEqual({
        rows: [],
        affected: 7,
      });
      expect((await session.query('UPDATE port.hitung SET n = 0 WHERE n > 3')).affected).toBe(4);
      expect((await session.query('SELECT * FROM port.hitung')).affected).toBe(0);
    });
  });

  it('says what Postgres refuses, with the place', async () => {
    const refused = withSession(databases, (session) => session.query('SELECT * FROM nowhere'));
    await expect(refused).rejects.toBeInstanceOf(DatabaseError);
    await expect(refused).rejects.toMatchObject({
      message: 'relation "nowhere" does not exist',
      sqlState: '42P01',
      position: 15,
    });
  });

  it('forgets a transaction that was not committed, settings and temporary tables', async () => {
    await withSession(databases, async (session) => {
      await session.query('BEGIN');
      await session.query('CREATE TABLE port.hilang (n int)');
      await session.query('SET search_path TO port');
      await session.query('CREATE TEMP TABLE sementara (n int)');
    });
    await withSession(databases, async (session) => {
      await expect(session.query('SELECT * FROM port.hilang')).rejects.toMatchObject({ sqlState: '42P01' });
      await expect(session.query('SELECT * FROM sementara')).rejects.toMatchObject({ sqlState: '42P01' });
    });
  });

  it('copies in and out, telling how far it is', async () => {
    await withSession(databases, async (session) => {
      await session.query('CREATE TABLE port.salin (id int, nama text)');
      const told: number[] = [];
      const content = 'id,nama\n1,a\n2,"b\n,""c"""\n3,\n';
      const sql = 'COPY port.salin FROM STDIN WITH (FORMAT CSV, HEADER TRUE)';
      expect(await session.copyIn(sql, bytes(content), (done) => told.push(done))).toBe(3);
      expect(told.at(-1)).toBe(content.length);
      const out = await session.copyOut('COPY (SELECT * FROM port.salin ORDER BY id) TO STDOUT WITH (FORMAT CSV)');
      expect(await new Response(out.content).text()).toBe('1,a\n2,"b\n,""c"""\n3,\n');
      expect(await out.rowCount).toBe(3);
    });
  });

  it('names the line of the file that COPY can not read, far into it too', async () => {
    await withSession(databases, async (session) => {
      await session.query('CREATE TABLE port.panjang (id int, nama text)');
      const long = 'x'.repeat(200);
      const content = `${Array.from({ length: 60_000 }, (_, n) => `${n},${long}`).join('\n')}\nrusak,y\n`;
      const copy = session.copyIn('COPY port.panjang FROM STDIN WITH (FORMAT CSV)', bytes(content));
      await expect(copy).rejects.toMatchObject({
        sqlState: '22P02',
        where: expect.stringContaining('COPY panjang, line 60001, column id'),
      });
    });
    await withSession(databases, async (session) =>
      expect((await session.query('SELECT count(*) FROM port.panjang')).rows).toEqual([[0]]),
    );
  });

  it('stops a long query within a second, and nothing half-done survives', async () => {
    await withSession(databases, (session) => session.query('CREATE TABLE port.berhenti (n int)'));
    const stop = new AbortController();
    const session = await databases.connect({ url }, stop.signal);
    await session.query('BEGIN');
    await session.query('INSERT INTO port.berhenti VALUES (1)');
    const running = session.query('SELECT count(*) FROM generate_series(1, 100000) a, generate_series(1, 100000) b');
    const reason = new Error('dihentikan');
    const asked = performance.now();
    setImmediate(() => stop.abort(reason));
    await expect(running).rejects.toBe(reason);
    expect(performance.now() - asked).toBeLessThan(1000);
    await session.close();
    await withSession(databases, async (next) =>
      expect((await next.query('SELECT count(*) FROM port.berhenti')).rows).toEqual([[0]]),
    );
  });

  it('does not connect for one who has stopped already', async () => {
    const reason = new Error('sudah');
    await expect(databases.connect({ url }, AbortSignal.abort(reason))).rejects.toBe(reason);
  });

  it('stops a COPY whose file never ends', async () => {
    const stop = new AbortController();
    const session = await databases.connect({ url }, stop.signal);
    await session.query('CREATE TEMP TABLE tanpa_akhir (t text)');
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        controller.enqueue(new TextEncoder().encode('x\n'));
        return new Promise(() => {});
      },
    });
    const copy = session.copyIn('COPY tanpa_akhir FROM STDIN', endless);
    setImmediate(() => stop.abort(new Error('cukup')));
    await expect(copy).rejects.toThrow('cukup');
    await session.close();
  });
});

describe('embedded only', () => {
  it('knows no other host', async () => {
    const databases = createNodeDatabases();
    const elsewhere = databases.connect({ url: 'jdbc:postgresql://db.example:5432/x' }, never);
    await expect(elsewhere).rejects.toBeInstanceOf(ConnectionError);
    await expect(elsewhere).rejects.toThrow('The connection attempt failed.');
  });

  it('keeps data between runs, resets in a moment, and keeps others out', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'alur-test-'));
    try {
      const first = createNodeDatabases({ folder });
      await withSession(first, (session) => session.query('CREATE TABLE tetap AS SELECT 7 AS n'));
      await first.close();
      const second = createNodeDatabases({ folder });
      await withSession(second, async (session) =>
        expect((await session.query('SELECT n FROM tetap')).rows).toEqual([[7]]),
      );
      await expect(createNodeDatabases({ folder }).connect({ url }, never)).rejects.toMatchObject({
        explanation: expect.stringContaining('sedang dipakai'),
      });
      await second.reset('ny_taxi');
      await withSession(second, async (session) =>
        expect((await session.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")).rows).toEqual([[0]]),
      );
      await second.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('says that its files are damaged, with the way out, and works again after a reset', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'alur-test-'));
    try {
      const before = createNodeDatabases({ folder });
      await withSession(before, (session) => session.query('CREATE TABLE hilang (n int)'));
      await before.close();
      for (const file of ['PG_VERSION', 'global/pg_control', 'global/pg_filenode.map']) {
        writeFileSync(join(folder, 'ny_taxi', file), 'rusak');
      }
      const after = createNodeDatabases({ folder });
      const refused = after.connect({ url }, never);
      await expect(refused).rejects.toBeInstanceOf(ConnectionError);
      await expect(refused).rejects.toMatchObject({
        explanation: expect.stringMatching(/rusak.*Hapus folder `.*ny_taxi`/),
      });
      await after.reset('ny_taxi');
      await withSession(after, async (session) =>
        expect((await session.query("SELECT to_regclass('hilang') AS t")).rows).toEqual([[null]]),
      );
      await after.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('refuses a port that Postgres does not have in its network', async () => {
    const databases = createNodeDatabases();
    await expect(databases.connect({ url: 'jdbc:postgresql://pgdatabase:5433/x' }, never)).rejects.toMatchObject({
      message: expect.stringMatching(/^Connection to pgdatabase:5433 refused/),
      explanation: expect.stringContaining('5432'),
    });
  });

  it('lets sessions of one database wait for each other, those of two not', async () => {
    const databases = createNodeDatabases();
    const first = await databases.connect({ url }, never);
    const waiting = databases.connect({ url }, never);
    const other = await databases.connect({ url: 'jdbc:postgresql://localhost/lain' }, never);
    await first.query('CREATE TABLE antre (n int)');
    await first.close();
    const second = await waiting;
    expect((await second.query('SELECT count(*) FROM antre')).rows).toEqual([[0]]);
    await second.close();
    await other.close();
    await databases.close();
  });
});

describe.skipIf(server === undefined)('a real Postgres only', () => {
  const address = new URL(server ?? 'postgresql://127.0.0.1:1/x');
  const jdbc = (change: { host?: string; port?: string; database?: string }) =>
    `jdbc:postgresql://${change.host ?? address.hostname}:${change.port ?? address.port}/${change.database ?? 'postgres'}`;
  const direct = createPgDatabases();
  const username = decodeURIComponent(address.username);

  it.each([
    [
      'a wrong port',
      { url: jdbc({ port: '1' }), username },
      /^Connection to .*:1 refused\. Check that/,
      /periksa host dan port/,
    ],
    [
      'an unknown host',
      { url: jdbc({ host: 'tidak-ada.invalid' }), username },
      /^The connection attempt failed\.$/,
      /nama host/,
    ],
    [
      'a missing database',
      { url: jdbc({ database: 'tidak_ada' }), username },
      /^FATAL: database "tidak_ada" does not exist/,
      /`tidak_ada`/,
    ],
    [
      'an unknown user',
      { url: jdbc({}), username: 'bukan_siapa' },
      /^FATAL: (role "bukan_siapa" does not exist|password)/,
      /`bukan_siapa`/,
    ],
  ])('says %s as the driver does', async (_, request, message, explanation) => {
    const refused = direct.connect(request, never);
    await expect(refused).rejects.toBeInstanceOf(ConnectionError);
    await expect(refused).rejects.toMatchObject({
      message: expect.stringMatching(message),
      explanation: expect.stringMatching(explanation),
    });
  });
});
