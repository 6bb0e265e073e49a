/** The working directory's files, in and out of the shell's file system. */
import type { IFileSystem } from 'just-bash/browser';
import { insidePath } from '../paths.ts';

export class FilesTooLargeError extends Error {
  override name = 'FilesTooLargeError';

  constructor(limit: number) {
    super(
      `Berkas yang ditinggalkan script lebih dari ${limit} byte: terlalu besar. Hapus yang tidak dibutuhkan sebelum selesai.`,
    );
  }
}

export async function writeBelow(
  fs: IFileSystem,
  folder: string,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<void> {
  await fs.mkdir(folder, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    const whole = `${folder}/${insidePath(path)}`;
    await fs.mkdir(whole.slice(0, whole.lastIndexOf('/')), { recursive: true });
    await fs.writeFile(whole, content);
  }
}

/** Symbolic links are left out: a file is what stands in the folder itself. */
export async function filesBelow(fs: IFileSystem, folder: string, limit: number): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  let length = 0;
  for (const path of fs.getAllPaths()) {
    if (!path.startsWith(`${folder}/`)) continue;
    const stat = await fs.lstat(path);
    if (!stat.isFile) continue;
    length += stat.size;
    if (length > limit) throw new FilesTooLargeError(limit);
    files[path.slice(folder.length + 1)] = await fs.readFileBuffer(path);
  }
  return files;
}
