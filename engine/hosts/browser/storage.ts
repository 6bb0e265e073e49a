/**
 * Internal storage in IndexedDB. A file is a row in `files` that names its chunks; the row is written last, together with the removal
 * of the old chunks, so a reader sees the old file or the new one. Chunks that no row names are from a page that went away.
 */
import type { Storage } from '../../ports/Storage.ts';
import { prefixPath, segmentsOf, uriOf } from '../common/address.ts';
import { missing } from '../common/memoryStorage.ts';
import { type Idb, outcome } from './idb.ts';

interface FileRow {
  id: string;
  size: number;
  chunks: number;
}

const CHUNK_BYTES = 1024 * 1024;
const BEYOND = '\uffff';

export function createIdbStorage(opened: () => Promise<Idb>, newId: () => string): Storage {
  async function rowOf(uri: string): Promise<FileRow | undefined> {
    const path = segmentsOf(uri).join('/');
    const idb = await opened();
    return idb.transact(['files'], 'readonly', ({ files }) => outcome<FileRow | undefined>(files.get(path)));
  }

  async function write(id: string, content: Uint8Array | ReadableStream<Uint8Array>): Promise<FileRow> {
    const idb = await opened();
    const row: FileRow = { id, size: 0, chunks: 0 };
    for await (const chunk of inChunks(content)) {
      await idb.transact(['chunks'], 'readwrite', ({ chunks }) => outcome(chunks.put(chunk, [id, row.chunks])));
      row.chunks++;
      row.size += chunk.byteLength;
    }
    return row;
  }

  return {
    async put(uri, content) {
      const path = segmentsOf(uri).join('/');
      const idb = await opened();
      const id = newId();
      try {
        const row = await write(id, content);
        await idb.transact(['files', 'chunks'], 'readwrite', async ({ files, chunks }) => {
          const old = await outcome<FileRow | undefined>(files.get(path));
          if (old) chunks.delete(chunksOf(old.id));
          files.put(row, path);
        });
        return { uri, size: row.size };
      } catch (error) {
        await idb.transact(['chunks'], 'readwrite', ({ chunks }) => outcome(chunks.delete(chunksOf(id))));
        throw error;
      }
    },

    async open(uri) {
      const row = await rowOf(uri);
      if (!row) throw missing(uri);
      return read(await opened(), row, uri);
    },

    size: async (uri) => (await rowOf(uri))?.size,

    async delete(uri) {
      const path = segmentsOf(uri).join('/');
      const idb = await opened();
      return idb.transact(['files', 'chunks'], 'readwrite', async ({ files, chunks }) => {
        const row = await outcome<FileRow | undefined>(files.get(path));
        if (!row) return false;
        files.delete(path);
        chunks.delete(chunksOf(row.id));
        return true;
      });
    },

    async list(prefix) {
      const start = prefixPath(prefix);
      const range = IDBKeyRange.bound(start, start + BEYOND);
      const idb = await opened();
      return idb.transact(['files'], 'readonly', async ({ files }) => {
        const [paths, rows] = await Promise.all([
          outcome(files.getAllKeys(range)),
          outcome<FileRow[]>(files.getAll(range)),
        ]);
        return paths.map((path, at) => ({ uri: uriOf(String(path)), size: rows[at]?.size ?? 0 }));
      });
    },
  };
}

const chunksOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

function read(idb: Idb, { id, chunks: count }: FileRow, uri: string): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream(
    {
      async pull(controller) {
        if (at === count) return controller.close();
        const key = [id, at++];
        const chunk = await idb.transact(['chunks'], 'readonly', ({ chunks }) =>
          outcome<Uint8Array | undefined>(chunks.get(key)),
        );
        // Replaced or deleted while it was read: half a file is no file.
        if (!chunk) throw missing(uri);
        controller.enqueue(chunk);
      },
    },
    { highWaterMark: 0 },
  );
}

/** Small pieces together, large ones apart: a transaction each. */
async function* inChunks(content: Uint8Array | ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting = new Uint8Array(CHUNK_BYTES);
  let filled = 0;
  for await (const piece of content instanceof Uint8Array ? [content] : content) {
    for (let from = 0; from < piece.byteLength; ) {
      const part = piece.subarray(from, from + CHUNK_BYTES - filled);
      waiting.set(part, filled);
      filled += part.byteLength;
      from += part.byteLength;
      if (filled < CHUNK_BYTES) continue;
      yield waiting;
      waiting = new Uint8Array(CHUNK_BYTES);
      filled = 0;
    }
  }
  if (filled > 0) yield waiting.slice(0, filled);
}
