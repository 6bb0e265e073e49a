/**
 * The journal's text: a header, then one line a batch: `CHECKSUM PREVIOUS JSON`. A checksum covers its batch and the checksum before it,
 * so a changed, lost, added or moved line shows; a line that is read alone shows whether it is what was written. The line's end is its
 * last byte: without it the batch was not written whole.
 */
import { hash } from 'node:crypto';
import * as z from 'zod';
import { JournalError, type JournalRecord } from '../../ports/Journal.ts';
import { packed, unpacked } from '../common/journalJson.ts';

const VERSION = 2;
const LENGTH = 16;
const SPACE = 32;
/** Where the previous checksum starts, and where the JSON does. */
const COVERED = LENGTH + 1;
const JSON_AT = COVERED + LENGTH + 1;

export const HEADER = `${JSON.stringify({ alur: 'journal', version: VERSION })}\n`;
/** The checksum "before the first batch". */
export const FIRST = '0'.repeat(LENGTH);

const header = z.object({ alur: z.literal('journal'), version: z.number() });

export const checksumOf = (text: string | Uint8Array): string => hash('sha256', text, 'hex').slice(0, LENGTH);

export function lineOf(records: readonly JournalRecord[], previous: string): { line: string; checksum: string } {
  const covered = `${previous} ${packed(records)}`;
  const checksum = checksumOf(covered);
  return { line: `${checksum} ${covered}\n`, checksum };
}

export function checkHeader(line: Buffer, path: string): void {
  const found = header.safeParse(parsed(line));
  if (!found.success) throw broken(path, 'baris 1', 'baris pertamanya bukan kepala jurnal Alur');
  if (found.data.version !== VERSION) {
    throw new JournalError(
      `Jurnal ${path} ditulis oleh versi ${found.data.version}, sedangkan Alur ini memakai versi ${VERSION}. Pakai \`--home\` lain, atau pindahkan berkas itu.`,
    );
  }
}

/** The line's own checksum. Throws `JournalError` where it is not what was written; `previous` is not looked at where it is unknown. */
export function verified(line: Buffer, previous: string | undefined, path: string, where: string): string {
  const checksum = line.toString('latin1', 0, LENGTH);
  const follows = previous === undefined || line.toString('latin1', COVERED, JSON_AT - 1) === previous;
  const shaped = line[LENGTH] === SPACE && line[JSON_AT - 1] === SPACE;
  if (shaped && follows && checksumOf(line.subarray(COVERED)) === checksum) return checksum;
  throw broken(path, where, 'isinya tidak cocok dengan checksum-nya');
}

/** Whether these bytes can be the beginning of the batch after `previous`, or of the header where nothing stands before them. */
export function mayBeTorn(bytes: Buffer, previous: string | undefined): boolean {
  const text = bytes.toString('latin1', 0, JSON_AT + 1);
  if (previous === undefined) return HEADER.startsWith(bytes.toString('latin1', 0, HEADER.length));
  const checksum = text.slice(0, LENGTH);
  return /^[0-9a-f]*$/.test(checksum) && ` ${previous} [`.startsWith(text.slice(LENGTH));
}

/** The records of a line that was verified. */
export function recordsIn(line: Buffer, path: string, where: string): JournalRecord[] {
  try {
    return unpacked(line.toString('utf8', JSON_AT));
  } catch {
    throw broken(path, where, 'isinya bukan daftar catatan');
  }
}

function parsed(text: Buffer): unknown {
  try {
    return JSON.parse(text.toString('utf8'));
  } catch {
    return undefined;
  }
}

export const broken = (path: string, where: string, why: string): JournalError =>
  new JournalError(
    `Jurnal ${path} rusak di ${where}: ${why}. Kembalikan berkas itu dari cadangan, atau pakai \`--home\` lain.`,
  );

export const shortened = (path: string): JournalError =>
  new JournalError(
    `Jurnal ${path} tidak lagi memuat semua yang pernah ditulis: akhirnya dipotong atau diganti. Kembalikan berkas itu dari cadangan, atau pakai \`--home\` lain. Kalau isinya memang sengaja lebih lama (dari cadangan), hapus ${path}.seal.`,
  );
