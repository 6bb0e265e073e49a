/**
 * The journal in a file. A killed process loses nothing that `append` had resolved for; a power cut loses at most what the system had
 * not yet written, and nothing with `fsync`. A batch cut off in the middle (the process died while writing) is removed, with a word said.
 */
import { writeSync } from 'node:fs';
import { type FileHandle, mkdir, open, stat, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Journal, JournalError, type JournalRecord } from '../../ports/Journal.ts';
import { codeOf } from './files.ts';
import { faultOf } from './journalFaults.ts';
import { batchesAfter, batchesAt, checksumAt, verifyAll } from './journalFile.ts';
import { lastSeal, readSnapshot, removeSeal, sealed, writeSeal, writeSnapshot } from './journalSides.ts';
import { HEADER, lineOf } from './journalText.ts';
import { acquireLock, type Door, type Lock } from './lock.ts';

export interface FileJournalOptions {
  /** Whether every batch waits for the disk. */
  fsync?: boolean;
  /** How long to wait for another process on the same file; 10 s unless said otherwise. */
  patienceMs?: number;
  /** Told when a half-written batch was cut off, or when it has to wait for another process; in Indonesian. */
  warn?: (message: string) => void;
  /** Where others can speak to the process that has the journal. */
  door?: Door;
}

export interface FileJournal extends Journal {
  /** Lets the next process in. */
  close(): Promise<void>;
}

interface Tail {
  handle: FileHandle;
  lock: Lock;
  /** Of the last line. */
  checksum: string;
  size: number;
  /** Whether the seal, if there is one, still says so. */
  isSealed: boolean;
}

export function createFileJournal(path: string, options: FileJournalOptions = {}): FileJournal {
  const { fsync = false } = options;
  let tail: Promise<Tail> | undefined;
  let failure: JournalError | undefined;

  function opened(): Promise<Tail> {
    tail ??= openTail(path, options).catch((error: unknown) => {
      tail = undefined;
      throw faultOf(error, path);
    });
    return tail;
  }

  /** Half a line may stand there now: nothing may follow it. */
  function refuse(error: unknown): JournalError {
    const fault = faultOf(error, path);
    failure ??=
      fault instanceof JournalError ? fault : new JournalError(`Jurnal ${path} tidak bisa ditulis: ${fault}.`);
    return failure;
  }

  /** Handed to the system at once, without a thread's detour: that takes microseconds, as it only goes into the system's memory. */
  function write(at: Tail, records: readonly JournalRecord[]): number {
    if (failure) throw failure;
    const { line, checksum } = lineOf(records, at.checksum);
    const bytes = Buffer.from(line);
    const place = at.size;
    at.isSealed = false;
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(at.handle.fd, bytes, done);
    } catch (error) {
      throw refuse(error);
    }
    at.checksum = checksum;
    at.size += bytes.length;
    return place;
  }

  return {
    async append(records) {
      const at = await opened();
      const place = write(at, records);
      if (!fsync) return place;
      await at.handle.datasync().catch((error: unknown) => {
        throw refuse(error);
      });
      return place;
    },
    async *read(after = 0) {
      const { size } = await opened();
      yield* batchesAfter(path, after, size);
    },
    async at(places) {
      const { handle, size } = await opened();
      return batchesAt(path, handle, places, size);
    },
    async keep({ upTo, data }) {
      const json = JSON.stringify(data);
      const { handle, size } = await opened();
      const checksum = await checksumAt(path, handle, upTo, size);
      if (checksum !== undefined) await writeSnapshot(path, { upTo, checksum, json });
    },
    async kept() {
      const { handle, size } = await opened();
      const found = await readSnapshot(path);
      if (!found) return undefined;
      // The journal itself was verified: where no such line stands, the snapshot is of another one.
      const there = await checksumAt(path, handle, found.upTo, size).catch(() => undefined);
      return there === found.checksum ? { upTo: found.upTo, data: JSON.parse(found.json) } : undefined;
    },
    async close() {
      const at = await tail?.catch(() => undefined);
      tail = undefined;
      if (!at) return;
      // Without a seal the next process only takes longer to open.
      if (!at.isSealed && !failure) await writeSeal(path, at).catch(() => undefined);
      await at.handle.close();
      await at.lock.release();
    },
  };
}

/** Verifies the whole file once, cuts off a torn end, and stays at its end. */
async function openTail(
  path: string,
  { patienceMs = 10_000, warn = () => undefined, door }: FileJournalOptions,
): Promise<Tail> {
  const waiting = (pid: number) =>
    warn(`Menunggu proses lain (nomor ${pid}) yang memakai ${dirname(path)}, paling lama ${patienceMs / 1000} dtk…`);
  const lock = await acquireLock(`${path}.lock`, { patienceMs, waiting, ...(door && { door }) });
  try {
    const length = await sizeOf(path);
    if (length === undefined) await removeSeal(path);
    const seal = await sealed(path).catch(() => undefined);
    const { checksum, size, torn, isOpen } = seal
      ? { ...seal, torn: 0, isOpen: false }
      : await verifyAll(path, length ?? 0, await lastSeal(path));
    if (torn > 0) {
      await truncate(path, size);
      warn(`Jurnal ${path}: ${torn} byte terakhir tidak tertulis utuh (proses berhenti di tengah) dan dibuang.`);
    }
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(path, 'a+');
    const added = size === 0 ? HEADER : isOpen ? '\n' : '';
    if (added === '') return { handle, lock, checksum, size, isSealed: seal !== undefined };
    await handle.writeFile(added).catch(async (error: unknown) => {
      await handle.close();
      throw error;
    });
    return { handle, lock, checksum, size: size + added.length, isSealed: false };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Nothing where there is no such file. */
async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
