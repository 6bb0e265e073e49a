/** The maths of the score: from task runs to notes on an axis. Pure. */
import type { StateHistory, TaskRun } from '#engine/index.ts';
import { duration } from './format.ts';

/** Where a note's label stands: beside it, before it where it would cross a line, on it where there is no room at all. */
export type LabelSide = 'right' | 'left' | 'inside';

export interface Note {
  key: string;
  /** Percent of the axis. */
  start: number;
  width: number;
  state: string;
  /** Only the last try of a task run has one. */
  label?: { text: string; side: LabelSide };
}

export interface Row {
  task: string;
  depth: number;
  notes: Note[];
  /** Where a task run was tried again: percent of the axis. */
  repeats: number[];
  /** How many task runs the one note stands for. */
  joined?: number;
  /** The run ended without it. */
  silent: boolean;
}

/** Rows that sound side by side. */
export interface Bracket {
  first: number;
  count: number;
  depth: number;
}

export interface ScoreLayout {
  /** Milliseconds from the left edge to the right. */
  span: number;
  step: number;
  ticks: { at: number; label: string }[];
  rows: Row[];
  brackets: Bracket[];
}

export interface ScoreTime {
  /** Milliseconds since 1970. */
  started: number;
  /** The end of the run, or this moment. */
  now: number;
  ended: boolean;
}

interface Line {
  id: string;
  type: string;
  depth: number;
}

const STEPS = [100, 200, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000, 300_000, 600_000, 1_800_000, 3_600_000];
/** More notes than this on a row become one density bar. */
const DENSE = 20;
/** Pixels: a letter of a label, and what is kept free around it. */
const LETTER = 6.7;
const AROUND = 22;

/** Four to eight bars, where the steps allow. */
export function stepFor(span: number): number {
  return STEPS.find((step) => span / step <= 8) ?? Math.ceil(span / 8);
}

/** `lane`: how many pixels the axis is wide. */
export function layoutScore(
  tasks: readonly Line[],
  taskRuns: readonly TaskRun[],
  time: ScoreTime,
  lane: number,
): ScoreLayout {
  const elapsed = Math.max(100, time.now - time.started);
  const step = stepFor(elapsed);
  const span = Math.ceil((elapsed * 1.04) / step) * step;
  const axis: Axis = { ...time, percent: (at) => Math.max(0, Math.min(100, (at / span) * 100)), lane };
  const byTask = Map.groupBy(taskRuns, ({ taskId }) => taskId);
  const rows = tasks.map(({ id, depth }): Row => {
    const own = byTask.get(id) ?? [];
    const shown = own.length > DENSE ? { notes: [joined(own, axis)], repeats: [] } : notesOf(own, axis);
    return {
      task: id,
      depth,
      ...shown,
      silent: time.ended && own.length === 0,
      ...(own.length > DENSE && { joined: own.length }),
    };
  });
  const ticks = Array.from({ length: Math.floor(span / step) + 1 }, (_, index) => ({
    at: axis.percent(index * step),
    label: String((index * step) / 1000).replace('.', ','),
  }));
  return { span, step, ticks, rows, brackets: bracketsOf(tasks) };
}

interface Axis extends ScoreTime {
  percent(milliseconds: number): number;
  lane: number;
}

function notesOf(runs: readonly TaskRun[], axis: Axis): Pick<Row, 'notes' | 'repeats'> {
  const notes: Note[] = [];
  const repeats: number[] = [];
  for (const run of runs) {
    const tries = run.attempts.length > 1 ? run.attempts.map(({ state }) => state) : [run.state];
    tries.forEach((state, index) => {
      const note = noteOf(`${run.id} ${index}`, state, axis);
      if (index > 0) repeats.push(Math.max(0, note.start - (16 / axis.lane) * 100));
      const isLast = index === tries.length - 1;
      notes.push(isLast ? labelled({ ...note, state: run.state.current }, lengthOf(state, axis), axis) : note);
    });
  }
  return { notes, repeats };
}

function noteOf(key: string, state: StateHistory, axis: Axis): Note {
  const [from, to] = timesOf(state, axis);
  const start = axis.percent(from);
  return { key, start, width: Math.max(0, axis.percent(to) - start), state: state.current };
}

/** From the moment it ran, not that in which it was made. */
function timesOf({ histories, endDate }: StateHistory, { started, now }: Axis): [number, number] {
  const running = histories.find(({ state }) => state === 'RUNNING') ?? histories[0];
  const from = running ? Date.parse(running.date) - started : 0;
  const to = (endDate === undefined ? now : Date.parse(endDate)) - started;
  return [from, Math.max(from, to)];
}

function lengthOf(state: StateHistory, axis: Axis): number {
  const [from, to] = timesOf(state, axis);
  return to - from;
}

function labelled(note: Note, milliseconds: number, axis: Axis, more = ''): Note {
  const text = `${duration(milliseconds)}${more}`;
  const room = (text.length * LETTER + AROUND) * (100 / Math.max(1, axis.lane));
  const end = note.start + Math.max(note.width, (14 / Math.max(1, axis.lane)) * 100);
  // The playhead while it runs, the double barline afterwards.
  const line = axis.percent(axis.now - axis.started);
  const crosses = end + room > 100 || (end <= line && end + room > line);
  const side = !crosses ? 'right' : note.start > room ? 'left' : 'inside';
  return { ...note, label: { text, side } };
}

/** Many notes as one: from the first to the last, as bad as the worst. */
function joined(runs: readonly TaskRun[], axis: Axis): Note {
  const notes = runs.map((run) => ({ ...noteOf(run.id, run.state, axis), state: run.state.current }));
  const start = Math.min(...notes.map((note) => note.start));
  const end = Math.max(...notes.map((note) => note.start + note.width));
  const has = (state: string) => notes.find((note) => note.state === state)?.state;
  const state = has('FAILED') ?? has('RUNNING') ?? notes[0]?.state ?? 'SUCCESS';
  const milliseconds = runs.reduce((sum, run) => sum + lengthOf(run.state, axis), 0);
  return labelled({ key: 'all', start, width: end - start, state }, milliseconds, axis, ` · ${runs.length}×`);
}

const SIDE_BY_SIDE = /\.(Parallel|EachParallel|Dag)$/;

function bracketsOf(tasks: readonly Line[]): Bracket[] {
  return tasks.flatMap(({ type, depth }, index) => {
    if (!SIDE_BY_SIDE.test(type)) return [];
    const after = tasks.findIndex((task, at) => at > index && task.depth <= depth);
    const count = (after < 0 ? tasks.length : after) - index - 1;
    return count > 1 ? [{ first: index + 1, count, depth }] : [];
  });
}
