/** The SQL box: the last answer, or the place and the cause in the text as typed. */
import { expect, test } from 'vitest';
import { DatabaseError, type SqlSession } from '../../ports/Databases.ts';
import { askSql } from './console.ts';

const session = (asked: string[]): SqlSession => ({
  async query(sql) {
    asked.push(sql);
    const at = sql.indexOf('salah');
    if (at >= 0)
      throw new DatabaseError('column "salah" does not exist', {
        sqlState: '42703',
        position: [...sql.slice(0, at)].length + 1,
      });
    return { columns: [{ name: 'n', type: 'int4' }], rows: [[asked.length]], affected: 0 };
  },
  close: async () => undefined,
});

test('every statement is asked, the last one answers', async () => {
  const asked: string[] = [];
  expect(await askSql(session(asked), "select 1; select ';' ;\n", 10)).toMatchObject({ rows: [[2]] });
  expect(asked).toEqual(['select 1', "select ';'"]);
  expect(await askSql(session(asked), ' -- apa-apa\n', 10)).toEqual({ columns: [], rows: [], affected: 0 });
});

test.each([
  ['select salah', 1, 8],
  ['select 1;\n\n  select\n    salah', 4, 5],
  ["select '🚕🚕', salah; select 2", 1, 16],
])('%j is refused at line %i, column %i', async (text, line, column) => {
  const asked: string[] = [];
  expect(await askSql(session(asked), text, 10)).toEqual({
    refused: expect.stringContaining('ERROR: column "salah" does not exist'),
    explanation: expect.stringContaining('Kolom `salah` tidak ada'),
    line,
    column,
  });
  expect(asked.at(-1)).toContain('salah');
});

test('what is no refusal is thrown', async () => {
  const lost = { ...session([]), query: async () => Promise.reject(new Error('putus')) };
  await expect(askSql(lost, 'select 1', 10)).rejects.toThrow('putus');
});
