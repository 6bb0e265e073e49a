/** Internal storage as files under one folder. A file is written aside and renamed; symbolic links are never followed out of the folder. */
import { randomUUID } from 'node:crypto';
import { constants, createWriteStream } from 'node:fs';
import { chmod, copyFile, link, lstat, mkdir, open, readdir, realpath, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Storage, StorageFullError, type StoredFile } from '../../ports/Storage.ts';
import { prefixPath, StorageAddressError, segmentsOf, uriOf } from '../common/address.ts';
import { byUri, missing } from '../common/memoryStorage.ts';
import { codeOf, decodeName, encodeName } from './files.ts';

export interface FileStorage extends Storage {
  /** The folder, on the same disk, in which tasks may get folders of their own. */
  readonly scratch: string;
  /** Copies a stored file to a path of this machine. */
  copyTo(uri: string, path: string): Promise<void>;
  /** The stored file itself under another name, read-only, for whom the file system keeps from writing to it. False where it can't be. */
  linkTo(uri: string, path: string): Promise<boolean>;
}

const READ_ONLY = 0o444;
const WRITABLE = 0o222;

export function createFileStorage(root: string): FileStorage {
  const files = join(root, 'files');
  const temporary = join(root, 'tmp');
  const pathOf = (uri: string): string => join(files, ...segmentsOf(uri).map(encodeName));

  /** The folder exists and is, links resolved, inside the store. */
  async function guard(folder: string, uri: string): Promise<void> {
    const [inside, real] = await Promise.all([realpath(files), realpath(folder)]);
    if (real !== inside && !real.startsWith(inside + sep)) throw outside(uri);
  }

  async function sizeOf(uri: string): Promise<number | undefined> {
    const path = pathOf(uri);
    const facts = await unlessAbsent(lstat(path));
    if (!facts) return undefined;
    await guard(dirname(path), uri);
    if (facts.isSymbolicLink()) throw outside(uri);
    return facts.isFile() ? facts.size : undefined;
  }

  async function write(content: Uint8Array | ReadableStream<Uint8Array>, path: string): Promise<number> {
    const source = content instanceof Uint8Array ? [content] : content;
    // What is stored never changes: it is replaced whole.
    const target = createWriteStream(path, { flags: 'wx', mode: READ_ONLY });
    await pipeline(Readable.from(source), target);
    return target.bytesWritten;
  }

  return {
    scratch: temporary,

    async put(uri, content) {
      const path = pathOf(uri);
      const draft = join(temporary, randomUUID());
      try {
        await mkdir(temporary, { recursive: true });
        const size = await write(content, draft);
        await mkdir(dirname(path), { recursive: true });
        await guard(dirname(path), uri);
        await rename(draft, path);
        return { uri, size };
      } catch (error) {
        await rm(draft, { force: true });
        throw codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT' ? full(error) : error;
      }
    },

    async open(uri) {
      if ((await sizeOf(uri)) === undefined) throw missing(uri);
      const handle = await open(pathOf(uri), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
      return bytesFrom(handle);
    },

    size: sizeOf,

    async copyTo(uri, path) {
      if ((await sizeOf(uri)) === undefined) throw missing(uri);
      await copyFile(pathOf(uri), path, constants.COPYFILE_FICLONE);
      await chmod(path, 0o644);
    },

    async linkTo(uri, path) {
      if ((await sizeOf(uri)) === undefined) throw missing(uri);
      // Windows takes a name away only from what can be written to, and would so unlock the stored file too.
      if (process.platform === 'win32') return false;
      const stored = pathOf(uri);
      try {
        const { mode } = await lstat(stored);
        if ((mode & WRITABLE) !== 0) await chmod(stored, READ_ONLY);
        await link(stored, path);
        return true;
      } catch {
        return false;
      }
    },

    async delete(uri) {
      if ((await sizeOf(uri)) === undefined) return false;
      const path = pathOf(uri);
      await rm(path);
      await removeEmpty(dirname(path), files);
      return true;
    },

    async list(prefix) {
      const start = prefixPath(prefix);
      const folder = start.split('/').slice(0, -1);
      const found: StoredFile[] = [];
      await walk(join(files, ...folder.map(encodeName)), folder, (path, size) => {
        if (path.startsWith(start)) found.push({ uri: uriOf(path), size });
      });
      return found.sort(byUri);
    },
  };
}

/** Links are passed by: nothing behind them belongs to the store. */
async function walk(folder: string, names: string[], found: (path: string, size: number) => void): Promise<void> {
  for (const entry of (await unlessAbsent(readdir(folder, { withFileTypes: true }))) ?? []) {
    const path = join(folder, entry.name);
    const at = [...names, decodeName(entry.name)];
    if (entry.isDirectory()) await walk(path, at, found);
    else if (entry.isFile()) found(at.join('/'), (await lstat(path)).size);
  }
}

async function removeEmpty(folder: string, root: string): Promise<void> {
  for (let at = folder; at !== root && at.startsWith(root); at = dirname(at)) {
    try {
      await rmdir(at);
    } catch {
      return;
    }
  }
}

function bytesFrom(handle: Awaited<ReturnType<typeof open>>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        // Not cleared first: what is handed on was read over it.
        const { bytesRead, buffer } = await handle.read(new Uint8Array(Buffer.allocUnsafeSlow(256 * 1024).buffer));
        if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
        controller.close();
        await handle.close();
      },
      cancel: () => handle.close(),
    },
    { highWaterMark: 0 },
  );
}

async function unlessAbsent<T>(promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

const outside = (uri: string): StorageAddressError =>
  new StorageAddressError(`Alamat berkas \`${uri}\` ditolak karena menunjuk ke luar penyimpanan. Hapus tautan itu.`);

const full = (cause: unknown): StorageFullError =>
  new StorageFullError('Disk penuh. Kosongkan ruang, misalnya hapus folder `.alur/storage`, lalu jalankan lagi.', {
    cause,
  });
