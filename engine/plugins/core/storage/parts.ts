/** Lines dealt out to several files: each in turn as it fills, or side by side. */
import { type TaskContext, TaskError } from '../../definition.ts';
import { streamOfTexts, writeFile } from './files.ts';

interface Target {
  ending: string | undefined;
  separator: string;
}

/** A file that is full is closed, the next line opens another; `full` is asked after each line. */
export async function inTurn(
  lines: AsyncIterator<string>,
  full: (rows: number, bytes: number) => boolean,
  { ending, separator }: Target,
  context: TaskContext,
): Promise<string[]> {
  const uris: string[] = [];
  let waiting = await lines.next();
  async function* part(): AsyncGenerator<string, void> {
    let rows = 0;
    let bytes = 0;
    while (!waiting.done) {
      const text = waiting.value + separator;
      yield text;
      waiting = await lines.next();
      rows++;
      bytes += new TextEncoder().encode(text).byteLength;
      if (full(rows, bytes)) return;
    }
  }
  while (!waiting.done) {
    context.signal.throwIfAborted();
    uris.push((await writeFile(streamOfTexts(part()), ending, context)).uri);
  }
  return uris;
}

/** Files that are written at the same time. */
const MOST_FILES = 1_000;

interface Open {
  writer: WritableStreamDefaultWriter<Uint8Array>;
  stored: Promise<{ uri: string }>;
  batch: string;
}

const BATCH = 64 * 1024;

/** Each line goes to the file of its key (none: left out); files in the order in which their keys were first seen. */
export async function sideBySide(
  lines: AsyncIterable<string>,
  keyOf: (line: string, index: number) => string | undefined,
  { ending, separator }: Target,
  context: TaskContext,
): Promise<string[]> {
  const files = new Map<string, Open>();
  const encoder = new TextEncoder();
  const flush = async (file: Open): Promise<void> => {
    if (file.batch !== '') await file.writer.write(encoder.encode(file.batch));
    file.batch = '';
  };
  try {
    let index = 0;
    for await (const line of lines) {
      context.signal.throwIfAborted();
      const key = keyOf(line, index++);
      if (key === undefined) continue;
      const file = files.get(key) ?? opened(ending, context);
      files.set(key, file);
      if (files.size > MOST_FILES) throw tooMany();
      file.batch += line + separator;
      if (file.batch.length >= BATCH) await flush(file);
    }
    for (const file of files.values()) {
      await flush(file);
      await file.writer.close();
    }
    return await Promise.all([...files.values()].map(async ({ stored }) => (await stored).uri));
  } catch (error) {
    for (const { writer } of files.values()) await writer.abort(error).catch(() => undefined);
    throw error;
  }
}

function opened(ending: string | undefined, context: TaskContext): Open {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const stored = writeFile(readable, ending, context);
  stored.catch(() => undefined);
  return { writer: writable.getWriter(), stored, batch: '' };
}

const tooMany = (): TaskError =>
  new TaskError(`More than ${MOST_FILES} files at once`, {
    explanation: `Pembagian ini menghasilkan lebih dari ${MOST_FILES} berkas sekaligus. Pakai \`rows\` atau \`bytes\`.`,
  });
