/** Looking at the lab's database: its tables, any query, and emptying it before grading. */
import { askSql, type Host } from '#engine/index.ts';
import type { QueryAnswer, Table } from './api.ts';
import { faultOfSql } from './faults.ts';

type Databases = Host['databases'];

const MOST_ROWS = 200;
const urlOf = (database: string): string => `jdbc:postgresql://localhost:5432/${database}`;
const never = (): AbortSignal => new AbortController().signal;

const COLUMNS = `select c.table_schema, c.table_name, c.column_name, c.data_type
  from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
  where c.table_schema not in ('pg_catalog', 'information_schema') and t.table_type = 'BASE TABLE'
  order by 1, 2, c.ordinal_position`;

export async function listTables(databases: Databases, database: string): Promise<Table[]> {
  const session = await databases.connect({ url: urlOf(database) }, never());
  try {
    const tables = new Map<string, Table>();
    for (const [schema, name, column, type] of (await session.query(COLUMNS)).rows) {
      const key = `${schema}.${name}`;
      const table = tables.get(key) ?? { schema: String(schema), name: String(name), rows: 0, columns: [] };
      table.columns.push({ name: String(column), type: String(type) });
      tables.set(key, table);
    }
    for (const table of tables.values()) {
      const { rows } = await session.query(`select count(*) from ${quoted(table.schema)}.${quoted(table.name)}`);
      table.rows = Number(rows[0]?.[0] ?? 0);
    }
    return [...tables.values()];
  } finally {
    await session.close();
  }
}

export async function runQuery(
  databases: Databases,
  database: string,
  sql: string,
  signal: AbortSignal,
): Promise<QueryAnswer> {
  const session = await databases.connect({ url: urlOf(database) }, signal);
  const began = performance.now();
  try {
    const answer = await askSql(session, sql, MOST_ROWS);
    if ('refused' in answer) return { fault: faultOfSql(answer) };
    const rows = answer.rows.map((row) => row.map(shown));
    return { ...answer, rows, milliseconds: performance.now() - began };
  } catch (error) {
    if (signal.aborted) return { stopped: true };
    throw error;
  } finally {
    await session.close();
  }
}

export async function emptied(databases: Databases, database: string): Promise<void> {
  const session = await databases.connect({ url: urlOf(database) }, never());
  try {
    await session.query('DROP SCHEMA IF EXISTS public CASCADE');
    await session.query('CREATE SCHEMA public');
  } finally {
    await session.close();
  }
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function shown(value: unknown): unknown {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value;
  return typeof value === 'bigint' ? String(value) : JSON.stringify(value);
}
