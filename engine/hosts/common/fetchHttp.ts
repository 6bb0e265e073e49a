/** HTTP by `fetch`: timeouts, redirects, whole bodies only. Each host says in its own words why nobody answered. */
import { type Http, type HttpRequest, HttpUnreachableError, TornBodyError } from '../../ports/Http.ts';

const NO_HOST = 'Target host is not specified';

export interface FetchOptions {
  fetch: typeof globalThis.fetch;
  /** What to say when `fetch` rejects. */
  unreachable: (error: unknown, url: URL) => HttpUnreachableError;
}

export function createFetchHttp({ fetch, unreachable }: FetchOptions): Http {
  return {
    async fetch(request, signal) {
      const url = httpAddress(request.url);
      const limit = request.timeoutMs === undefined ? undefined : AbortSignal.timeout(request.timeoutMs);
      const response = await fetch(url, init(request, limit ? AbortSignal.any([signal, limit]) : signal)).catch(
        (error: unknown) => {
          signal.throwIfAborted();
          throw limit?.aborted ? tooSlow(url, request.timeoutMs ?? 0) : unreachable(error, url);
        },
      );
      return {
        status: response.status,
        headers: headersOf(response.headers),
        url: response.url || url.href,
        body: bodyOf(response, request, () => (limit?.aborted ? tooSlow(url, request.timeoutMs ?? 0) : undefined)),
      };
    },
  };
}

function init({ method, headers, body, followRedirects }: HttpRequest, signal: AbortSignal): RequestInit {
  return {
    method,
    headers,
    signal,
    redirect: followRedirects ? 'follow' : 'manual',
    credentials: 'omit',
    ...(body !== undefined && { body: typeof body === 'string' ? body : body.slice() }),
  };
}

/** Throws `HttpUnreachableError` for what is no address of the web. */
export function httpAddress(text: string): URL {
  const url = URL.parse(text);
  if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return url;
  const isOther = url !== null && url.host !== '';
  throw new HttpUnreachableError(isOther ? `Unroutable protocol scheme: ${url.protocol}//${url.host}` : NO_HOST, {
    explanation: 'Alamatnya harus diawali `http://` atau `https://`. Periksa `uri` setelah dirender.',
  });
}

function tooSlow(url: URL, ms: number): HttpUnreachableError {
  return new HttpUnreachableError('Read timed out', {
    explanation: `${url.host} tidak selesai menjawab dalam ${ms / 1000} detik. Coba lagi, atau naikkan \`options.timeout\`.`,
  });
}

function headersOf(headers: Headers): Record<string, string[]> {
  const all: Record<string, string[]> = {};
  headers.forEach((value, name) => {
    all[name] = [...(all[name] ?? []), value];
  });
  return all;
}

/** The promised length counts only where the body came as it was sent. */
function bodyOf(
  response: Response,
  { method }: HttpRequest,
  late: () => Error | undefined,
): ReadableStream<Uint8Array> {
  const body = response.body ?? new Blob([]).stream();
  const isBodiless = method.toUpperCase() === 'HEAD' || response.status === 304;
  const isPacked = response.headers.has('content-encoding');
  const promised = isBodiless || isPacked ? null : response.headers.get('content-length');
  return whole(body, promised === null ? undefined : Number(promised), late);
}

/** Errors with `TornBodyError` where the body breaks off, or is not as long as promised. */
function whole(
  body: ReadableStream<Uint8Array>,
  expected: number | undefined,
  late: () => Error | undefined,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let length = 0;
  return new ReadableStream(
    {
      async pull(controller) {
        const { value, done } = await reader.read().catch((error: unknown) => {
          throw late() ?? (error instanceof TypeError ? torn(length, expected, error) : error);
        });
        if (!done) {
          length += value.byteLength;
          controller.enqueue(value);
        } else if (expected === undefined || length === expected) controller.close();
        else throw torn(length, expected);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

const torn = (received: number, expected: number | undefined, cause?: unknown): TornBodyError =>
  new TornBodyError(
    expected === undefined
      ? `Premature end of the message body (received: ${received})`
      : `Premature end of Content-Length delimited message body (expected: ${expected}; received: ${received})`,
    { cause },
  );
