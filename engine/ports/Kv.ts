/** The KV store of each namespace. Values keep their type. */
export type KvType = 'STRING' | 'NUMBER' | 'BOOLEAN' | 'DATETIME' | 'DATE' | 'DURATION' | 'JSON';

export interface KvEntry {
  key: string;
  type: KvType;
  /** Plain JSON; dates and durations as ISO strings. */
  value: unknown;
  description?: string;
  /** Epoch milliseconds; gone afterwards. */
  expiresAt?: number;
}

export interface Kv {
  get(namespace: string, key: string): Promise<KvEntry | undefined>;
  set(namespace: string, entry: KvEntry): Promise<void>;
  delete(namespace: string, key: string): Promise<boolean>;
  /** In the order of the keys. */
  list(namespace: string): Promise<KvEntry[]>;
}
