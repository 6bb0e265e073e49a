import { describe, expect, test } from 'vitest';
import type { State, StateHistory, TaskRun } from '#engine/index.ts';
import { layoutScore, stepFor } from './score.ts';

const state = (current: State, from: number, to?: number): StateHistory => ({
  current,
  histories: [{ state: 'RUNNING', date: new Date(from).toISOString() }],
  duration: '',
  startDate: new Date(from).toISOString(),
  ...(to !== undefined && { endDate: new Date(to).toISOString() }),
});
const run = (taskId: string, from: number, to?: number, current: State = 'SUCCESS'): TaskRun => ({
  id: `${taskId}${from}`,
  executionId: 'e',
  namespace: 'n',
  flowId: 'f',
  taskId,
  attempts: [],
  outputs: null,
  state: state(to === undefined ? 'RUNNING' : current, from, to),
});
const line = (id: string, depth = 0, type = 'io.kestra.plugin.core.log.Log') => ({ id, depth, type });
const until = (now: number) => ({ started: 0, now, ended: true });
const LANE = 500;

test('has at most eight bars on its axis', () => {
  for (const span of [120, 900, 3_000, 12_000, 65_000, 3_000_000]) {
    expect(span / stepFor(span)).toBeLessThanOrEqual(8);
  }
});

test('places notes by their time', () => {
  const { rows, span } = layoutScore(
    [line('a'), line('b', 1)],
    [run('a', 0, 500), run('b', 500, 1000)],
    until(1000),
    LANE,
  );
  expect(span).toBeGreaterThanOrEqual(1000);
  expect(rows[0]?.notes[0]).toMatchObject({ start: 0 });
  expect(rows[1]?.notes[0]?.start).toBeCloseTo((500 / span) * 100);
});

describe('a label never crosses the end, nor leaves the lane', () => {
  test.each([
    ['short and early', 0, 100, 'right'],
    ['up to the end', 900, 1000, 'left'],
    ['the whole run', 0, 1000, 'inside'],
  ])('%s', (_, from, to, side) => {
    const { rows } = layoutScore([line('a')], [run('a', from, to)], until(1000), LANE);
    expect(rows[0]?.notes[0]?.label?.side).toBe(side);
  });
});

test('joins more than twenty notes of a row, as bad as the worst', () => {
  const runs = Array.from({ length: 25 }, (_, index) =>
    run('a', index * 10, index * 10 + 5, index === 7 ? 'FAILED' : 'SUCCESS'),
  );
  const [row] = layoutScore([line('a')], runs, until(300), LANE).rows;
  expect(row).toMatchObject({ joined: 25, notes: [{ state: 'FAILED', label: { text: '125 md · 25×' } }] });
});

test('each try is a note, with a repeat sign between; only the last has a label', () => {
  const tried: TaskRun = {
    ...run('a', 0, 1000),
    attempts: [{ state: state('FAILED', 0, 200) }, { state: state('SUCCESS', 600, 1000) }],
  };
  const [row] = layoutScore([line('a')], [tried], until(1000), LANE).rows;
  expect(row?.notes.map(({ state: current, label }) => [current, label !== undefined])).toEqual([
    ['FAILED', false],
    ['SUCCESS', true],
  ]);
  expect(row?.repeats).toHaveLength(1);
});

test('what runs side by side stands in a bracket, groups within it too', () => {
  const tasks = [
    line('p', 0, 'io.kestra.plugin.core.flow.Parallel'),
    line('a', 1),
    line('s', 1, 'io.kestra.plugin.core.flow.Sequential'),
    line('b', 2),
    line('end'),
  ];
  expect(layoutScore(tasks, [], until(1000), LANE).brackets).toEqual([{ first: 1, count: 3, depth: 0 }]);
});

test('a task that the run never came to is said to be silent, once the run is over', () => {
  expect(layoutScore([line('a')], [], until(10), LANE).rows[0]?.silent).toBe(true);
  expect(layoutScore([line('a')], [], { ...until(10), ended: false }, LANE).rows[0]?.silent).toBe(false);
});
