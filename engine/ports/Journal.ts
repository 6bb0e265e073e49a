/** Where events are kept: append-only, whole batches. A host that can lose power says in its README what it then loses. */
export interface JournalRecord {
  /** What it belongs to: an execution's id, or `flow:NAMESPACE/ID`. */
  stream: string;
  /** Plain JSON; what it means is known by `run/journal`. */
  data: unknown;
}

export interface JournalBatch {
  /** Where it stands: the number grows from batch to batch, and stays the same for good. */
  place: number;
  records: readonly JournalRecord[];
}

/** What was folded from the batches up to a place (that one too), so that nobody folds them again. It can be lost: the batches are the truth. */
export interface JournalSnapshot {
  upTo: number;
  /** Plain JSON; what it means is known by `run/ledger`. */
  data: unknown;
}

export interface Journal {
  /** Resolves, with its place, when the batch is as safe as the host can make it. A batch is there whole or not at all. */
  append(records: readonly JournalRecord[]): Promise<number>;
  /** The batches after that place, or all, in the order they were appended. */
  read(after?: number): AsyncIterable<JournalBatch>;
  /** The batches that stand at these places, which grow. Throws `JournalError` where it is no longer what was written. */
  at(places: readonly number[]): Promise<JournalBatch[]>;
  /** Replaces the one before. As it is at the moment of the call: what changes later does not come in. */
  keep(snapshot: JournalSnapshot): Promise<void>;
  /** Nothing where there is none that fits. */
  kept(): Promise<JournalSnapshot | undefined>;
}

/** The journal can't be read as it stands: an older version, or someone edited it. Says where. */
export class JournalError extends Error {
  override name = 'JournalError';
}
