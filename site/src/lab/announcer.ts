/** New log lines for those who hear them: joined, at most one announcement a second. */
import type { LogEntry } from '#engine/index.ts';

const EVERY = 1_000;
/** More lines than this at once are counted, not read. */
const MOST = 3;

export interface Announcer {
  tell(lines: readonly LogEntry[]): void;
  close(): void;
}

/** `already`: lines that stood there before; they are not read. */
export function createAnnouncer(already: number, say: (text: string) => void): Announcer {
  let told = already;
  let waiting: readonly LogEntry[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function speak(): void {
    timer = undefined;
    const fresh = waiting.slice(told);
    if (fresh.length === 0) return;
    told = waiting.length;
    const read = fresh.slice(-MOST).map(({ level, message }) => (level === 'INFO' ? message : `${level}: ${message}`));
    const more = fresh.length > MOST ? [`${fresh.length - MOST} baris lain.`] : [];
    say([...more, ...read].join('\n'));
    timer = setTimeout(speak, EVERY);
  }

  return {
    tell(lines) {
      if (lines.length < told) told = 0;
      waiting = lines;
      timer ??= setTimeout(speak, 0);
    },
    close: () => clearTimeout(timer),
  };
}
