/** What a request carries: a body as it is, a form, or a form with files. */
import type { Ports } from '../../../ports/Host.ts';
import { TaskError } from '../../definition.ts';
import { checkedUri } from '../storage/files.ts';
import type { RequestProperties } from './options.ts';

export interface Content {
  body?: string | Uint8Array;
  contentType: string;
}

/** All parts together: a form is built in memory. */
const MOST = 100 * 1024 * 1024;

export async function contentOf(
  { body, formData, contentType }: Pick<RequestProperties, 'body' | 'formData' | 'contentType'>,
  ports: Pick<Ports, 'storage' | 'random'>,
): Promise<Content> {
  if (!formData) return { ...(body !== undefined && { body }), contentType: contentType ?? 'application/json' };
  if (contentType?.toLowerCase().startsWith('multipart/')) return multipart(formData, ports);
  const fields = Object.entries(formData).map(([name, value]) => [name, String(value ?? '')]);
  return {
    body: new URLSearchParams(fields).toString(),
    contentType: contentType ?? 'application/x-www-form-urlencoded',
  };
}

/** A `kestra://` address becomes its file; `{name, content}` gives the file another name. */
async function multipart(form: Record<string, unknown>, ports: Pick<Ports, 'storage' | 'random'>): Promise<Content> {
  const boundary = `alur_${ports.random.id()}`;
  const pieces: Uint8Array[] = [];
  let length = 0;
  const add = (piece: Uint8Array | string): void => {
    const bytes = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece;
    length += bytes.byteLength;
    if (length > MOST) throw tooLarge();
    pieces.push(bytes);
  };
  for (const [name, value] of Object.entries(form)) {
    const file = fileOf(value);
    add(`--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"`);
    if (!file) add(`\r\nContent-Type: text/plain\r\n\r\n${String(value ?? '')}\r\n`);
    else {
      add(`; filename="${quoted(file.name)}"\r\nContent-Type: application/octet-stream\r\n\r\n`);
      for await (const chunk of await ports.storage.open(checkedUri(file.uri))) add(chunk);
      add('\r\n');
    }
  }
  add(`--${boundary}--\r\n`);
  return {
    body: new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer()),
    contentType: `multipart/form-data; boundary=${boundary}`,
  };
}

function fileOf(value: unknown): { name: string; uri: string } | undefined {
  if (typeof value === 'string' && value.startsWith('kestra://')) {
    return { name: value.slice(value.lastIndexOf('/') + 1), uri: value };
  }
  if (typeof value !== 'object' || value === null || !('name' in value) || !('content' in value)) return undefined;
  return { name: String(value.name), uri: String(value.content) };
}

/** A name can't end its header. */
const quoted = (name: string): string => name.replace(/[\r\n"\\]/g, '_');

const tooLarge = (): TaskError =>
  new TaskError(`The form is larger than ${MOST} bytes`, {
    explanation: 'Formulir dengan berkas lebih dari 100 MB tidak bisa dikirim dari sini. Perkecil berkasnya.',
  });
