/** A stored file that a task reads. */
import { FileNotFoundError } from '../../ports/Storage.ts';
import { type TaskContext, TaskError } from '../definition.ts';

export async function openStored(uri: string, { ports }: TaskContext): Promise<ReadableStream<Uint8Array>> {
  try {
    return await ports.storage.open(uri);
  } catch (error) {
    if (!(error instanceof FileNotFoundError)) throw error;
    throw new TaskError(error.message, {
      explanation: `Berkas \`${uri}\` tidak ada di internal storage. Isi \`from\` dengan output task sebelumnya, dan pastikan berkasnya belum dihapus.`,
      cause: error,
    });
  }
}
