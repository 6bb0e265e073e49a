/** Runs one statement and makes of its rows what `fetchType` asks for. */
import type { StatementResult } from '../../ports/Databases.ts';
import type { PollContext } from '../definition.ts';
import { byteStream } from './byteStream.ts';
import { ionLine } from './ion.ts';
import type { Source } from './pages.ts';
import { bindParameters } from './parameters.ts';
import { inZone } from './zone.ts';

export type FetchType = 'NONE' | 'STORE' | 'FETCH' | 'FETCH_ONE';

export interface Fetching {
  fetchType: FetchType;
  fetchSize: number;
  parameters?: Record<string, unknown> | undefined;
  timeZoneId?: string | undefined;
  /** A cursor lives in a transaction only. */
  transaction: boolean;
}

export interface Fetched {
  row?: Record<string, unknown>;
  rows?: Record<string, unknown>[];
  uri?: string;
  size?: number;
}

/** The older flags win over `fetchType`, in the order in which a Kestra looks at them. */
export function fetchTypeOf(how: {
  fetchType: FetchType;
  fetchOne: boolean;
  store: boolean;
  fetch: boolean;
}): FetchType {
  if (how.fetchOne) return 'FETCH_ONE';
  if (how.store) return 'STORE';
  return how.fetch ? 'FETCH' : how.fetchType;
}

/** Thrown positions are those of the statement as the person wrote it: `original` undoes what was rewritten. */
export interface Rewritten {
  sent: string;
  original: (position: number) => number;
}

/** Nothing for a statement that returns no rows. */
export async function fetchStatement(
  source: Source,
  sql: string,
  how: Fetching,
  context: PollContext,
  rewritten: Rewritten,
): Promise<Fetched | undefined> {
  const bound = bindParameters(sql, how.parameters ?? {});
  const { pages, before } = source.read(bound, how);
  rewritten.sent = ' '.repeat(before) + bound.sql;
  rewritten.original = (position) => bound.original(Math.max(1, position - before));
  const first = await pages.next();
  if (first.done || !first.value.columns) return undefined;
  return finish(first.value, pages, how, context);
}

async function finish(
  first: StatementResult,
  rest: AsyncGenerator<StatementResult>,
  how: Fetching,
  context: PollContext,
): Promise<Fetched> {
  switch (how.fetchType) {
    case 'NONE':
      context.log.info('fetchType is set to NONE, no output will be returned');
      await rest.return(undefined);
      return {};
    case 'FETCH':
      return { rows: asMaps(first, how.timeZoneId), size: first.rows.length };
    case 'FETCH_ONE': {
      await rest.return(undefined);
      const [row] = asMaps({ ...first, rows: first.rows.slice(0, 1) }, how.timeZoneId);
      return row ? { row, size: 1 } : { size: 0 };
    }
    case 'STORE':
      return store(first, rest, how, context);
  }
}

async function store(
  first: StatementResult,
  rest: AsyncGenerator<StatementResult>,
  { timeZoneId }: Fetching,
  context: PollContext,
): Promise<Fetched> {
  let size = 0;
  const encoder = new TextEncoder();
  async function* lines(): AsyncGenerator<Uint8Array> {
    for (let page: StatementResult | undefined = first; page; page = (await rest.next()).value ?? undefined) {
      const { columns = [], rows }: StatementResult = page;
      size += rows.length;
      if (rows.length > 0) yield encoder.encode(rows.map((row) => ionLine(columns, row, timeZoneId)).join(''));
      context.progress('STORE', size);
    }
  }
  const uri = `${context.storagePrefix}${context.ports.random.id()}.ion`;
  const stored = await context.ports.storage.put(uri, byteStream(lines()));
  return { uri: stored.uri, size };
}

/** A column that is NULL is left out, as in a Kestra's outputs. */
function asMaps({ columns = [], rows }: StatementResult, zone: string | undefined): Record<string, unknown>[] {
  return rows.map((row) => {
    const map: Record<string, unknown> = {};
    for (const [index, { name, type }] of columns.entries()) {
      const cell = row[index];
      if (cell !== null && cell !== undefined) map[name] = type === 'timestamptz' ? inZone(cell, zone) : cell;
    }
    return map;
  });
}
