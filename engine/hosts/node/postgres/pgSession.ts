/** One connection to a real Postgres, streaming both ways; the signal cancels on the server what is running there. */
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { DatabaseSession } from '../../../ports/Databases.ts';
import { abortable } from '../../common/abortable.ts';
import { toResult, toText } from '../../pglite/cells.ts';
import { untilAborted } from '../../pglite/chunks.ts';
import type { createTypeNames } from '../../pglite/typeNames.ts';
import { databaseError } from './pgErrors.ts';

/** Commands whose row count says what they changed. */
const CHANGES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE', 'COPY']);

export function openPgSession(
  client: pg.Client,
  config: pg.ClientConfig,
  signal: AbortSignal,
  typeNames: ReturnType<typeof createTypeNames>,
): DatabaseSession {
  type Row = (string | null)[];
  const rows = (sql: string, values: (string | null)[] = []) =>
    client.query<Row>({ text: sql, values, rowMode: 'array' });
  /** The server said it when the connection was made; the library keeps it for its own cancelling. */
  const pid: unknown = Reflect.get(client, 'processID');

  let busy = 0;
  const stop = () => {
    if (busy > 0) void cancel(config, Number(pid)).finally(() => client.end().catch(() => undefined));
  };
  signal.addEventListener('abort', stop, { once: true });

  /** What the server refuses becomes the port's error; a stop is heard at once, whatever the server does. */
  async function during<T>(work: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    busy += 1;
    try {
      return await abortable(work(), signal);
    } catch (error) {
      throw databaseError(error);
    } finally {
      busy -= 1;
    }
  }

  return {
    query: (sql, parameters = [], { maxRows, exact = false } = {}) =>
      during(async () => {
        const result = await rows(sql, parameters.map(toText));
        const affected = CHANGES.has(result.command) ? (result.rowCount ?? 0) : 0;
        if (result.fields.length === 0) return { rows: [], affected };
        const ids = result.fields.map((field) => field.dataTypeID);
        const types = await typeNames(ids, async (lookUp) => (await rows(lookUp)).rows);
        const columns = result.fields.map(({ name }, index) => ({ name, type: types[index] ?? 'unknown' }));
        const cells = maxRows === undefined ? result.rows : result.rows.slice(0, maxRows);
        return toResult({ columns, rows: cells, affected }, exact);
      }),

    copyIn: (sql, content, progress) =>
      during(async () => {
        const sink = client.query(copyFrom(sql));
        let bytes = 0;
        await pipeline(
          untilAborted(content, signal),
          async function* (chunks: AsyncIterable<Uint8Array>) {
            for await (const chunk of chunks) {
              bytes += chunk.length;
              yield chunk;
              progress?.(bytes);
            }
          },
          sink,
          { signal },
        );
        return sink.rowCount;
      }),

    copyOut: (sql) =>
      during(async () => {
        const source = client.query(copyTo(sql));
        const rowCount = Promise.withResolvers<number>();
        rowCount.promise.catch(() => undefined);
        const content = toWeb(source, () => rowCount.resolve(source.rowCount), rowCount.reject, signal);
        return { content, rowCount: rowCount.promise };
      }),

    async close() {
      signal.removeEventListener('abort', stop);
      await client.end().catch(() => undefined);
    },
  };
}

/** Node's own `Readable.toWeb` gives no typed errors and ends before the row count is known. */
function toWeb(
  source: Readable,
  onEnd: () => void,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = source[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      try {
        signal.throwIfAborted();
        const { done, value } = await chunks.next();
        if (!done) return controller.enqueue(value);
        onEnd();
        controller.close();
      } catch (error) {
        const known = signal.aborted ? signal.reason : databaseError(error);
        onError(known);
        controller.error(known);
      }
    },
    cancel: () => void source.destroy(),
  });
}

/** On a connection of its own: the busy one hears nothing. */
async function cancel(config: pg.ClientConfig, pid: number): Promise<void> {
  const helper = new pg.Client({ ...config, connectionTimeoutMillis: 2000 });
  helper.on('error', () => undefined);
  try {
    await helper.connect();
    await helper.query('SELECT pg_cancel_backend($1)', [pid]);
  } catch {
    // The connection is closed anyway; the server then notices by itself.
  } finally {
    await helper.end().catch(() => undefined);
  }
}
