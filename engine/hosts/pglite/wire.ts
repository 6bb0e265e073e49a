/**
 * COPY as a client of a server does it, by Postgres' own protocol: the file's bytes follow the statement, or its rows come back. PGlite's
 * other way, the file `/dev/blob`, is open to those only who may read and write the server's files.
 */
import { type PGlite, protocol } from '@electric-sql/pglite';

const { Parser, serialize } = protocol;
const COPY_DATA = 'd'.charCodeAt(0);
/** One byte that says the kind, four that say the length (which counts itself). */
const HEAD = 5;
/** Rows come one to a message: so many bytes of them are kept together. */
const PART = 1 << 20;

/** Rows copied; throws what Postgres refuses. */
export async function copyFromStdin(pg: PGlite, sql: string, bytes: Uint8Array): Promise<number> {
  const parts = [serialize.query(sql), headOf(bytes.length), bytes, serialize.copyDone()];
  const { messages } = await pg.execProtocol(joined(parts));
  return countOf(messages);
}

export async function copyToStdout(pg: PGlite, sql: string): Promise<{ content: Blob; rowCount: number }> {
  const rows = createCollector();
  const others: Uint8Array[] = [];
  const read = createReader(rows.add, (message) => others.push(message));
  await pg.execProtocolRawStream(serialize.query(sql), { onRawData: read });
  const messages: { name: string }[] = [];
  new Parser().parse(joined(others), (message) => messages.push(message));
  const refused = messages.find((message) => message instanceof Error);
  if (refused) throw refused;
  return { content: rows.blob(), rowCount: countOf(messages) };
}

/** From `COPY 12`. */
function countOf(messages: readonly { name: string }[]): number {
  const done = messages.find(({ name }) => name === 'commandComplete');
  return done && 'text' in done ? Number(/\d+$/.exec(String(done.text))?.[0] ?? 0) : 0;
}

/** The messages in what arrives in pieces of any size; the piece is only borrowed. */
function createReader(onRow: (row: Uint8Array) => void, onOther: (message: Uint8Array) => void) {
  let waiting: Uint8Array = new Uint8Array();
  return (piece: Uint8Array): void => {
    const bytes = waiting.length === 0 ? piece : joined([waiting, piece]);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let at = 0;
    while (bytes.length - at >= HEAD) {
      const end = at + 1 + view.getUint32(at + 1);
      if (end > bytes.length) break;
      if (bytes[at] === COPY_DATA) onRow(bytes.subarray(at + HEAD, end));
      else onOther(bytes.slice(at, end));
      at = end;
    }
    waiting = bytes.slice(at);
  };
}

function createCollector() {
  const parts: Blob[] = [];
  let part = new Uint8Array(PART);
  let filled = 0;
  const close = () => {
    parts.push(new Blob([part.subarray(0, filled)]));
    filled = 0;
  };
  return {
    add(row: Uint8Array): void {
      if (filled + row.length > part.length) {
        close();
        if (row.length > part.length) part = new Uint8Array(row.length);
      }
      part.set(row, filled);
      filled += row.length;
    },
    blob(): Blob {
      close();
      return new Blob(parts);
    },
  };
}

function headOf(length: number): Uint8Array {
  const head = new Uint8Array(HEAD);
  head[0] = COPY_DATA;
  new DataView(head.buffer).setUint32(1, length + 4);
  return head;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
