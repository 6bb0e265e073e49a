/**
 * The journal's text: a header, then one line a batch: `CHECKSUM JSON`. A checksum covers its batch and the checksum before it, so
 * a changed, lost, added or moved line shows. The line's end is its last byte: without it the batch was not written whole.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { JournalError, type JournalRecord } from '../../ports/Journal.ts';

export const VERSION = 1;
const CHECKSUM_LENGTH = 16;

export const HEADER = `${JSON.stringify({ alur: 'journal', version: VERSION })}\n`;
/** The checksum "before the first batch". */
export const FIRST = '0'.repeat(CHECKSUM_LENGTH);

const header = z.object({ alur: z.literal('journal'), version: z.number() });
const batch = z.array(z.object({ stream: z.string(), data: z.unknown() }));

export function lineOf(records: readonly JournalRecord[], previous: string): { line: string; checksum: string } {
  const json = JSON.stringify(records);
  const checksum = checksumOf(json, previous);
  return { line: `${checksum} ${json}\n`, checksum };
}

export function checkHeader(line: string, path: string): void {
  const found = header.safeParse(parsed(line));
  if (!found.success) throw broken(path, 1, 'baris pertamanya bukan kepala jurnal Alur');
  if (found.data.version !== VERSION) {
    throw new JournalError(
      `Jurnal ${path} ditulis oleh versi ${found.data.version}, sedangkan Alur ini memakai versi ${VERSION}. Pakai \`--home\` lain, atau pindahkan berkas itu.`,
    );
  }
}

/** The records of a line, and its checksum for the next one. Throws `JournalError` with the place. */
export function readLine(
  line: string,
  previous: string,
  path: string,
  number: number,
): { records: JournalRecord[]; checksum: string } {
  const checksum = line.slice(0, CHECKSUM_LENGTH);
  const json = line.slice(CHECKSUM_LENGTH + 1);
  if (line[CHECKSUM_LENGTH] !== ' ' || checksumOf(json, previous) !== checksum) {
    throw broken(path, number, 'isinya tidak cocok dengan checksum-nya');
  }
  const records = batch.safeParse(parsed(json));
  if (!records.success) throw broken(path, number, 'isinya bukan daftar catatan');
  return { records: records.data, checksum };
}

const checksumOf = (json: string, previous: string): string =>
  createHash('sha256').update(previous).update(json).digest('hex').slice(0, CHECKSUM_LENGTH);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const broken = (path: string, number: number, why: string): JournalError =>
  new JournalError(
    `Jurnal ${path} rusak di baris ${number}: ${why}. Kembalikan berkas itu dari cadangan, atau pakai \`--home\` lain.`,
  );
