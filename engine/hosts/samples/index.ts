/** Samples in front of the network: an address of the table is answered offline, everything else goes on to the given `Http`. */
import type { Http, HttpRequest, HttpResponse } from '../../ports/Http.ts';
import { streamOf } from '../common/streams.ts';
import type { SampleSize } from './months.ts';
import type { Sample, SampleAnswer } from './sample.ts';
import { samples } from './table.ts';

export { type Colour, type SampleSize, type TaxiMonth, taxiRowCount } from './months.ts';
export type { Sample, SampleAnswer } from './sample.ts';
export { samples } from './table.ts';
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
  // What writes goes to the real host: a sample can't keep it, and must not claim to.
  if (!['GET', 'HEAD'].includes(method.toUpperCase())) return undefined;
  const [place = url] = url.split('#', 1);
  const [address = place] = place.split('?', 1);
  const query = new URLSearchParams(place.slice(address.length));
  for (const { pattern, answer, label } of table) {
    const groups = pattern.exec(address)?.groups;
    if (!groups) continue;
    const found = answer({ ...groups }, size, query);
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
  const body = fileName?.endsWith('.gz') ? text.pipeThrough(new CompressionStream('gzip')) : text;
  return {
    status: 200,
    headers: {
      'content-type': [contentType],
      ...(fileName !== undefined && { 'content-disposition': [`attachment; filename=${fileName}`] }),
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
  body: streamOf(
    'Not Found. Alamat ini dijawab data contoh buatan Alur, dan data contoh tidak punya isinya. Di terminal, `--data asli` bertanya ke alamat aslinya.',
  ),
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
