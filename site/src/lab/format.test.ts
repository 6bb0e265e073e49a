import { expect, test } from 'vitest';
import { clock, duration } from './format.ts';

test.each([
  [999.6, '1,00 dtk'],
  [59_994, '59,99 dtk'],
  [59_999, '1 mnt 0 dtk'],
  [119_600, '2 mnt 0 dtk'],
])('%d ms never shows a full unit of the next', (milliseconds, text) => expect(duration(milliseconds)).toBe(text));

test('a clock shows the time of where one is, not of Greenwich', () => {
  expect(clock(new Date(2026, 0, 1, 9, 0, 5).toISOString())).toBe('09.00.05');
});
