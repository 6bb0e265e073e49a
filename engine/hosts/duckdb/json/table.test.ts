/** The types and values that the page finds in a JSON file, against DuckDB's own reader. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jsonTable } from './table.ts';

const folder = mkdtempSync(join(tmpdir(), 'alur-json-'));
let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(() => {
  connection.closeSync();
  rmSync(folder, { recursive: true, force: true });
});

async function byDuckdb(text: string): Promise<string[]> {
  const path = join(folder, 'data.json');
  writeFileSync(path, text);
  const rows = await connection.runAndReadAll(`DESCRIBE FROM read_json_auto('${path}')`);
  // JSON is text here.
  return rows.getRowsJson().map(([name, type]) => `${name} ${String(type).replaceAll('JSON', 'VARCHAR')}`);
}

const ours = (text: string): string[] =>
  jsonTable(text)
    .columns.split(/, (?=CAST)/)
    .map((column) => {
      const [, type = '', name = ''] = /^CAST\(.* AS (.*)\) AS "(.*)"$/.exec(column) ?? [];
      return `${name} ${type.replaceAll('"', '')}`;
    });

describe('columns as DuckDB finds them', () => {
  test.each([
    '[{"a":1},{"a":2.5}]',
    '[{"a":1},{"a":"x"}]',
    '[{"a":null}]',
    '[{"a":"2021-01-01"},{"a":null}]',
    '[{"a":"2021-01-01"},{"a":"halo"}]',
    '[{"a":"2021-13-45"}]',
    '[{"a":"2021-02-30"}]',
    '[{"a":"2021-01-01T00:00:00Z"}]',
    '[{"a":"2021-01-01 10:00:00"}]',
    '[{"a":"2021-01-01T10:00:00.123"}]',
    '[{"a":"10:00:00"}]',
    '[{"a":"00000000-0000-0000-0000-000000000000"}]',
    '[{"a":{"x":1,"y":[1,2]}},{"a":{"z":true}}]',
    '[{"a":[]}]',
    '[{"a":[1,"x"]}]',
    '[{"a":[{"x":1},{"x":2.5}]}]',
    '[{"a":{"x":1}},{"a":[1]}]',
    '[{"a":true},{"a":1}]',
    '[{"a":1},{"b":2}]',
    '[1,2]',
    '["x"]',
    '[{"a":1},2]',
    '[]',
    '{"a":1}',
    '{"items":[{"a":1}]}',
    '{"a":1}\n\n{"a":2}\n',
    '[{"a":12345678901234567890}]',
    '[{"a":10.0}]',
    '[{"a":1e3}]',
    '[{"a":99999999999999999999999999999999999999999}]',
    '[{"A":1,"a":2}]',
    '',
  ])('%s', async (text) => {
    expect(ours(text)).toEqual(await byDuckdb(text));
  });
});

test('values arrive as they were', () => {
  const text = '[{"a":10.0,"b":{"x":[1,null]},"c":{"k":1},"d":12345678901234567890},{"a":null,"c":"teks"}]';
  const rows = tableFromIPC(jsonTable(text).arrow)
    .toArray()
    .map((row) => JSON.parse(JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? Number(value) : value))));
  expect(rows).toEqual([
    { a: 10, b: { x: [1, null] }, c: '{"k":1}', d: '12345678901234567890' },
    { a: null, b: null, c: '"teks"', d: null },
  ]);
});

test.each(['[{"a":1}] x', '{"a":1}\n{"a":', '<html>'])('what is no JSON is an error: %s', (text) => {
  expect(() => jsonTable(text)).toThrow(SyntaxError);
});
