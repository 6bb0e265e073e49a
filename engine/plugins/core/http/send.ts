/** One request from a task's properties, and what counts as a failure: nobody answers, or a status of 400 and above. */
import { type HttpRequest, type HttpResponse, HttpUnreachableError } from '../../../ports/Http.ts';
import { type TaskContext, TaskError } from '../../definition.ts';
import { milliseconds } from '../../property.ts';
import { contentOf } from './content.ts';
import type { Options, RequestProperties } from './options.ts';

const DEFAULT_TIMEOUT_MS = 5 * 60_000;
const BODY_IN_MESSAGE = 2000;

/** What a task and a polling trigger have alike. */
export type Asking = Pick<TaskContext, 'ports' | 'signal' | 'log'>;

export async function send(properties: RequestProperties, context: Asking): Promise<HttpResponse> {
  const request = await requestFrom(properties, context);
  const response = await ask(request, context);
  if (response.sample !== undefined) {
    context.log.info(`Jawaban ini ${response.sample} buatan Alur, bukan dari internet: ${request.url}`);
  }
  context.log.debug(`Request '${request.url}' with the response code '${response.status}'`);
  if (properties.options?.logs?.includes('RESPONSE_HEADERS')) {
    context.log.debug(`response headers:\n${linesOf(response.headers)}`);
  }
  if (isRefused(response.status, properties)) throw await refused(response, request);
  // As a Kestra says it: the address that was asked, not the one that answered in the end.
  return { ...response, url: request.url };
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

async function requestFrom(properties: RequestProperties, { ports, log }: Asking): Promise<HttpRequest> {
  const { uri, method, params, options, headers } = properties;
  if (options?.proxy ?? options?.proxyAddress) {
    throw new TaskError('Proxy is not supported', {
      explanation: '`options.proxy` belum bisa dipakai di sini. Hapus bagian itu.',
    });
  }
  const { body, contentType } = await contentOf(properties, ports);
  const request: HttpRequest = {
    url: withParameters(uri.trim(), params),
    method,
    headers: { 'content-type': contentType, ...authorization(options), ...headersOf(headers) },
    ...(body !== undefined && { body }),
    followRedirects: options?.followRedirects ?? true,
    timeoutMs: timeoutOf(options),
  };
  if (options?.logs?.includes('REQUEST_HEADERS')) log.debug(`request headers:\n${linesOf(request.headers)}`);
  if (options?.logs?.includes('REQUEST_BODY') && typeof body === 'string') log.debug(`request body:\n${body}`);
  return request;
}

/** Names in lower case, so that a header of the flow's own takes the place of ours. */
const headersOf = (headers: Record<string, unknown> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers)
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [name.toLowerCase(), String(value)]),
  );

/** For the log: what identifies a person stays out of it. */
const linesOf = (headers: Record<string, string | string[]>): string =>
  Object.entries(headers)
    .map(([name, value]) => `    ${name}: ${/authorization|cookie/i.test(name) ? '******' : [value].flat().join(', ')}`)
    .join('\n');

function withParameters(uri: string, params: Record<string, unknown> = {}): string {
  const pairs = Object.entries(params).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)]));
  const query = pairs.map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
  const whole = query === '' ? uri : `${uri}${uri.includes('?') ? '&' : '?'}${query}`;
  return whole.replaceAll(' ', '%20');
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
  return written === undefined ? DEFAULT_TIMEOUT_MS : milliseconds(written);
}

/** 400 and above fails, unless allowed; with a list of codes, any other code does. */
function isRefused(status: number, { options, allowFailed }: RequestProperties): boolean {
  if (options?.allowFailed || allowFailed) return false;
  const codes = options?.allowedResponseCodes;
  return codes ? !codes.includes(status) : status >= 400;
}

async function refused({ status, body, sampleLacks }: HttpResponse, { url }: HttpRequest): Promise<TaskError> {
  const text = await beginning(body, BODY_IN_MESSAGE);
  return new TaskError(
    `Failed http request with response code '${status}'${text === '' ? '' : ` and body:\n${text}`}`,
    {
      explanation: `${sampleLacks ?? reasonOf(status)} Alamatnya: ${url}.`,
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
