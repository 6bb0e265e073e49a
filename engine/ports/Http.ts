/** HTTP as a flow sees it. Redirects are followed by the host; a body streams. */
export interface HttpRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: Uint8Array | string;
  followRedirects: boolean;
  /** Milliseconds until the whole answer must be there. */
  timeoutMs?: number;
}

export interface HttpResponse {
  status: number;
  /** Lower-case names; all values of a header. */
  headers: Record<string, string[]>;
  /** The address after redirects. */
  url: string;
  body: ReadableStream<Uint8Array>;
  /** Set where a sample of ours answered instead of the network: what it is, in Indonesian (`data contoh`). */
  sample?: string;
  /** Where a sample has not what was asked for: why, and what it has, in Indonesian. */
  sampleLacks?: string;
}

export interface Http {
  /** Rejects with `HttpUnreachableError` when nobody answers. */
  fetch(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse>;
}

/** The answer ended before it was whole, or went on after it: half a file is no file. */
export class TornBodyError extends Error {
  override name = 'TornBodyError';
}

export class HttpUnreachableError extends Error {
  override name = 'HttpUnreachableError';
  /** Indonesian: cause, then fix. */
  readonly explanation: string | undefined;

  constructor(message: string, facts: { explanation?: string; cause?: unknown } = {}) {
    super(message, { cause: facts.cause });
    this.explanation = facts.explanation;
  }
}
