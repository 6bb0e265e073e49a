/** The KV store of each namespace. Values keep their type. */
export type KvType = 'STRING' | 'NUMBER' | 'BOOLEAN' | 'DATETIME' | 'DATE' | 'DURATION' | 'JSON';

export interface KvEntry {
  key: string;
  type: KvType;
  /** Plain JSON; dates and durations as ISO strings. */
  value: unknown;
  description?: string;
  /** Epoch milliseconds; not to be had afterwards, until it is purged. */
  expiresAt?: number;
}

export interface Kv {
  /** Throws `KvExpiredError` where an entry's time is over. */
  get(namespace: string, key: string): Promise<KvEntry | undefined>;
  set(namespace: string, entry: KvEntry): Promise<void>;
  /** Whether there was one, expired or not. */
  delete(namespace: string, key: string): Promise<boolean>;
  /** In the order of the keys; expired ones too where asked for. */
  list(namespace: string, options?: { expired?: boolean }): Promise<KvEntry[]>;
}

/** The value is still kept, but its time is over. */
export class KvExpiredError extends Error {
  override name = 'KvExpiredError';

  constructor() {
    super('The requested value has expired');
  }
}
