/** One connection to an embedded database: the port's session, carried out by the worker. */
import type { DatabaseRequest, DatabaseSession } from '../../ports/Databases.ts';
import { DatabaseError } from '../../ports/Databases.ts';
import type { Client } from '../common/workerClient.ts';
import { toResult, toText } from './cells.ts';
import { untilAborted } from './chunks.ts';
import { formatOf, withoutHeader } from './copySql.ts';
import type { Answer, Ask, Operation, PgliteOperations } from './protocol.ts';
import { type Segment, segments } from './segments.ts';
import { refuseServerFiles } from './serverFiles.ts';

/** `leave` gives the database to whoever waits next. */
export function openSession(
  client: Client<PgliteOperations>,
  signal: AbortSignal,
  leave: () => Promise<void>,
  onNotice?: DatabaseRequest['onNotice'],
): DatabaseSession {
  let closed: Promise<void> | undefined;
  let busy = 0;
  // A running query hears nothing: the worker itself has to go. An idle one is only rolled back when the session closes.
  const stop = () => {
    if (busy > 0) client.end(signal.reason);
  };
  signal.addEventListener('abort', stop);

  async function ask<O extends Operation>(operation: O, request: Ask<O>, transfer?: ArrayBuffer[]): Promise<Answer<O>> {
    signal.throwIfAborted();
    if (closed) throw new Error('The session is closed');
    busy += 1;
    try {
      return await client.ask(operation, request, transfer);
    } finally {
      busy -= 1;
    }
  }

  const copySegment = async (sql: string, { bytes, linesBefore }: Segment): Promise<number> => {
    try {
      return await ask('copyIn', { sql, bytes }, [bytes.buffer]);
    } catch (error) {
      throw movedBy(linesBefore, error);
    }
  };

  /** While one segment is copied the next one is read. */
  async function copyAll(
    sql: string,
    content: ReadableStream<Uint8Array>,
    progress: ((bytes: number) => void) | undefined,
  ): Promise<number> {
    const format = formatOf(sql);
    const later = format.header ? withoutHeader(sql) : sql;
    let statement = sql;
    let rows = 0;
    let bytes = 0;
    let running = Promise.resolve(0);
    for await (const segment of segments(untilAborted(content, signal), format)) {
      rows += await running;
      progress?.(bytes);
      bytes += segment.bytes.length;
      running = copySegment(statement, segment);
      running.catch(() => undefined);
      statement = later;
    }
    rows += await running;
    progress?.(bytes);
    return rows;
  }

  return {
    async query(sql, parameters = [], { maxRows, exact = false } = {}) {
      refuseServerFiles(sql);
      const { notices = [], ...result } = await ask('query', { sql, parameters: parameters.map(toText) });
      for (const notice of notices) onNotice?.(notice);
      return toResult(maxRows === undefined ? result : { ...result, rows: result.rows.slice(0, maxRows) }, exact);
    },

    /** A file in several segments is still one COPY: outside of a transaction it gets one of its own. */
    async copyIn(sql, content, progress) {
      const own = await ask('begin', {});
      try {
        const rows = await copyAll(sql, content, progress);
        if (own) await ask('query', { sql: 'COMMIT', parameters: [] });
        return rows;
      } catch (error) {
        if (own && !signal.aborted) await ask('query', { sql: 'ROLLBACK', parameters: [] });
        throw error;
      }
    },

    async copyOut(sql) {
      const { content, rowCount } = await ask('copyOut', { sql });
      return { content: content.stream(), rowCount: Promise.resolve(rowCount) };
    },

    close() {
      closed ??= leave().finally(() => signal.removeEventListener('abort', stop));
      return closed;
    },
  };
}

/** `COPY t, line 3: …` counts from the start of a segment; the person counts from the start of the file. */
function movedBy(lines: number, error: unknown): unknown {
  if (lines === 0 || !(error instanceof DatabaseError) || error.where === undefined) return error;
  const where = error.where.replace(/(COPY .*?, line )(\d+)/, (_, before, line) => `${before}${Number(line) + lines}`);
  return new DatabaseError(error.message, {
    ...(error.sqlState !== undefined && { sqlState: error.sqlState }),
    ...(error.position !== undefined && { position: error.position }),
    ...(error.detail !== undefined && { detail: error.detail }),
    ...(error.hint !== undefined && { hint: error.hint }),
    where,
  });
}
