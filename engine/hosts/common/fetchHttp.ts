/** HTTP by `fetch`: timeouts, redirects, whole bodies only. Each host says in its own words why nobody answered. */
import { type Http, type HttpRequest, HttpUnreachableError } from '../../ports/Http.ts';
import { ofLength } from './streams.ts';

export interface FetchOptions {
  fetch: typeof globalThis.fetch;
  /** What to say when `fetch` rejects. */
  unreachable: (error: unknown, url: URL) => HttpUnreachableError;
}

export function createFetchHttp({ fetch, unreachable }: FetchOptions): Http {
  return {
    async fetch(request, signal) {
      const url = addressOf(request.url);
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
        body: bodyOf(response, request),
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

function addressOf(text: string): URL {
  const url = URL.parse(text);
  if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return url;
  throw new HttpUnreachableError(`URI '${text.slice(0, 200)}' is not a valid http address`, {
    explanation: 'Alamatnya harus diawali `http://` atau `https://`. Periksa `uri` setelah dirender.',
  });
}

function tooSlow(url: URL, ms: number): HttpUnreachableError {
  return new HttpUnreachableError(`Read timed out after ${ms} ms: ${url.href}`, {
    explanation: `Server tidak selesai menjawab dalam ${ms / 1000} detik. Coba lagi, atau naikkan \`options.timeout\`.`,
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
function bodyOf(response: Response, { method }: HttpRequest): ReadableStream<Uint8Array> {
  const body = response.body ?? new Blob([]).stream();
  const promised = response.headers.get('content-length');
  const isPacked = response.headers.has('content-encoding');
  if (promised === null || isPacked || method.toUpperCase() === 'HEAD' || response.status === 304) return body;
  return ofLength(body, Number(promised));
}
