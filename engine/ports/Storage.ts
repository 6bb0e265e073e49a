/**
 * Internal storage: files behind `kestra://` addresses (`kestra:///NAMESPACE/FLOW/executions/ID/tasks/TASK/RUN/NAME`).
 * Files stream; a file is there only when it was written whole. A path never leaves the store.
 */
export interface StoredFile {
  uri: string;
  /** Bytes. */
  size: number;
}

export interface Storage {
  /** Replaces what stood there. Throws `StorageFullError` when the medium is full; nothing is left of the half-written file then. */
  put(uri: string, content: Uint8Array | ReadableStream<Uint8Array>): Promise<StoredFile>;
  /** Throws `FileNotFoundError`. */
  open(uri: string): Promise<ReadableStream<Uint8Array>>;
  /** Bytes, or nothing where no such file is. */
  size(uri: string): Promise<number | undefined>;
  delete(uri: string): Promise<boolean>;
  /** Every file whose address starts with the prefix, in the order of their addresses. */
  list(prefix: string): Promise<StoredFile[]>;
}

export class FileNotFoundError extends Error {
  override name = 'FileNotFoundError';
}

export class StorageFullError extends Error {
  override name = 'StorageFullError';
}
