/** Samples in front of the network: an address of the table is answered offline, everything else goes on to the given `Http`. */
import type { Http, HttpRequest, HttpResponse } from '../../ports/Http.ts';
import { streamOf } from '../common/streams.ts';
import type { SampleSize } from './months.ts';
import { type Sample, type SampleAnswer, samples } from './table.ts';

export { type Colour, type SampleSize, type TaxiMonth, taxiRowCount } from './months.ts';
export { type Sample, type SampleAnswer, samples } from './table.ts';
export { TAXI_COLUMNS, taxiCsv } from './taxiCsv.ts';

export interface SampleOptions {
  size?: SampleSize;
  /** Before the ones of the table. */
  more?: readonly Sample[];
}

export function withSamples(http: Http, { size = 'contoh', more = [] }: SampleOptions = {}): Http {
  const table = [...more, ...samples];
  return {
    async fetch(request, signal) {
      signal.throwIfAborted();
      return answerFrom(table, request, size) ?? http.fetch(request, signal);
    },
  };
}

function answerFrom(
  table: readonly Sample[],
  { url, method }: HttpRequest,
  size: SampleSize,
): HttpResponse | undefined {
  const address = url.split(/[?#]/, 1)[0] ?? url;
  for (const { pattern, answer, label } of table) {
    const groups = pattern.exec(address)?.groups;
    if (!groups) continue;
    const found = answer({ ...groups }, size);
    return found ? served(found, label, url, method) : notFound(label, url);
  }
  return undefined;
}

function served(
  { fileName, contentType, content }: SampleAnswer,
  sample: string,
  url: string,
  method: string,
): HttpResponse {
  const text = textStream(content);
  const body = fileName.endsWith('.gz') ? text.pipeThrough(new CompressionStream('gzip')) : text;
  return {
    status: 200,
    headers: {
      'content-type': [contentType],
      'content-disposition': [`attachment; filename=${fileName}`],
    },
    url,
    body: method.toUpperCase() === 'HEAD' ? streamOf('') : body,
    sample,
  };
}

const notFound = (sample: string, url: string): HttpResponse => ({
  status: 404,
  headers: { 'content-type': ['text/plain; charset=utf-8'] },
  url,
  body: streamOf('Not Found'),
  sample,
});

/** Made as it is read: nothing waits in memory but one chunk. */
function textStream(content: Iterable<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const chunks = content[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const { value, done } = chunks.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel() {
      chunks.return?.();
    },
  });
}
