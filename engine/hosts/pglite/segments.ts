/**
 * Cuts a stream that COPY is to read into pieces that end where a record ends, so that a file of any size is loaded with only one
 * piece of it in memory. Each piece is a COPY of its own in the same transaction.
 */
import type { CopyFormat } from './copySql.ts';

const LINE_FEED = 10;
const BACKSLASH = 92;

export interface Segment {
  bytes: Uint8Array<ArrayBuffer>;
  /** Line ends before this segment, for error messages. */
  linesBefore: number;
}

export async function* segments(
  content: AsyncIterable<Uint8Array>,
  format: CopyFormat,
  size = 8 << 20,
): AsyncGenerator<Segment> {
  const cuttable = format.plainBytes && format.format !== 'binary' && format.escape === format.quote;
  let buffer = new Uint8Array(size);
  let filled = 0;
  let linesBefore = 0;
  for await (const chunk of content) {
    let from = 0;
    while (from < chunk.length) {
      if (filled === buffer.length) {
        const cut = cuttable ? lastRecordEnd(buffer, format) : 0;
        if (cut === 0) {
          buffer = grown(buffer);
        } else {
          const bytes = buffer.slice(0, cut);
          buffer.copyWithin(0, cut);
          filled -= cut;
          // Counted first: whoever gets the bytes may hand them on.
          const lines = countLines(bytes);
          yield { bytes, linesBefore };
          linesBefore += lines;
        }
      }
      const part = chunk.subarray(from, from + buffer.length - filled);
      buffer.set(part, filled);
      filled += part.length;
      from += part.length;
    }
  }
  if (filled > 0 || linesBefore === 0) yield { bytes: buffer.slice(0, filled), linesBefore };
}

function grown(buffer: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(buffer.length * 2);
  larger.set(buffer);
  return larger;
}

/** The index behind the last line end that ends a record; 0 when there is none. `bytes` starts at a record. */
export function lastRecordEnd(bytes: Uint8Array, { format, quote }: Pick<CopyFormat, 'format' | 'quote'>): number {
  return format === 'csv' ? lastCsvRecordEnd(bytes, quote.charCodeAt(0)) : lastTextRecordEnd(bytes);
}

/** Between an even and the next quote one is outside of quotes; a doubled quote leaves and enters again. */
function lastCsvRecordEnd(bytes: Uint8Array, quote: number): number {
  let last = 0;
  let from = 0;
  for (let outside = true; from < bytes.length; outside = !outside) {
    const next = bytes.indexOf(quote, from);
    const to = next < 0 ? bytes.length : next;
    if (outside) {
      const end = bytes.subarray(from, to).lastIndexOf(LINE_FEED);
      if (end >= 0) last = from + end + 1;
    }
    from = to + 1;
  }
  return last;
}

/** In the text format a line end behind an odd number of backslashes is part of a value. */
function lastTextRecordEnd(bytes: Uint8Array): number {
  let end = bytes.lastIndexOf(LINE_FEED);
  while (end >= 0) {
    let before = end;
    while (bytes[before - 1] === BACKSLASH) before -= 1;
    if ((end - before) % 2 === 0) return end + 1;
    if (end === 0) return 0;
    end = bytes.lastIndexOf(LINE_FEED, end - 1);
  }
  return 0;
}

export function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}
