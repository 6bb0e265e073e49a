/** Paths of a script's files: relative, and never out of the working directory. */
export class EscapingPathError extends Error {
  override name = 'EscapingPathError';
}

const LONGEST = 1000;

/** `./a//b.txt` to `a/b.txt`. Throws `EscapingPathError` for what is absolute, climbs, or is no plain path. */
export function insidePath(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  const hostile =
    path.startsWith('/') || path.includes('\\') || path.includes('\0') || path.length > LONGEST || parts.includes('..');
  if (hostile || parts.length === 0) {
    throw new EscapingPathError(
      `Nama berkas \`${path.slice(0, 120)}\` keluar dari folder kerja task. Pakai nama relatif tanpa \`..\`, misalnya \`data/hasil.csv\`.`,
    );
  }
  return parts.join('/');
}
