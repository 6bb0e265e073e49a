/** `kestra://` addresses: the only way to name a stored file. What could leave the store is refused here, for every host. */
export class StorageAddressError extends Error {
  override name = 'StorageAddressError';
}

const SCHEME = 'kestra://';
const LONGEST_SEGMENT = 200;
const LONGEST_PATH = 1500;

/** `kestra:///a/b.txt` to `['a', 'b.txt']`. Throws `StorageAddressError` for anything that is no plain path. */
export function segmentsOf(uri: string): string[] {
  return checked(uri, pathOf(uri).split('/'));
}

/** A prefix may end anywhere, also in the middle of a name; empty segments other than the last are refused. */
export function prefixPath(uri: string): string {
  const path = pathOf(uri);
  const folders = path.split('/').slice(0, -1);
  checked(uri, folders);
  if (path.endsWith('..')) throw refused(uri, 'memuat `..`');
  return path;
}

export const uriOf = (path: string): string => `${SCHEME}/${path}`;

function pathOf(uri: string): string {
  if (!uri.startsWith(`${SCHEME}/`)) throw refused(uri, 'tidak diawali `kestra:///`');
  const path = uri.slice(SCHEME.length + 1);
  if (path.length > LONGEST_PATH) throw refused(uri, 'terlalu panjang');
  return path;
}

function checked(uri: string, segments: string[]): string[] {
  for (const segment of segments) {
    if (segment === '') throw refused(uri, 'memuat nama kosong');
    if (segment === '.' || segment === '..') throw refused(uri, `memuat \`${segment}\``);
    if (segment.includes('\\') || hasControl(segment)) throw refused(uri, 'memuat karakter yang tidak boleh');
    if (new TextEncoder().encode(segment).length > LONGEST_SEGMENT)
      throw refused(uri, 'memuat nama yang terlalu panjang');
  }
  return segments;
}

function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 32 || code === 127) return true;
  }
  return false;
}

function refused(uri: string, why: string): StorageAddressError {
  return new StorageAddressError(
    `Alamat berkas \`${uri.slice(0, 120)}\` ditolak karena ${why}. Pakai alamat \`kestra:///\` dari output task lain.`,
  );
}
