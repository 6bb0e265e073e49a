/** The page's DuckDB, booted here in Node: the same cells as Node's own DuckDB gives (`tests/hostile/duckdb.test.ts`). */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { beforeAll, expect, test } from 'vitest';
import { columnsOf, isNoRows, rowsOf } from './arrow.ts';

interface Bindings {
  instantiate(onProgress: () => void): Promise<unknown>;
  open(config: object): void;
  connect(): object;
  runQuery(connection: number, sql: string): Uint8Array;
}

let ask: (sql: string) => { columns: unknown; rows: unknown[][]; silent: boolean };
beforeAll(async () => {
  const require = createRequire(import.meta.url);
  const path = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
  const { createDuckDB, VoidLogger, NODE_RUNTIME } = require(path);
  const module = { mainModule: join(dirname(path), 'duckdb-eh.wasm'), mainWorker: '' };
  const database = (await createDuckDB({ eh: module, mvp: module }, new VoidLogger(), NODE_RUNTIME)) as Bindings;
  await database.instantiate(() => undefined);
  database.open({ path: ':memory:' });
  const connection = database.connect();
  ask = (sql) => {
    const { schema, batches } = tableFromIPC(database.runQuery(Reflect.get(connection, '_conn') as number, sql));
    return {
      columns: columnsOf(schema),
      rows: batches.flatMap((batch) => rowsOf(batch, false)),
      silent: isNoRows(schema, sql),
    };
  };
}, 30_000);

test.each<[string, unknown]>([
  ['1', 1],
  ['9007199254740993::bigint', '9007199254740993'],
  ['sum(i) FROM range(10) t(i)', '45'],
  ['-5::hugeint', '-5'],
  ['-1.50::decimal(5,2)', -1.5],
  ["'12345678901234567890.123'::decimal(30,3)", '12345678901234567890.123'],
  ['1.1::float', 1.1],
  ['0.1::double', 0.1],
  ["'nan'::double", 'NaN'],
  ['true', true],
  ['NULL', null],
  ["timestamp '2024-01-02 03:04:05.000001'", '2024-01-02T03:04:05.000001'],
  ["timestamptz '2024-01-02 03:04:05.12+07'", '2024-01-01T20:04:05.12Z'],
  ["date '2024-01-02'", '2024-01-02'],
  ["date '0044-03-15'", '0044-03-15'],
  ["time '03:04:05'", '03:04:05'],
  ['interval 14 month', '1 year 2 months'],
  ["interval '3 days 04:05:06.7'", '3 days 04:05:06.7'],
  ["'11111111-1111-1111-1111-111111111111'::uuid", '11111111-1111-1111-1111-111111111111'],
  ["'Hello'::blob", 'SGVsbG8='],
  ['[1, 2, NULL]', [1, 2, null]],
  ["{'a': 1, 'b': [true]}", { a: 1, b: [true] }],
  ["map {'k': 1.5}", { k: 1.5 }],
  ["'manis'::ENUM('manis', 'asin')", 'manis'],
])('%s', (expression, expected) => {
  expect(ask(`SELECT ${expression}`).rows).toEqual([[expected]]);
});

test('tells a statement that gives no rows from a query', () => {
  expect(ask('CREATE TABLE t (n int)').silent).toBe(true);
  expect(ask('INSERT INTO t VALUES (1), (2)')).toMatchObject({ silent: true, rows: [[2]] });
  expect(ask('SELECT count(*) AS "Count" FROM t')).toMatchObject({ silent: false, rows: [[2]] });
  expect(ask('INSERT INTO t VALUES (3) RETURNING n').silent).toBe(false);
});
