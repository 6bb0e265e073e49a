/** What the system refuses about the journal's file, in words: the place, the cause, the fix. */
import { dirname } from 'node:path';
import { JournalError } from '../../ports/Journal.ts';
import { codeOf } from './files.ts';

const CAUSES: Record<string, (path: string) => string> = {
  ENOSPC: (path) => `disk penuh. Kosongkan ruang di ${dirname(path)}, lalu lanjutkan dengan \`alur resume\``,
  EDQUOT: (path) => `jatah disk habis. Kosongkan ruang di ${dirname(path)}, lalu lanjutkan dengan \`alur resume\``,
  EACCES: (path) => `tidak ada izin. Beri dirimu izin baca dan tulis di ${dirname(path)}, atau pakai \`--home\` lain`,
  EPERM: (path) => `tidak ada izin. Beri dirimu izin baca dan tulis di ${dirname(path)}, atau pakai \`--home\` lain`,
  EROFS: (path) => `${dirname(path)} hanya bisa dibaca. Pakai \`--home\` di tempat yang bisa ditulis`,
  EISDIR: () => 'di tempatnya ada folder, bukan berkas. Pindahkan folder itu, atau pakai `--home` lain',
  ENOTDIR: (path) => `${dirname(path)} bukan folder. Pakai \`--home\` lain`,
  EEXIST: (path) => `${dirname(path)} bukan folder. Pakai \`--home\` lain`,
  EIO: () => 'disk melaporkan kerusakan. Periksa disknya, lalu kembalikan berkas itu dari cadangan',
};

/** `JournalError` where the system's refusal is known; anything else as it is. */
export function faultOf(error: unknown, path: string): unknown {
  const cause = CAUSES[codeOf(error) ?? ''];
  return cause ? new JournalError(`Jurnal ${path} tidak bisa dipakai: ${cause(path)}.`, { cause: error }) : error;
}
