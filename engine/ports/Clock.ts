/** Time as a port: the real one, or a virtual one that jumps to the next thing that waits. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Resolves at or after the instant (epoch milliseconds); rejects with the signal's reason when aborted. */
  until(instant: number, signal?: AbortSignal): Promise<void>;
}
