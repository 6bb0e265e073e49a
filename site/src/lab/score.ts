/** The maths of the score: from task runs to notes on an axis. Pure. */
import type { TaskRun } from '#engine/index.ts';

export interface Note {
  key: string;
  task: string;
  /** Percent of the axis. */
  start: number;
  width: number;
  milliseconds: number;
  state: string;
  /** The label stands left of the note, as it would cross the edge. */
  flip: boolean;
  value?: string;
}

export interface ScoreLayout {
  /** Milliseconds from the left edge to the right. */
  span: number;
  step: number;
  ticks: { at: number; label: string }[];
  rows: { task: string; depth: number; notes: Note[]; dense: boolean }[];
}

const STEPS = [100, 200, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000, 300_000, 600_000, 1_800_000, 3_600_000];
/** More notes than this on a row become one density bar. */
const DENSE = 20;

/** Four to eight bars, where the steps allow. */
export function stepFor(span: number): number {
  return STEPS.find((step) => span / step <= 8) ?? Math.ceil(span / 8);
}

export function layoutScore(
  tasks: readonly { id: string; depth: number }[],
  taskRuns: readonly TaskRun[],
  started: number,
  now: number,
): ScoreLayout {
  const elapsed = Math.max(100, now - started);
  const step = stepFor(elapsed);
  const span = Math.ceil((elapsed * 1.04) / step) * step;
  const percent = (milliseconds: number) => Math.max(0, Math.min(100, (milliseconds / span) * 100));
  const rows = tasks.map(({ id, depth }) => {
    const own = taskRuns.filter((taskRun) => taskRun.taskId === id);
    const notes = own.map((taskRun) => noteOf(taskRun, started, now, percent));
    return { task: id, depth, dense: notes.length > DENSE, notes: notes.length > DENSE ? [joined(notes)] : notes };
  });
  const ticks = Array.from({ length: Math.floor(span / step) + 1 }, (_, index) => ({
    at: percent(index * step),
    label: String((index * step) / 1000).replace('.', ','),
  }));
  return { span, step, ticks, rows };
}

function noteOf(taskRun: TaskRun, started: number, now: number, percent: (milliseconds: number) => number): Note {
  const { current, histories, endDate } = taskRun.state;
  const running = histories.find(({ state }) => state === 'RUNNING') ?? histories[0];
  const from = running ? Date.parse(running.date) - started : 0;
  const to = (endDate === undefined ? now : Date.parse(endDate)) - started;
  const start = percent(from);
  const width = Math.max(0, percent(to) - start);
  return {
    key: taskRun.id,
    task: taskRun.taskId,
    start,
    width,
    milliseconds: Math.max(0, to - from),
    state: current,
    flip: start + width > 86,
    ...(taskRun.value !== undefined && { value: taskRun.value }),
  };
}

/** Many notes as one: from the first to the last, as bad as the worst. */
function joined(notes: readonly Note[]): Note {
  const start = Math.min(...notes.map((note) => note.start));
  const end = Math.max(...notes.map((note) => note.start + note.width));
  const worst =
    notes.find(({ state }) => state === 'FAILED') ?? notes.find(({ state }) => state === 'RUNNING') ?? notes[0];
  const milliseconds = notes.reduce((sum, note) => sum + note.milliseconds, 0);
  return {
    key: 'all',
    task: worst?.task ?? '',
    start,
    width: end - start,
    milliseconds,
    state: worst?.state ?? 'SUCCESS',
    flip: end > 86,
  };
}
