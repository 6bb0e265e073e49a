/** Where events are kept: append-only, whole batches. A host that can lose power says in its README what it then loses. */
export interface JournalRecord {
  /** What it belongs to: an execution's id, or `flow:NAMESPACE/ID`. */
  stream: string;
  /** Plain JSON; what it means is known by `run/journal`. */
  data: unknown;
}

export interface Journal {
  /** Resolves when the batch is as safe as the host can make it. A batch is there whole or not at all. */
  append(records: readonly JournalRecord[]): Promise<void>;
  /** All records in the order they were appended. */
  read(): AsyncIterable<JournalRecord>;
}

/** The journal can't be read as it stands: an older version, or someone edited it. Says where. */
export class JournalError extends Error {
  override name = 'JournalError';
}
