import { describe, expect, test } from 'vitest';
import type { TaskRun } from '#engine/index.ts';
import { createDrafts } from './drafts.ts';
import { bytes, count, duration } from './format.ts';
import { layoutScore, stepFor } from './score.ts';

describe('numbers as Indonesians write them', () => {
  test.each([
    [count(5000), '5.000'],
    [duration(340), '340 md'],
    [duration(13_300), '13,30 dtk'],
    [duration(125_000), '2 mnt 5 dtk'],
    [bytes(5_400_000), '5,1 MB'],
  ])('%s', (got, expected) => expect(got).toBe(expected));
});

const run = (taskId: string, from: number, to?: number): TaskRun => ({
  id: `${taskId}${from}`,
  executionId: 'e',
  namespace: 'n',
  flowId: 'f',
  taskId,
  attempts: [],
  outputs: null,
  state: {
    current: to === undefined ? 'RUNNING' : 'SUCCESS',
    histories: [{ state: 'RUNNING', date: new Date(from).toISOString() }],
    duration: '',
    startDate: new Date(from).toISOString(),
    ...(to !== undefined && { endDate: new Date(to).toISOString() }),
  },
});

describe('the score', () => {
  test('has at most eight bars on its axis', () => {
    for (const span of [120, 900, 3_000, 12_000, 65_000, 3_000_000]) {
      expect(span / stepFor(span)).toBeLessThanOrEqual(8);
    }
  });

  test('places notes by their time, flips labels at the edge', () => {
    const { rows, span } = layoutScore(
      [
        { id: 'a', depth: 0 },
        { id: 'b', depth: 1 },
      ],
      [run('a', 0, 500), run('b', 500, 1000)],
      0,
      1000,
    );
    expect(span).toBeGreaterThanOrEqual(1000);
    expect(rows[0]?.notes[0]).toMatchObject({ start: 0, flip: false });
    expect(rows[1]?.notes[0]?.start).toBeCloseTo((500 / span) * 100);
  });

  test('joins more than twenty notes of a row', () => {
    const runs = Array.from({ length: 25 }, (_, index) => run('a', index * 10, index * 10 + 5));
    expect(layoutScore([{ id: 'a', depth: 0 }], runs, 0, 300).rows[0]).toMatchObject({
      dense: true,
      notes: { length: 1 },
    });
  });
});

describe('drafts', () => {
  test('are kept as typed, and a refusing browser is said', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    const drafts = createDrafts('lab', storage);
    expect(drafts.load()).toBeUndefined();
    expect(drafts.save('id: a')).toBe(true);
    expect(createDrafts('lab', storage).load()).toBe('id: a');
    drafts.keep('lama');
    expect(drafts.kept()).toBe('lama');
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('penuh');
      },
    };
    expect(createDrafts('lab', full).save('x')).toBe(false);
  });
});
