/** What only a real server does: passwords, SSL, timeouts, dying in the middle. On the machine's own Postgres; says so where there is none. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createPgDatabases } from '#engine/hosts/node/postgres/real.ts';
import { startCluster } from '#engine/hosts/node/postgres/testing.ts';
import { createEngine, type Engine } from '#engine/index.ts';

const PASSWORD = 'kopi-tubruk';
const cluster = await startCluster({ password: PASSWORD });
if (!cluster) console.log('Tidak ada initdb di mesin ini: uji terhadap Postgres sungguhan ditinggalkan.');

describe.skipIf(!cluster)('a real Postgres', () => {
  const address = new URL(cluster?.url ?? 'postgresql://root@127.0.0.1:1/postgres');
  const direct = createPgDatabases();
  const never = new AbortController().signal;
  const jdbc = (rest: string, port = address.port) => `jdbc:postgresql://127.0.0.1:${port}/${rest}`;
  const known = { username: 'root', password: PASSWORD };
  afterAll(() => cluster?.close());

  describe('connections', () => {
    test.each<[string, Parameters<typeof direct.connect>[0], RegExp, RegExp]>([
      [
        'a wrong password',
        { url: jdbc('postgres'), username: 'root', password: 'salah' },
        /^FATAL: password authentication failed for user "root"/,
        /Sandi untuk pengguna `root` salah/,
      ],
      [
        'no password',
        { url: jdbc('postgres'), username: 'root' },
        /^The server requested SCRAM-based authentication, but no password was provided\.$/,
        /Isi `password`/,
      ],
      [
        'a user that is not there',
        { url: jdbc('postgres'), username: 'entah', password: 'x' },
        /^FATAL: password authentication failed for user "entah"/,
        /`entah`/,
      ],
      [
        'a wrong database',
        { url: jdbc('ny_taksi'), ...known },
        /^FATAL: database "ny_taksi" does not exist/,
        /tidak punya database `ny_taksi`/,
      ],
      [
        'no server',
        { url: jdbc('postgres', '1'), ...known },
        /^Connection to 127\.0\.0\.1:1 refused/,
        /tidak ada Postgres yang mendengarkan/,
      ],
      [
        'a host that is nowhere',
        { url: 'jdbc:postgresql://tidak-ada.invalid:5432/x', ...known },
        /^The connection attempt failed\.$/,
        /nama host/,
      ],
      [
        'SSL, which the server does not have',
        { url: jdbc('postgres?sslmode=require'), ...known },
        /^The server does not support SSL\.$/,
        /tidak melayani SSL/,
      ],
      [
        'SSL by the short word',
        { url: jdbc('postgres?ssl=true'), ...known },
        /does not support SSL/,
        /tidak melayani SSL/,
      ],
    ])('%s is said as the driver says it, with the way out', async (_, request, message, explanation) => {
      const refused = await direct.connect(request, never).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(refused).toMatchObject({
        name: 'ConnectionError',
        message: expect.stringMatching(message),
        explanation: expect.stringMatching(explanation),
      });
    });

    test.each([
      ['as usual', { url: jdbc('postgres'), ...known }],
      ['user and password in the address', { url: jdbc(`postgres?user=root&password=${PASSWORD}`) }],
      ['SSL only where there is some', { url: jdbc('postgres?sslmode=prefer'), ...known }],
      ['no SSL', { url: jdbc('postgres?sslmode=disable'), ...known }],
      ['parameters that mean nothing here', { url: jdbc('postgres?ApplicationName=x&loginTimeout=5'), ...known }],
    ])('%s', async (_, request) => {
      const session = await direct.connect(request, never);
      expect((await session.query('SELECT 1')).rows).toEqual([[1]]);
      await session.close();
    });
  });

  describe('in a flow', () => {
    let home: string;
    let host: ReturnType<typeof createNodeHost>;
    let engine: Engine;
    beforeAll(() => {
      home = mkdtempSync(join(tmpdir(), 'alur-pg-sungguhan-'));
      host = createNodeHost({ home, db: address.href });
      engine = createEngine(host);
    });
    afterAll(async () => {
      await engine.close();
      rmSync(home, { recursive: true, force: true });
    });

    let flows = 0;
    async function started(task: Record<string, unknown>) {
      flows += 1;
      const q = { id: 'q', url: 'jdbc:postgresql://pgdatabase:5432/postgres', ...task };
      const source = `id: r${flows}\nnamespace: uji\ntasks:\n  - ${JSON.stringify(q)}\n`;
      return (await engine.start(await engine.deploy(source))).id;
    }
    async function ended(id: string) {
      const { state, taskRunList = [] } = await engine.wait(id);
      const errors = await engine.logs(id, { minLevel: 'ERROR' });
      return {
        state: state.current,
        outputs: await engine.outputs(id, taskRunList[0]?.id ?? ''),
        message: errors.map(({ message }) => message).join('\n'),
        explanation: errors.map(({ explanation }) => explanation ?? '').join('\n'),
        place: errors.find(({ place }) => place)?.place,
      };
    }
    const queries = async (sql: string, more = {}) =>
      ended(await started({ type: 'io.kestra.plugin.jdbc.postgresql.Queries', sql, fetchType: 'FETCH', ...more }));

    test('a statement that takes longer than its limit', async () => {
      const { state, message, explanation } = await queries("SET statement_timeout = '100ms'; SELECT pg_sleep(30)");
      expect(state).toBe('FAILED');
      expect(message).toMatch(/canceling statement due to statement timeout/);
      expect(explanation).toMatch(/Pernyataan ke-2 dari 2.*statement_timeout/);
    });

    test('a failing statement undoes the whole task; a NOTICE before it is heard', async () => {
      const { state } = await queries(
        "CREATE TABLE batal (n int); DO $$ BEGIN RAISE NOTICE 'sampai sini'; END $$; INSERT INTO batal VALUES ('x')",
      );
      expect(state).toBe('FAILED');
      expect((await queries("SELECT to_regclass('batal') IS NULL AS hilang")).outputs).toEqual({
        outputs: [{ rows: [{ hilang: true }], size: 1 }],
      });
    });

    test('a server that dies in the middle of a query', async () => {
      const id = await started({
        type: 'io.kestra.plugin.jdbc.postgresql.Queries',
        sql: 'SELECT 1; DO $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(30); END $$',
      });
      const { state, message, explanation } = await ended(id);
      expect(state).toBe('FAILED');
      expect(message).toMatch(/terminating connection|I\/O error/);
      expect(explanation).toMatch(/putus di tengah jalan/);
    });

    test('bytes of a database without an encoding are not taken for letters', async () => {
      await queries("CREATE DATABASE mentah ENCODING 'SQL_ASCII' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'", {
        transaction: false,
      });
      const url = 'jdbc:postgresql://pgdatabase:5432/mentah';
      const plain = await queries("CREATE TABLE kopi AS SELECT 'kopi' AS nama; SELECT * FROM kopi", { url });
      expect(plain.outputs).toEqual({ outputs: [{ rows: [{ nama: 'kopi' }], size: 1 }] });
      const { state, message, explanation } = await queries("SELECT E'caf\\xe9' AS nama", { url });
      expect(state).toBe('FAILED');
      expect(message).toMatch(/invalid byte sequence for encoding "UTF8": 0xe9/);
      expect(explanation).toMatch(/convert_from/);
    });
  });

  // The last one: it takes the server with it.
  test('a server that dies in the middle of a COPY', async () => {
    const session = await direct.connect({ url: jdbc('postgres'), ...known }, never);
    await session.query('CREATE TEMP TABLE besar (t text)');
    const chunk = new TextEncoder().encode(`${'x'.repeat(999)}\n`.repeat(64));
    let chunks = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(chunk);
        chunks += 1;
        if (chunks === 100) cluster?.kill();
      },
    });
    await expect(session.copyIn('COPY besar FROM STDIN', endless)).rejects.toMatchObject({
      name: 'DatabaseError',
      sqlState: expect.stringMatching(/^(08006|57P0[12])$/),
    });
    expect(chunks).toBeGreaterThanOrEqual(100);
    await session.close();
    await expect(direct.connect({ url: jdbc('postgres'), ...known }, never)).rejects.toThrow('refused');
  });
});
