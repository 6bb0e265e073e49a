import { expect, test } from 'vitest';
import { UsageError } from './exit.ts';
import { readMoment } from './ticks.ts';

test.each([
  ['2024-12-31', '2024-12-31T00:00:00.000Z'],
  ['2024-12-31T09:00', '2024-12-31T09:00:00.000Z'],
  ['2024-12-31 09:00:30', '2024-12-31T09:00:30.000Z'],
  ['2024-12-31T09:00+07:00', '2024-12-31T02:00:00.000Z'],
  ['2024-12-31T09:00:00.5Z', '2024-12-31T09:00:00.500Z'],
])('%s', (text, expected) => {
  expect(new Date(readMoment('end', text)).toISOString()).toBe(expected);
});

test.each(['kemarin', '2024-13-01', '2024-12-31T25:00', '31-12-2024', '', '2024-12-31T09'])('no moment: %s', (text) => {
  expect(() => readMoment('end', text)).toThrow(UsageError);
});
