/** What is wrong, as the error cards show it: title, cause, fix, the change that mends it, and the raw message of who said it. Pure. */
import type { ConsoleAnswer, Diagnostic, DiagnosticCode, Execution, Fix, LogEntry, TaskRun } from '#engine/index.ts';

export interface Fault {
  /** The same fault keeps its key while one types elsewhere. */
  key: string;
  severity: 'error' | 'warning';
  /** The task that failed in a run. */
  task?: string;
  /** How many lines below the task's first one it is. */
  below?: number;
  /** 1-based; missing where it has no place in the text. */
  line?: number;
  column?: number;
  title: string;
  /** Why; may hold `code`. */
  cause: string;
  /** What to do; may hold `code`. */
  remedy?: string;
  change?: { minus: string; plus: string };
  apply?: Fix;
  raw?: { title: string; text: string };
}

/** A sentence that begins so says what to do, not what is wrong. */
const ADVICE =
  /^(Maksudmu|Contohnya|Yang ada|Atau|Jangan|Lihat|Baca|Periksa|Perbaiki|Pakai|Tulis|Hapus|Ganti|Ubah|Isi|Beri|Bagi|Pilih|Samakan|Tambah|Tambahkan|Kurangi|Kosongkan|Pindahkan|Putuskan|Mulai|Muat|Jalankan|Sambungkan|Pastikan|Cocokkan|Kirim|Simpan|Tekan|Coba|Buat|Pasang|Batasi|Naikkan|Turunkan|Susun|Urutkan|Taruh|Minta|Salin|Kalau|Bila|Untuk)\b/;

/** Splits what is said into the cause and what to do about it. */
export function causeAndRemedy(text: string): { cause: string; remedy?: string } {
  const sentences = text.trim().split(/(?<=[.?!])\s+(?=[\p{Lu}`])/u);
  const at = sentences.findIndex((sentence, index) => index > 0 && ADVICE.test(sentence));
  if (at < 0) return { cause: text.trim() };
  return { cause: sentences.slice(0, at).join(' '), remedy: sentences.slice(at).join(' ') };
}

/** Errors and warnings, in the order of the text; hints stay marks. */
export function faultsOfText(
  source: string,
  diagnostics: readonly Diagnostic[],
  titles: Record<DiagnosticCode, string>,
): Fault[] {
  const lines = source.split('\n');
  const seen = new Map<string, number>();
  return diagnostics
    .filter((one): one is Diagnostic & { severity: Fault['severity'] } => one.severity !== 'hint')
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map(({ code, severity, message, path, line, column, fix }) => {
      const name = `${code} ${path} ${message}`;
      const times = seen.get(name) ?? 0;
      seen.set(name, times + 1);
      const said = causeAndRemedy(message);
      const change = fix && changeOf(lines, fix);
      return {
        key: `${name} ${times}`,
        severity,
        line,
        column,
        title: `Baris ${line}: ${lowered(titles[code])}`,
        ...said,
        ...(fix && { remedy: said.remedy ?? `${fix.title}.`, apply: fix }),
        ...(change && { change }),
      };
    });
}

function changeOf(lines: readonly string[], fix: Fix): Fault['change'] {
  const before = lines[fix.line - 1];
  if (before === undefined || fix.line !== fix.endLine || fix.replacement.includes('\n')) return undefined;
  const after = `${before.slice(0, fix.column - 1)}${fix.replacement}${before.slice(fix.endColumn - 1)}`;
  return { minus: before.trim(), plus: after.trim() };
}

/** `YAML` and `Id` stay as they are where the first word is a name. */
const lowered = (title: string): string =>
  /^(YAML|Kestra)/.test(title) ? title : `${title.charAt(0).toLowerCase()}${title.slice(1)}`;

/** A task as the run knew it. */
export interface RanTask {
  id: string;
  type: string;
  line: number;
}

/** Why a run failed: a fault for each failed task that said something, the first that failed first. */
export function faultsOfRun(execution: Execution, logs: readonly LogEntry[], tasks: readonly RanTask[]): Fault[] {
  if (execution.state.current !== 'FAILED') return [];
  const failed = new Set(fatal(execution.taskRunList).map(({ taskId }) => taskId));
  const errors = logs.filter(({ level, taskId }) => level === 'ERROR' && (taskId === undefined || failed.has(taskId)));
  const byTask = [...Map.groupBy(errors, ({ taskId }) => taskId)];
  const ofTasks = byTask.filter(([taskId]) => taskId !== undefined);
  return (ofTasks.length > 0 ? ofTasks : byTask).map(([taskId, entries]) =>
    faultOfTask(
      tasks.find(({ id }) => id === taskId),
      taskId,
      ofLastTry(entries),
    ),
  );
}

function ofLastTry(entries: readonly LogEntry[]): readonly LogEntry[] {
  const last = entries.at(-1)?.attemptNumber;
  return entries.filter(({ attemptNumber }) => attemptNumber === last);
}

/** Failures that no AllowFailure above them made good. */
function fatal(taskRuns: readonly TaskRun[]): TaskRun[] {
  const byId = new Map(taskRuns.map((taskRun) => [taskRun.id, taskRun]));
  const isFatal = ({ state, parentTaskRunId }: TaskRun): boolean => {
    if (state.current !== 'FAILED') return false;
    const parent = byId.get(parentTaskRunId ?? '');
    return parent === undefined || isFatal(parent);
  };
  return taskRuns.filter(isFatal);
}

/** Lines of the raw message; the last ones, where there are more. */
const MOST_RAW = 60;

function faultOfTask(task: RanTask | undefined, taskId: string | undefined, entries: readonly LogEntry[]): Fault {
  const explanation = entries.findLast((entry) => entry.explanation !== undefined)?.explanation;
  const place = entries.findLast((entry) => entry.place !== undefined)?.place;
  const messages = [...new Set(entries.map(({ message }) => message))];
  return {
    key: `run ${entries[0]?.executionId} ${taskId ?? ''}`,
    severity: 'error',
    ...(taskId !== undefined && { task: taskId }),
    ...(task && { line: place?.line ?? task.line, column: place?.column ?? 1 }),
    ...(task && place && { below: place.line - task.line }),
    title: taskId === undefined ? 'Eksekusi gagal' : `Task ${taskId} gagal`,
    ...(explanation === undefined ? { cause: firstLine(messages.at(-1) ?? '') } : causeAndRemedy(explanation)),
    raw: { title: `Pesan asli ${speakerOf(task?.type ?? '')}`, text: messages.slice(-MOST_RAW).join('\n') },
  };
}

/** What Postgres refused of the SQL box. */
export function faultOfSql({ refused, explanation, line, column }: Extract<ConsoleAnswer, { refused: string }>): Fault {
  return {
    key: `sql ${line} ${column} ${refused}`,
    severity: 'error',
    title: `SQL baris ${line} kolom ${column}`,
    ...causeAndRemedy(explanation === '' ? firstLine(refused) : explanation),
    raw: { title: 'Pesan asli Postgres', text: refused },
  };
}

const firstLine = (text: string): string => text.trim().split('\n')[0]?.slice(0, 300) ?? '';

function speakerOf(type: string): string {
  if (type.includes('.postgresql.')) return 'Postgres';
  if (type.includes('.duckdb.')) return 'DuckDB';
  if (type.includes('.python.')) return 'Python';
  return type.includes('.shell.') ? 'shell' : 'Kestra';
}

/** The same faults where the tasks stand now; the text may have changed since the run. */
export const placedAnew = (faults: readonly Fault[], tasks: readonly { id: string; line: number }[]): Fault[] =>
  faults.map(({ line: _before, ...fault }) => {
    const line = tasks.find(({ id }) => id === fault.task)?.line;
    return line === undefined ? fault : { ...fault, line: line + (fault.below ?? 0) };
  });
