/** Samples in front of the network: an address of the table is answered offline, everything else goes on to the given `Http`. */
import type { Http, HttpRequest, HttpResponse } from '../../ports/Http.ts';
import { streamOf } from '../common/streams.ts';
import type { SampleSize } from './months.ts';
import type { Sample, SampleAnswer } from './sample.ts';
import { samples } from './table.ts';
import { type WrittenSample, writtenSample } from './written.ts';

export { type Colour, type SampleSize, type TaxiMonth, taxiRowCount } from './months.ts';
export { readSamples } from './read.ts';
export type { Sample, SampleAnswer } from './sample.ts';
export { TAXI_COLUMNS, taxiCsv } from './taxiCsv.ts';
export type { WrittenSample } from './written.ts';

export interface SampleOptions {
  size?: SampleSize;
  /** An instructor's own, before the ones of the table. */
  own?: readonly WrittenSample[];
}

export const sampleTable = (own: readonly WrittenSample[] = []): readonly Sample[] => [
  ...own.map(writtenSample),
  ...samples,
];

export function withSamples(http: Http, { size = 'contoh', own }: SampleOptions = {}): Http {
  const table = sampleTable(own);
  return {
    async fetch(request, signal) {
      signal.throwIfAborted();
      return answerFrom(table, request, size) ?? http.fetch(request, signal);
    },
  };
}

function answerFrom(table: readonly Sample[], request: HttpRequest, size: SampleSize): HttpResponse | undefined {
  const method = request.method.toUpperCase();
  // What writes goes to the real host: a sample can't keep it, and must not claim to.
  const asked = table.filter(({ anyMethod }) => anyMethod || method === 'GET' || method === 'HEAD');
  const [place = request.url] = request.url.split('#', 1);
  const [address = place] = place.split('?', 1);
  const query = new URLSearchParams(place.slice(address.length));
  let owner: Sample | undefined;
  for (const sample of asked) {
    const groups = sample.pattern.exec(address)?.groups ?? (sample.pattern.test(address) ? {} : undefined);
    if (!groups && !isBelow(address, sample.prefix)) continue;
    const found = groups && sample.answer({ ...groups }, size, query, method);
    if (found) return served(found, sample.label, request.url, method);
    owner ??= sample;
  }
  return owner && notFound(owner, request.url);
}

/** What a place of the table does not have is said by the table, and not asked of the network. */
const isBelow = (address: string, prefix: string): boolean =>
  address.startsWith(prefix) && (prefix.endsWith('/') || /^(?:$|[/?])/.test(address.slice(prefix.length)));

function served(
  { status = 200, fileName, contentType, content }: SampleAnswer,
  sample: string,
  url: string,
  method: string,
): HttpResponse {
  const text = textStream(content);
  const body = fileName?.endsWith('.gz') ? text.pipeThrough(new CompressionStream('gzip')) : text;
  return {
    status,
    headers: {
      'content-type': [contentType],
      ...(fileName !== undefined && { 'content-disposition': [`attachment; filename=${fileName}`] }),
    },
    url,
    body: method === 'HEAD' ? streamOf('') : body,
    sample,
  };
}

function notFound({ label, has = '' }: Sample, url: string): HttpResponse {
  const why = `Alamat ini dijawab ${label} buatan Alur, dan isinya tidak ada di sana. ${has}`.trim();
  return {
    status: 404,
    headers: { 'content-type': ['text/plain; charset=utf-8'] },
    url,
    body: streamOf(`Not Found. ${why} Di terminal, \`--data asli\` bertanya ke alamat aslinya.`),
    sample: label,
    sampleLacks: why,
  };
}

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
