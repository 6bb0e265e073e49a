/** Internal storage in memory: for tests, and for a page whose browser keeps nothing. */
import { FileNotFoundError, type Storage, StorageFullError } from '../../ports/Storage.ts';
import { prefixPath, segmentsOf, uriOf } from './address.ts';
import { bytesOf, megabytes, streamOf } from './streams.ts';

export interface MemoryStorageOptions {
  /** All files together; 512 MiB unless said otherwise. */
  maxBytes?: number;
}

export function createMemoryStorage({ maxBytes = 512 * 1024 * 1024 }: MemoryStorageOptions = {}): Storage {
  const files = new Map<string, Uint8Array>();
  let used = 0;

  const remove = (path: string): boolean => {
    used -= files.get(path)?.byteLength ?? 0;
    return files.delete(path);
  };

  return {
    async put(uri, content) {
      const path = segmentsOf(uri).join('/');
      const room = maxBytes - used + (files.get(path)?.byteLength ?? 0);
      const bytes = await bytesOf(content, room, () => full(maxBytes));
      remove(path);
      files.set(path, bytes);
      used += bytes.byteLength;
      return { uri, size: bytes.byteLength };
    },
    async open(uri) {
      const bytes = files.get(segmentsOf(uri).join('/'));
      if (!bytes) throw missing(uri);
      return streamOf(bytes);
    },
    size: async (uri) => files.get(segmentsOf(uri).join('/'))?.byteLength,
    delete: async (uri) => remove(segmentsOf(uri).join('/')),
    async list(prefix) {
      const start = prefixPath(prefix);
      return [...files]
        .filter(([path]) => path.startsWith(start))
        .map(([path, bytes]) => ({ uri: uriOf(path), size: bytes.byteLength }))
        .sort(byUri);
    },
  };
}

/** The order of addresses, the same on every host. */
export const byUri = (left: { uri: string }, right: { uri: string }): number =>
  left.uri < right.uri ? -1 : left.uri > right.uri ? 1 : 0;

export const missing = (uri: string): FileNotFoundError =>
  new FileNotFoundError(`Berkas \`${uri}\` tidak ada. Mungkin sudah dihapus, atau task yang membuatnya belum jalan.`);

const full = (maxBytes: number): StorageFullError =>
  new StorageFullError(
    `Penyimpanan di memori penuh (batasnya ${megabytes(maxBytes)} MB). Hapus berkas eksekusi lama, atau pakai data yang lebih kecil.`,
  );
