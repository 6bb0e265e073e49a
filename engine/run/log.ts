/**
 * The log of one execution: lines in order, bounded, secrets masked. A task that prints without end loses the rest of its lines,
 * and the log says how many.
 */
import type { LogEntry, LogLevel, LogRange } from '../door.ts';
import type { LogQuery } from '../plugins/definition.ts';

const ORDER: Record<LogLevel, number> = { TRACE: 0, DEBUG: 1, INFO: 2, WARN: 3, ERROR: 4 };

/** Characters that one task run may log. */
const MOST_PER_TASK_RUN = 8 * 1024 * 1024;
const MOST_LINES_PER_TASK_RUN = 50_000;

export interface ExecutionLog {
  readonly entries: readonly LogEntry[];
  /** Whether it was kept. */
  add(entry: LogEntry): LogEntry | undefined;
  /** What was said to be secret is never shown. */
  hide(secret: string): void;
  range(range: LogRange): LogEntry[];
  /** Says how many lines are gone. */
  forget(which: LogQuery): number;
}

export function createLog(): ExecutionLog {
  const entries: LogEntry[] = [];
  const secrets = new Set<string>();
  const used = new Map<string, { characters: number; lines: number }>();

  const masked = (text: string) => {
    let result = text;
    for (const secret of secrets) result = result.replaceAll(secret, '******');
    return result;
  };

  return {
    entries,
    add(entry) {
      const key = entry.taskRunId ?? '';
      const use = used.get(key) ?? { characters: 0, lines: 0 };
      used.set(key, use);
      const full = use.characters > MOST_PER_TASK_RUN || use.lines > MOST_LINES_PER_TASK_RUN;
      use.characters += entry.message.length;
      use.lines++;
      if (full && ORDER[entry.level] < ORDER.WARN) return undefined;
      const nowFull = !full && (use.characters > MOST_PER_TASK_RUN || use.lines > MOST_LINES_PER_TASK_RUN);
      const message = masked(entry.message);
      const kept: LogEntry = nowFull
        ? { ...entry, level: 'WARN', message: 'Log task ini terlalu panjang. Baris berikutnya tidak disimpan.' }
        : message === entry.message
          ? entry
          : { ...entry, message };
      entries.push(kept);
      return kept;
    },
    hide(secret) {
      if (secret.length > 2) secrets.add(secret);
    },
    range({ from = 0, limit = Number.POSITIVE_INFINITY, minLevel = 'TRACE', taskId, taskRunId }) {
      // Whoever follows asks for what is new, again and again: that must not cost more the longer the log is.
      if (minLevel === 'TRACE' && taskId === undefined && taskRunId === undefined)
        return entries.slice(from, from + limit);
      const matches = entries.filter(
        (entry) =>
          ORDER[entry.level] >= ORDER[minLevel] &&
          (taskId === undefined || entry.taskId === taskId) &&
          (taskRunId === undefined || entry.taskRunId === taskRunId),
      );
      return matches.slice(from, from + limit);
    },
    forget({ from = 0, until = Number.POSITIVE_INFINITY, levels }) {
      const left = entries.filter(({ timestamp, level }) => {
        const at = Date.parse(timestamp);
        return at < from || at > until || (levels !== undefined && !levels.includes(level));
      });
      const gone = entries.length - left.length;
      entries.length = 0;
      for (const entry of left) entries.push(entry);
      return gone;
    },
  };
}

/** Whether a task with this `logLevel` writes a line of that level. */
export const isLogged = (level: LogLevel, least: LogLevel = 'TRACE'): boolean => ORDER[level] >= ORDER[least];
