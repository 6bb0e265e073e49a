import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LogEntry, LogLevel } from '#engine/index.ts';
import { createAnnouncer } from './announcer.ts';

const line = (message: string, level: LogLevel = 'INFO'): LogEntry => ({
  namespace: 'n',
  flowId: 'f',
  executionId: 'e',
  timestamp: '',
  level,
  message,
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('lines that come together are said together, at most once a second', () => {
  const said: string[] = [];
  const announcer = createAnnouncer(0, (text) => said.push(text));
  const lines: LogEntry[] = [];
  for (let at = 0; at < 30; at++) {
    lines.push(line(`baris ${at}`));
    announcer.tell([...lines]);
    vi.advanceTimersByTime(100);
  }
  vi.advanceTimersByTime(1_000);
  expect(said.length).toBeGreaterThan(1);
  expect(said.length).toBeLessThanOrEqual(4);
  expect(said.at(-1)).toContain('baris 29');
});

test('reads a few lines, counts the others, names what is no INFO; what stood there before is not read', () => {
  const said: string[] = [];
  const announcer = createAnnouncer(2, (text) => said.push(text));
  announcer.tell([line('lama'), line('lama'), line('a'), line('b'), line('c'), line('d', 'ERROR')]);
  vi.advanceTimersByTime(10);
  expect(said).toEqual(['1 baris lain.\nb\nc\nERROR: d']);
});

test('a new run starts anew; a closed one is silent', () => {
  const said: string[] = [];
  const announcer = createAnnouncer(5, (text) => said.push(text));
  announcer.tell([line('baru')]);
  vi.advanceTimersByTime(10);
  expect(said).toEqual(['baru']);
  announcer.tell([line('baru'), line('lagi')]);
  announcer.close();
  vi.advanceTimersByTime(5_000);
  expect(said).toHaveLength(1);
});
