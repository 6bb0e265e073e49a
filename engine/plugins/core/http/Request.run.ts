import type * as z from 'zod';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import type { RequestProperties } from './options.ts';
import type { schema } from './Request.ts';
import { type Asking, send } from './send.ts';

/** An output lives in the execution: larger answers belong in a file. */
const LARGEST_BODY = 10 * 1024 * 1024;

export async function run(properties: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const { body, ...outputs } = await fetchAnswer(properties, context);
  context.metric({ name: 'response.length', type: 'counter', value: body?.length ?? 0, tags: {} });
  if (body === undefined) return { outputs };
  if (!properties.encryptBody) return { outputs: { ...outputs, body } };
  // As a Kestra without a key: it says so and hands the text on under another name.
  context.log.warn('Unable to encrypt the output as encryption is not configured');
  return { outputs: { ...outputs, encryptedBody: { value: body, type: 'io.kestra.datatype:aes_encrypted' } } };
}

export interface HttpAnswer extends Record<string, unknown> {
  code: number;
  headers: Record<string, string[]>;
  uri: string;
  body?: string;
}

/** Asks once; the body as text, where there is one. */
export async function fetchAnswer(properties: RequestProperties, context: Asking): Promise<HttpAnswer> {
  const response = await send(properties, context);
  const body = await textOf(response.body, charsetOf(response.headers, properties.options?.defaultCharset));
  const isKept = properties.method !== 'HEAD' && response.status !== 204;
  return { code: response.status, headers: response.headers, uri: response.url, ...(isKept && { body }) };
}

async function textOf(body: ReadableStream<Uint8Array>, charset: string): Promise<string> {
  const decoder = decoderFor(charset);
  let text = '';
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > LARGEST_BODY) {
      throw new TaskError(`The response body is larger than ${LARGEST_BODY} bytes`, {
        explanation:
          'Jawabannya lebih besar dari 10 MB. Pakai `io.kestra.plugin.core.http.Download` supaya jadi berkas.',
      });
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function charsetOf(headers: Record<string, string[]>, fallback = 'utf-8'): string {
  return /charset\s*=\s*"?([^\s;"]+)/i.exec(headers['content-type']?.[0] ?? '')?.[1] ?? fallback;
}

function decoderFor(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
