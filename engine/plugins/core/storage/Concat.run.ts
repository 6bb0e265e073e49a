import type * as z from 'zod';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import type { schema } from './Concat.ts';
import { checkedUri, openFile, writeFile } from './files.ts';

export async function run(
  { files, separator, extension }: z.output<typeof schema>,
  context: TaskContext,
): Promise<TaskResult> {
  const uris = Array.isArray(files) ? files : listOf(files);
  uris.forEach(checkedUri);
  const pieces = bytes(uris, separator, context);
  const whole = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return();
      },
    },
    { highWaterMark: 0 },
  );
  const { uri } = await writeFile(whole, extension, context);
  return { outputs: { uri } };
}

async function* bytes(
  uris: readonly string[],
  separator: string | undefined,
  context: TaskContext,
): AsyncGenerator<Uint8Array, void> {
  for (const uri of uris) {
    for await (const chunk of await openFile(uri, context)) {
      context.signal.throwIfAborted();
      yield chunk;
    }
    if (separator) yield new TextEncoder().encode(separator);
  }
}

/** Kestra takes a text only as a JSON list. */
function listOf(text: string): string[] {
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list)) return list.map(String);
  } catch {
    // said below
  }
  throw new TaskError(`Invalid \`files\` properties with type 'class java.lang.String'`, {
    explanation: '`files` harus daftar alamat `kestra://`. Untuk satu berkas pun tulis sebagai daftar.',
  });
}
