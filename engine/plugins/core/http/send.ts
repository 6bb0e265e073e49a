/** One request from a task's properties, and what counts as a failure: nobody answers, or a status of 400 and above. */
import { type HttpRequest, type HttpResponse, HttpUnreachableError } from '../../../ports/Http.ts';
import { parseDuration } from '../../../time/duration.ts';
import { type TaskContext, TaskError } from '../../definition.ts';
import type { Options, RequestProperties } from './options.ts';

const DEFAULT_TIMEOUT_MS = 5 * 60_000;
const BODY_IN_MESSAGE = 2000;

/** What a task and a polling trigger have alike. */
export type Asking = Pick<TaskContext, 'ports' | 'signal' | 'log'>;

export async function send(properties: RequestProperties, context: Asking): Promise<HttpResponse> {
  const request = await requestFrom(properties);
  const response = await ask(request, context);
  if (response.sample !== undefined) {
    context.log.info(`Jawaban ini ${response.sample} buatan Alur, bukan dari internet: ${request.url}`);
  }
  if (response.status >= 400 && !isAllowed(response.status, properties.options)) throw await refused(response, request);
  return response;
}

async function ask(request: HttpRequest, { ports, signal, log }: Asking): Promise<HttpResponse> {
  try {
    return await ports.http.fetch(request, signal);
  } catch (error) {
    if (!(error instanceof HttpUnreachableError)) throw error;
    // A Kestra logs the client's error, then the task's failure with the same words.
    log.error(error.message);
    throw new TaskError(error.message, {
      explanation: error.explanation ?? 'Alamat itu tidak menjawab. Periksa ejaannya, lalu koneksi internetmu.',
      cause: error,
    });
  }
}

async function requestFrom({ uri, method, params, options, ...rest }: RequestProperties): Promise<HttpRequest> {
  if (options?.proxy) {
    throw new TaskError('Proxy is not supported', {
      explanation: '`options.proxy` belum bisa dipakai di sini. Hapus bagian itu.',
    });
  }
  const { body, headers } = await content(rest);
  return {
    url: withParameters(uri.trim(), params),
    method,
    headers: { ...headers, ...authorization(options), ...texts(rest.headers) },
    ...(body !== undefined && { body }),
    followRedirects: options?.followRedirects ?? true,
    timeoutMs: timeoutOf(options),
  };
}

async function content({
  body,
  formData,
  contentType,
}: Omit<RequestProperties, 'uri' | 'method'>): Promise<{ body?: string; headers: Record<string, string> }> {
  const type = contentType === undefined ? undefined : { 'content-type': contentType };
  if (body !== undefined) return { body, headers: type ?? { 'content-type': 'application/json' } };
  if (!formData) return { headers: type ?? {} };
  const fields = texts(formData);
  if (Object.values(fields).some((value) => value.startsWith('kestra://')) || contentType?.startsWith('multipart/')) {
    throw new TaskError('Multipart form data is not supported', {
      explanation: 'Mengirim berkas lewat `formData` belum bisa di sini. Kirim isinya lewat `body`.',
    });
  }
  return {
    body: new URLSearchParams(fields).toString(),
    headers: type ?? { 'content-type': 'application/x-www-form-urlencoded' },
  };
}

function withParameters(uri: string, params: Record<string, unknown> | undefined): string {
  if (!params) return uri;
  const pairs = Object.entries(params).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)]));
  const query = new URLSearchParams(pairs).toString();
  return query === '' ? uri : `${uri}${uri.includes('?') ? '&' : '?'}${query}`;
}

function authorization(options: Options | undefined): Record<string, string> {
  const { type, username, password, token } = options?.auth ?? {};
  if (type?.toUpperCase() === 'BEARER') return { authorization: `Bearer ${token ?? ''}` };
  const user = username ?? options?.basicAuthUser;
  if (user === undefined) return {};
  const pair = new TextEncoder().encode(`${user}:${password ?? options?.basicAuthPassword ?? ''}`);
  return { authorization: `Basic ${btoa(String.fromCharCode(...pair))}` };
}

function timeoutOf(options: Options | undefined): number {
  const written = options?.timeout?.readIdleTimeout ?? options?.readIdleTimeout ?? options?.readTimeout;
  const ms = written === undefined ? DEFAULT_TIMEOUT_MS : parseDuration(written);
  return typeof ms === 'number' ? ms : DEFAULT_TIMEOUT_MS;
}

const texts = (map: Record<string, unknown> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(map).map(([name, value]) => [name, String(value ?? '')]));

const isAllowed = (status: number, options: Options | undefined): boolean =>
  (options?.allowFailed ?? false) || (options?.allowedResponseCodes?.includes(status) ?? false);

async function refused({ status, body, sample }: HttpResponse, { url }: HttpRequest): Promise<TaskError> {
  const text = await beginning(body, BODY_IN_MESSAGE);
  return new TaskError(
    `Failed http request with response code '${status}'${text === '' ? '' : ` and body:\n${text}`}`,
    {
      explanation: `${reasonOf(status)} Alamatnya: ${url}.${sample === undefined ? '' : ` Yang menjawab adalah ${sample}: bulannya harus 2019-01 sampai 2021-07.`}`,
    },
  );
}

function reasonOf(status: number): string {
  if (status === 404) return 'Berkas itu tidak ada di server (404). Periksa nama dan tanggal di alamatnya.';
  if (status === 401 || status === 403) return `Server menolak (${status}). Periksa \`options.auth\` atau header-nya.`;
  if (status === 429) return 'Server menerima terlalu banyak permintaan (429). Tunggu sebentar, atau beri `retry`.';
  if (status >= 500) return `Server sedang bermasalah (${status}). Coba lagi nanti, atau beri task ini \`retry\`.`;
  return `Server menolak permintaan ini (${status}).`;
}

/** The first characters of a body; the rest is left unread. */
async function beginning(body: ReadableStream<Uint8Array>, limit: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length >= limit) break;
  }
  return text.slice(0, limit);
}
