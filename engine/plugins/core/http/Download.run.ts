import type * as z from 'zod';
import { TornBodyError } from '../../../ports/Http.ts';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import type { schema } from './Download.ts';
import { fileNameFor } from './fileName.ts';
import { send } from './send.ts';

const BETWEEN_PROGRESS = 256 * 1024;

export async function run(properties: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const { ports, log, storagePrefix } = context;
  const response = await send(properties, context);
  const name = fileNameFor(response, properties.saveAs, ports.random);
  const body = response.body.pipeThrough(counting(response.headers['content-length']?.[0], context));
  const file = await ports.storage.put(storagePrefix + name, body).catch(half(properties.uri));
  context.metric({ name: 'response.length', type: 'counter', value: file.size, tags: tagsOf(properties, response) });
  if (file.size === 0) {
    if (properties.failOnEmptyResponse) {
      await ports.storage.delete(file.uri);
      throw new TaskError('No response from server', {
        explanation: 'Server menjawab tanpa isi. Periksa alamatnya, atau tulis `failOnEmptyResponse: false`.',
      });
    }
    log.warn(`File '${properties.uri}' is empty`);
  }
  log.debug(`File '${properties.uri}' downloaded with size '${file.size}'`);
  return { outputs: { code: response.status, uri: file.uri, length: file.size, headers: response.headers } };
}

/** A body that ended too early leaves no file; everything else goes on as it is. */
function half(uri: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof TornBodyError)) throw error;
    throw new TaskError(error.message, {
      explanation: `Unduhan ${uri} terputus di tengah jalan, jadi berkasnya dibuang. Jalankan lagi, atau beri task ini \`retry\`.`,
      cause: error,
    });
  };
}

function counting(promised: string | undefined, context: TaskContext): TransformStream<Uint8Array, Uint8Array> {
  const total = promised === undefined ? undefined : Number(promised);
  let done = 0;
  let told = 0;
  return new TransformStream({
    transform(chunk, controller) {
      context.signal.throwIfAborted();
      done += chunk.byteLength;
      if (done - told >= BETWEEN_PROGRESS) {
        told = done;
        context.progress('unduh', done, total);
      }
      controller.enqueue(chunk);
    },
  });
}

const tagsOf = ({ uri, method }: z.output<typeof schema>, { status }: { status: number }): Record<string, string> => ({
  request_method: method,
  request_uri: uri,
  response_code: String(status),
});
