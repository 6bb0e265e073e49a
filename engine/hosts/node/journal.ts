/**
 * The journal in a file. A killed process loses nothing that `append` had resolved for; a power cut loses at most what the system had
 * not yet written, and nothing with `fsync`. A batch cut off in the middle (the process died while writing) is removed, with a word said.
 */
import { createReadStream } from 'node:fs';
import { mkdir, open, stat, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Journal, JournalError, type JournalRecord } from '../../ports/Journal.ts';
import { codeOf } from './files.ts';
import { checkHeader, FIRST, HEADER, lineOf, readLine } from './journalText.ts';
import { acquireLock, type Lock } from './lock.ts';

export interface FileJournalOptions {
  /** Whether every batch waits for the disk. */
  fsync?: boolean;
  /** How long to wait for another process on the same file; 10 s unless said otherwise. */
  patienceMs?: number;
  /** Told when a half-written batch was cut off, in Indonesian. */
  warn?: (message: string) => void;
}

export interface FileJournal extends Journal {
  /** Lets the next process in. */
  close(): Promise<void>;
}

interface Tail {
  handle: Awaited<ReturnType<typeof open>>;
  lock: Lock;
  checksum: string;
  size: number;
}

export function createFileJournal(path: string, options: FileJournalOptions = {}): FileJournal {
  const { fsync = false, patienceMs = 10_000, warn = () => undefined } = options;
  let tail: Promise<Tail> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let failure: unknown;

  /** Checks the whole file once, cuts off a torn end, and stays at its end. */
  async function openTail(): Promise<Tail> {
    const lock = await acquireLock(`${path}.lock`, patienceMs);
    try {
      const { checksum, size, torn } = await check(path);
      if (torn > 0) {
        await truncate(path, size);
        warn(`Jurnal ${path}: ${torn} byte terakhir tidak tertulis utuh (proses berhenti di tengah) dan dibuang.`);
      }
      await mkdir(dirname(path), { recursive: true });
      const handle = await open(path, 'a');
      if (size > 0) return { handle, lock, checksum, size };
      await handle.writeFile(HEADER);
      return { handle, lock, checksum, size: HEADER.length };
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  function opened(): Promise<Tail> {
    tail ??= openTail().catch((error: unknown) => {
      tail = undefined;
      throw error;
    });
    return tail;
  }

  async function write(records: readonly JournalRecord[]): Promise<void> {
    if (failure !== undefined) throw failure;
    const at = await opened();
    const { line, checksum } = lineOf(records, at.checksum);
    try {
      await at.handle.writeFile(line);
      if (fsync) await at.handle.datasync();
    } catch (error) {
      // Half a line may stand there now: nothing may follow it.
      failure = new JournalError(`Jurnal ${path} tidak bisa ditulis: ${String(error)}. Periksa sisa ruang disk.`);
      throw failure;
    }
    at.checksum = checksum;
    at.size += Buffer.byteLength(line);
  }

  return {
    append(records) {
      if (records.length === 0) return Promise.resolve();
      const turn = queue.then(() => write(records));
      queue = turn.catch(() => undefined);
      return turn;
    },
    async *read() {
      const { size } = await opened();
      for await (const { records } of batches(path, size)) yield* records;
    },
    async close() {
      await queue;
      const at = await tail?.catch(() => undefined);
      tail = undefined;
      await at?.handle.close();
      await at?.lock.release();
    },
  };
}

/** Where the last whole batch ends, and how many bytes follow it. */
async function check(path: string): Promise<{ checksum: string; size: number; torn: number }> {
  const length = await sizeOf(path);
  let end = { checksum: FIRST, size: 0 };
  for await (const { checksum, end: size } of batches(path, length)) end = { checksum, size };
  return { ...end, torn: length - end.size };
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0;
    throw error;
  }
}

/** Every whole line up to `size`: the header as an empty batch, then the batches. */
async function* batches(
  path: string,
  size: number,
): AsyncGenerator<{ records: JournalRecord[]; checksum: string; end: number }> {
  let checksum = FIRST;
  let number = 0;
  for await (const { line, end } of wholeLines(path, size)) {
    number++;
    let records: JournalRecord[] = [];
    if (number === 1) checkHeader(line, path);
    else ({ records, checksum } = readLine(line, checksum, path, number));
    yield { records, checksum, end };
  }
}

/** Lines that have their end, without it; `end` is the offset after it. */
async function* wholeLines(path: string, size: number): AsyncGenerator<{ line: string; end: number }> {
  if (size === 0) return;
  let rest: Buffer[] = [];
  let offset = 0;
  for await (const chunk of createReadStream(path, {
    end: size - 1,
    highWaterMark: 1 << 20,
  }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      const line = Buffer.concat([...rest, chunk.subarray(from, at)]).toString('utf8');
      rest = [];
      from = at + 1;
      yield { line, end: offset + from };
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
    offset += chunk.length;
  }
}
