import { expect, test } from 'vitest';
import type { LogEntry } from '#engine/index.ts';
import { createLogFeed, PAGE } from './logs.ts';

const line = (message: string): LogEntry => ({
  namespace: 'n',
  flowId: 'f',
  executionId: 'e',
  timestamp: '2026-01-01T00:00:00Z',
  level: 'INFO',
  message,
});
const lines = (count: number) => Array.from({ length: count }, (_, index) => line(String(index)));
const pagesOf = (all: readonly LogEntry[]) => async (from: number) => all.slice(from, from + PAGE);

test.each([0, 1, PAGE - 1, PAGE, PAGE + 1, 4 * PAGE + 7])('%i lines come whole and in order', async (count) => {
  const all = lines(count);
  const got: LogEntry[] = [];
  await createLogFeed(pagesOf(all), (more) => got.push(...more))();
  expect(got).toEqual(all);
});

test('asked twice at once, it brings no line twice', async () => {
  const all = lines(12);
  const got: LogEntry[] = [];
  const feed = createLogFeed(pagesOf(all), (more) => got.push(...more));
  await Promise.all([feed(), feed(), feed()]);
  expect(got).toEqual(all);
});

test('after a refused request the next one goes on where it was', async () => {
  let refuse = true;
  const got: LogEntry[] = [];
  const feed = createLogFeed(
    async (from) => {
      if (!refuse) return lines(3).slice(from);
      refuse = false;
      throw new Error('putus');
    },
    (more) => got.push(...more),
  );
  await expect(feed()).rejects.toThrow('putus');
  await feed();
  expect(got).toHaveLength(3);
});
