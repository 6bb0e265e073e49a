import type * as z from 'zod';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import { checkedUri, endingOf, openFile, writeFile } from './files.ts';
import type { schema } from './Reverse.ts';

/** The last line is needed first: the file is held whole. */
const MOST = 512 * 1024 * 1024;
/** In these a byte 10 is always a line's end, so that lines are moved as bytes. */
const BYTEWISE = /^(utf-?8|us-ascii|ascii|iso-8859-\d+|latin1|windows-125\d)$/i;
const [LINE_FEED, RETURN] = [10, 13];

export async function run(properties: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const { from, separator, charset } = properties;
  if (!BYTEWISE.test(charset)) {
    throw new TaskError(charset, {
      explanation: `Charset \`${charset.slice(0, 40)}\` tidak dikenal di sini. Pakai UTF-8, ISO-8859-1 atau US-ASCII.`,
    });
  }
  const size = (await context.ports.storage.size(checkedUri(from))) ?? 0;
  if (size > MOST) {
    throw new TaskError(`The file is too large to be reversed (${size} bytes)`, {
      explanation: 'Berkas lebih dari 512 MB tidak bisa dibalik. Pecah dulu dengan storage.Split.',
    });
  }
  const bytes = new Uint8Array(await new Response(await openFile(from, context)).arrayBuffer());
  const { uri } = await writeFile(reversed(bytes, new TextEncoder().encode(separator)), endingOf(from), context);
  return { outputs: { uri } };
}

/** From the last line to the first, each followed by the separator. */
function reversed(bytes: Uint8Array, separator: Uint8Array): ReadableStream<Uint8Array> {
  let end = bytes.at(-1) === LINE_FEED ? bytes.length - 1 : bytes.length;
  return new ReadableStream(
    {
      pull(controller) {
        if (end < 0 || bytes.length === 0) return controller.close();
        const start = end === 0 ? 0 : bytes.lastIndexOf(LINE_FEED, end - 1) + 1;
        const stop = bytes[end - 1] === RETURN ? end - 1 : end;
        if (stop > start) controller.enqueue(bytes.slice(start, stop));
        if (separator.length > 0) controller.enqueue(separator);
        end = start - 1;
      },
    },
    { highWaterMark: 0 },
  );
}
