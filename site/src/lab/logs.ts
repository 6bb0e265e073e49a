/**
 * The log of one execution, fetched by range: one request at a time, page after page until there is no more. Each run has a feed of its
 * own, so that one that never answers can't hold up the next.
 */
import type { LogEntry } from '#engine/index.ts';

/** A page shorter than this is the last one. */
export const PAGE = 5_000;

/** Call it whenever there may be more; resolves when all that was there by then has been handed on. */
export type LogFeed = () => Promise<void>;

export function createLogFeed(
  fetchFrom: (from: number) => Promise<readonly LogEntry[]>,
  onLines: (lines: readonly LogEntry[]) => void,
): LogFeed {
  let have = 0;
  let last: Promise<void> = Promise.resolve();

  async function drain(): Promise<void> {
    for (;;) {
      const page = await fetchFrom(have);
      have += page.length;
      if (page.length > 0) onLines(page);
      if (page.length < PAGE) return;
    }
  }

  return () => {
    last = last.then(drain, drain);
    return last;
  };
}
