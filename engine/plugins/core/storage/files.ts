/** Stored files as a task names them: opened by their address, written beside the task run's other files. */
import * as z from 'zod';
import type { StoredFile } from '../../../ports/Storage.ts';
import { type TaskContext, TaskError } from '../../definition.ts';
import { rendered } from '../../property.ts';

export const from = () => rendered(z.string()).describe('Alamat `kestra://` berkas yang dibaca.');

export const storedUri = (what: string) => z.string().describe(`Alamat \`kestra://\` ${what}.`);

/** Throws Kestra's sentence where the text is no address of the internal storage. */
export function checkedUri(uri: string): string {
  if (/(^|\/)\.\.(\/|$)/.test(uri)) {
    throw new TaskError("File should be accessed with their full path and not using relative '..' path.", {
      explanation: `Alamat \`${uri.slice(0, 200)}\` memuat \`..\`. Pakai alamat lengkap dari output task lain.`,
    });
  }
  if (uri.startsWith('kestra:///')) return uri;
  throw new TaskError(`Invalid internal storage uri, got uri '${uri.slice(0, 200)}'`, {
    explanation: 'Task ini membaca berkas penyimpanan internal: pakai alamat `kestra:///` dari output task lain.',
  });
}

export const openFile = (uri: string, { ports }: TaskContext): Promise<ReadableStream<Uint8Array>> =>
  ports.storage.open(checkedUri(uri));

/** Under a fresh name with the given ending; `.tmp` where there is none. */
export function writeFile(
  content: Uint8Array | ReadableStream<Uint8Array>,
  ending: string | undefined,
  { ports, storagePrefix }: TaskContext,
): Promise<StoredFile> {
  return ports.storage.put(`${storagePrefix}${ports.random.id()}${dotted(ending)}`, content);
}

/** `csv` and `.csv` are the same ending. */
function dotted(ending: string | undefined): string {
  if (ending === undefined || ending === '') return '.tmp';
  const safe = ending.replace(/[^\w.-]/g, '_').slice(0, 60);
  return safe.startsWith('.') ? safe : `.${safe}`;
}

/** `.csv` of `…/data.csv`; nothing where the name has none. */
export const endingOf = (uri: string): string | undefined => /\.[A-Za-z0-9]{1,16}$/.exec(uri)?.[0];

const BATCH = 64 * 1024;

/** Pieces of text as a byte stream, many small ones together. */
export function streamOfTexts(texts: AsyncIterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        let batch = '';
        while (batch.length < BATCH) {
          const { value, done } = await texts.next();
          if (done) {
            if (batch !== '') controller.enqueue(encoder.encode(batch));
            controller.close();
            return;
          }
          batch += value;
        }
        controller.enqueue(encoder.encode(batch));
      },
      async cancel() {
        await texts.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
