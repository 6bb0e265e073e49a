/** Reading the journal's file: all of its lines, or single ones by their offset. What is read is verified. */
import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { JournalBatch } from '../../ports/Journal.ts';
import { broken, checkHeader, FIRST, mayBeTorn, recordsIn, shortened, verified } from './journalText.ts';

interface Line {
  /** Without its end. */
  bytes: Buffer;
  /** Offset of its first byte. */
  at: number;
}

const CHUNK = 1 << 20;
/** What is read at once for single lines: an execution's batches mostly stand close together. */
const WINDOW = 1 << 16;
const END_OF_LINE = 10;

export interface End {
  /** Of the last line. */
  checksum: string;
  /** Where it ends. */
  size: number;
  /** Bytes of a batch after it that was not written whole. */
  torn: number;
  /** Its end of line is missing (some editors take it away), and nothing else. */
  isOpen: boolean;
}

/**
 * Verifies the whole file up to `length`. `seal` says where it once ended: that place has to be there still. What follows the last
 * line has to be the beginning of a batch, else somebody else wrote it.
 */
export async function verifyAll(path: string, length: number, seal?: { size: number; checksum: string }): Promise<End> {
  let end = { checksum: FIRST, size: 0 };
  let number = 0;
  let isWhole = seal === undefined;
  for await (const lines of linesOf(path, 0, length)) {
    for (const { bytes, at } of lines) {
      number++;
      if (number === 1) checkHeader(bytes, path);
      const checksum = number === 1 ? FIRST : verified(bytes, end.checksum, path, `baris ${number}`);
      end = { checksum, size: at + bytes.length + 1 };
      isWhole ||= end.size === seal?.size && checksum === seal.checksum;
    }
  }
  if (!isWhole) throw shortened(path);
  if (end.size === length) return { ...end, torn: 0, isOpen: false };
  const tail = await tailFrom(path, end.size);
  if (number > 0 && isLine(tail, end.checksum, path))
    return { checksum: verified(tail, end.checksum, path, ''), size: length, torn: 0, isOpen: true };
  if (!mayBeTorn(tail, number === 0 ? undefined : end.checksum))
    throw broken(
      path,
      `baris ${number + 1}`,
      number === 0 ? 'berkas ini bukan jurnal Alur' : 'akhirnya bukan catatan yang terpotong',
    );
  return { ...end, torn: tail.length, isOpen: false };
}

async function tailFrom(path: string, start: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { start }) as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function isLine(bytes: Buffer, previous: string, path: string): boolean {
  try {
    verified(bytes, previous, path, '');
    return true;
  } catch {
    return false;
  }
}

/** The batches that start after the offset; 0 for all. */
export async function* batchesAfter(path: string, after: number, size: number): AsyncGenerator<JournalBatch> {
  let previous: string | undefined;
  for await (const lines of linesOf(path, after, size)) {
    for (const { bytes, at } of lines) {
      if (at === 0) continue;
      const where = `byte ${at}`;
      previous = verified(bytes, previous, path, where);
      if (at > after) yield { place: at, records: recordsIn(bytes, path, where) };
    }
  }
}

/** Single batches by their offsets, which grow. */
export async function batchesAt(
  path: string,
  handle: FileHandle,
  places: readonly number[],
  size: number,
): Promise<JournalBatch[]> {
  const batches: JournalBatch[] = [];
  let window: { from: number; bytes: Buffer } = { from: 0, bytes: Buffer.alloc(0) };
  for (const place of places) {
    const where = `byte ${place}`;
    let line = lineIn(window, place);
    for (let length = WINDOW; line === undefined; length *= 4) {
      window = { from: place, bytes: await bytesAt(handle, place, Math.min(length, size - place)) };
      line = lineIn(window, place);
      if (line === undefined && place + length >= size) throw broken(path, where, 'baris itu tidak ada lagi');
    }
    verified(line, undefined, path, where);
    batches.push({ place, records: recordsIn(line, path, where) });
  }
  return batches;
}

/** The checksum of the line at the offset; nothing where none stands there. */
export async function checksumAt(path: string, handle: FileHandle, place: number, size: number) {
  if (place >= size) return undefined;
  const [batch] = await batchesAt(path, handle, [place], size);
  return batch && (await bytesAt(handle, place, FIRST.length)).toString('latin1');
}

async function bytesAt(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(Math.max(0, length));
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

function lineIn({ from, bytes }: { from: number; bytes: Buffer }, place: number): Buffer | undefined {
  const start = place - from;
  if (start < 0 || start >= bytes.length) return undefined;
  const end = bytes.indexOf(END_OF_LINE, start);
  return end < 0 ? undefined : bytes.subarray(start, end);
}

/** Lines that have their end, in lots. */
async function* linesOf(path: string, from: number, to: number): AsyncGenerator<Line[]> {
  if (from >= to) return;
  let rest: Buffer[] = [];
  let at = from;
  const stream = createReadStream(path, { start: from, end: to - 1, highWaterMark: CHUNK });
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(END_OF_LINE); end >= 0; end = chunk.indexOf(END_OF_LINE, start)) {
      const last = chunk.subarray(start, end);
      const bytes = rest.length === 0 ? last : Buffer.concat([...rest, last]);
      rest = [];
      lines.push({ bytes, at });
      at += bytes.length + 1;
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
    yield lines;
  }
}
