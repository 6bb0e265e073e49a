/**
 * The process of one DuckDB. It stands in the task's folder, so that relative paths start there, and can reach no file outside of it,
 * no network and no extension. Ending the process stops any query.
 */
import { closeSync, openSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance, type DuckDBResult, ResultReturnType } from '@duckdb/node-api';
import type { Reply } from '../../common/workerClient.ts';
import { asksForBuiltIn } from '../../duckdb/extensions.ts';
import type { DuckdbRequest, Page } from '../../duckdb/protocol.ts';
import { SETTINGS } from '../../duckdb/settings.ts';
import { cellOf, parameterOf, parameterType, typeName } from './values.ts';

/** What `duckdb_extensions()` says is installed. */
const BUILT_IN = ['autocomplete', 'core_functions', 'icu', 'json', 'parquet'];

let instance: DuckDBInstance | undefined;
let connection: DuckDBConnection | undefined;
let reading: { result: DuckDBResult; pageSize: number; exact: boolean; left: unknown[][] } | undefined;

/** Made while the process waits for its task, as most tasks want one. */
const inMemory = DuckDBInstance.create(':memory:').then(async (made) => {
  const first = await made.connect();
  await first.run('SELECT 1');
  return { made, first };
});
inMemory.catch(() => undefined);

type Opening = Extract<DuckdbRequest, { operation: 'open' }>;

async function open({ folder, database, spill, memory, links }: Opening): Promise<{ writable: string[] }> {
  process.chdir(folder);
  if (database === undefined) ({ made: instance, first: connection } = await inMemory);
  else {
    instance = await DuckDBInstance.create(database);
    connection = await instance.connect();
  }
  await connection.run(SETTINGS({ folder, spill, memory }).join(';'));
  return { writable: links.filter(isWritable) };
}

/** Asked of the system itself: rights, file systems and users differ too much to know it otherwise. */
function isWritable(path: string): boolean {
  try {
    closeSync(openSync(path, 'r+'));
    return true;
  } catch {
    return false;
  }
}

async function query(request: Extract<DuckdbRequest, { operation: 'query' }>): Promise<Page> {
  if (!connection) throw new Error('DuckDB is not open');
  reading = undefined;
  const { sql, pageSize, exact } = request;
  if (asksForBuiltIn(sql, BUILT_IN)) return { rows: [], affected: 0, more: false };
  const result = await resultOf(connection, request);
  if (result.returnType !== ResultReturnType.QUERY_RESULT || result.columnCount === 0) {
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; ) chunk = await result.fetchChunk();
    return { rows: [], affected: result.rowsChanged, more: false };
  }
  reading = { result, pageSize, exact, left: [] };
  const types = result.columnTypes();
  const columns = result.columnNames().map((name, index) => {
    const type = types[index];
    return { name, type: type ? typeName(type) : 'text' };
  });
  return { columns, ...(await next()) };
}

/** A stream has to be prepared, for which DuckDB looks twice at what a file holds: a fifth of a query over a large one. */
function resultOf(from: DuckDBConnection, { sql, parameters, whole }: Extract<DuckdbRequest, { operation: 'query' }>) {
  if (parameters.length === 0) return whole ? from.run(sql) : from.stream(sql);
  const named = Object.fromEntries(parameters.map((value, index) => [String(index + 1), parameterOf(value)]));
  return from.stream(sql, named, parameterTypes(parameters));
}

/** By `$1`, `$2`: a list of types may have no gaps. */
const parameterTypes = (parameters: readonly unknown[]) =>
  Object.fromEntries(parameters.map((value, index) => [String(index + 1), parameterType(value)]));

async function next(): Promise<Page> {
  if (!reading) return { rows: [], affected: 0, more: false };
  const { result, pageSize, exact } = reading;
  const types = result.columnTypes();
  const rows = reading.left;
  while (rows.length <= pageSize) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) {
      reading = undefined;
      return { rows, affected: 0, more: false };
    }
    for (const row of chunk.getRows()) {
      rows.push(types.map((type, index) => cellOf(row[index] ?? null, type, exact)));
    }
  }
  reading.left = rows.splice(pageSize);
  return { rows, affected: 0, more: true };
}

async function answer(request: DuckdbRequest): Promise<unknown> {
  switch (request.operation) {
    case 'open':
      return open(request);
    case 'query':
      return query(request);
    case 'next':
      return next();
    case 'close':
      reading = undefined;
      connection?.closeSync();
      instance?.closeSync();
      return undefined;
  }
}

const send = (reply: Reply) => process.send?.(reply);

let line: Promise<unknown> = Promise.resolve();
process.on('message', (request: DuckdbRequest) => {
  const { id } = request;
  line = line
    .then(() => answer(request))
    .then(
      (said) => send({ id, answer: said }),
      (error: unknown) => send({ id, refused: { message: error instanceof Error ? error.message : String(error) } }),
    );
});
process.on('disconnect', () => process.exit(0));
