/** Scripts are cut at the right semicolons, and parameters are found in code only. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { batchStatement, insertInto } from './insert.ts';
import { bindParameters } from './parameters.ts';
import { scan } from './scan.ts';
import { splitStatements } from './split.ts';

describe('splitStatements', () => {
  test.each<[string, string, string[]]>([
    ['two statements', 'SELECT 1; SELECT 2', ['SELECT 1', 'SELECT 2']],
    ['a last semicolon, empty ones', ';;SELECT 1;\n;', ['SELECT 1']],
    ['comments alone', '-- SELECT 1;\n/* ; */', []],
    ['a string', "SELECT 'a;b'; SELECT 2", ["SELECT 'a;b'", 'SELECT 2']],
    ['a doubled quote', "SELECT 'it''s; ok'; SELECT 2", ["SELECT 'it''s; ok'", 'SELECT 2']],
    ['an escape string', "SELECT E'a\\';b'; SELECT 2", ["SELECT E'a\\';b'", 'SELECT 2']],
    ['a plain string with a backslash', "SELECT 'a\\'; SELECT 2", ["SELECT 'a\\'", 'SELECT 2']],
    ['a quoted name', 'SELECT 1 AS "a;b"; SELECT 2', ['SELECT 1 AS "a;b"', 'SELECT 2']],
    ['dollar quotes', 'DO $$ BEGIN; END $$; SELECT 2', ['DO $$ BEGIN; END $$', 'SELECT 2']],
    ['tagged dollar quotes', 'DO $a$ $$;$b$; $a$; SELECT 2', ['DO $a$ $$;$b$; $a$', 'SELECT 2']],
    ['a parameter is no dollar quote', 'SELECT $1; SELECT $2', ['SELECT $1', 'SELECT $2']],
    ['nested comments', 'SELECT /* a /* ; */ ; */ 1; SELECT 2', ['SELECT /* a /* ; */ ; */ 1', 'SELECT 2']],
    ['a comment behind', 'SELECT 1 -- ;\n; SELECT 2', ['SELECT 1 -- ;', 'SELECT 2']],
    [
      'BEGIN ATOMIC',
      'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END; SELECT 3',
      ['CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END', 'SELECT 3'],
    ],
    ['a plain BEGIN', 'BEGIN; SELECT 1; END', ['BEGIN', 'SELECT 1', 'END']],
    ['what never ends', "SELECT 'a; SELECT 2", ["SELECT 'a; SELECT 2"]],
  ])('%s', (_, script, expected) => {
    expect(splitStatements(script).map(({ sql }) => sql)).toEqual(expected);
  });

  const piece = fc.constantFrom(
    'a',
    ' ',
    '\n',
    ';',
    "'",
    '"',
    '$$',
    '$x$',
    '--',
    '/*',
    '*/',
    "E'",
    '\\',
    ':n',
    '?',
    '1',
    'END',
    'BEGIN ATOMIC ',
  );
  const script = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  test('every statement stands in the script where it says, in order, and none is empty', () => {
    fc.assert(
      fc.property(script, (text) => {
        let last = 0;
        for (const { sql, from, line } of splitStatements(text)) {
          expect(text.startsWith(sql, from)).toBe(true);
          expect(sql.trim()).toBe(sql);
          expect(sql).not.toBe('');
          expect(from).toBeGreaterThanOrEqual(last);
          expect(text.slice(0, from).split('\n')).toHaveLength(line);
          last = from + sql.length;
        }
      }),
    );
  });

  test('pieces of a scan are the whole text', () => {
    fc.assert(
      fc.property(script, (text) => {
        expect([...scan(text)].map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
      }),
    );
  });
});

describe('bindParameters', () => {
  test.each<[string, string, unknown[]]>([
    ['SELECT :a, :b, :a', 'SELECT $1, $2, $1', [1, 2]],
    ['SELECT \':a\', x::a, arr[1:a], ":a" -- :a', 'SELECT \':a\', x::a, arr[1:a], ":a" -- :a', []],
    ['SELECT :lain, :ab', 'SELECT :lain, :ab', []],
    ['SELECT (:a)::text', 'SELECT ($1)::text', [1]],
  ])('%s', (sql, bound, values) => {
    expect(bindParameters(sql, { a: 1, b: 2 })).toMatchObject({ sql: bound, values });
  });

  test('every character that stays is found again', () => {
    const sql = 'SELECT :a, x FROM t WHERE n = :bb AND y';
    const { sql: sent, original } = bindParameters(sql, { a: 1, bb: 2 });
    for (const name of ['SELECT', 'x', 'FROM', 'WHERE', 'AND', 'y']) {
      expect(original(sent.indexOf(name) + 1), name).toBe(sql.indexOf(name) + 1);
    }
  });
});

describe('batchStatement', () => {
  test.each<[string, number, string]>([
    ['INSERT INTO t VALUES (?, ?)', 2, 'INSERT INTO t VALUES ($1, $2), ($3, $4)'],
    [
      "INSERT INTO t (a) VALUES (lower(?) || '?') ON CONFLICT DO NOTHING",
      1,
      "INSERT INTO t (a) VALUES (lower($1) || '?'), (lower($2) || '?') ON CONFLICT DO NOTHING",
    ],
  ])('%s takes many rows at once', (sql, parameters, two) => {
    const batch = batchStatement(sql);
    expect(batch.parameters).toBe(parameters);
    expect(batch.mostRows).toBe(Math.floor(65_535 / parameters));
    expect(batch.text(2)).toBe(two);
  });

  test.each([
    'INSERT INTO t VALUES (?) ON CONFLICT (a) DO UPDATE SET a = 1',
    'UPDATE t SET a = ? WHERE b = ?',
    'INSERT INTO t SELECT ?',
    'INSERT INTO t VALUES (?) RETURNING a',
  ])('%s goes row by row', (sql) => {
    expect(batchStatement(sql).mostRows).toBe(1);
  });

  test('positions go back to the statement as written', () => {
    const sql = 'INSERT INTO t VALUES (?, salah, ?)';
    const batch = batchStatement(sql);
    expect(batch.original(batch.text(1).indexOf('salah') + 1)).toBe(sql.indexOf('salah') + 1);
    expect(insertInto('a.b', ['x', 'Y z'])).toBe('INSERT INTO a.b (x, "Y z") VALUES (?, ?)');
  });
});
