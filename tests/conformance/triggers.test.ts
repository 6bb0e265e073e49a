/** Triggers and conditions that a Kestra 1.1.15 takes (`+`) or refuses (`-`), one a line. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseFlow } from '#engine/index.ts';

const GOLDEN = readFileSync(new URL('triggers.golden.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

/** Where we differ on purpose. */
const OURS = [
  // Without the calendars of holidays it could only pretend.
  'PublicHoliday',
];

const flowWith = (trigger: string) =>
  `id: f\nnamespace: n\ntasks:\n  - {id: r, type: io.kestra.plugin.core.debug.Return}\ntriggers:\n  - ${trigger.replace('X257', 'x'.repeat(257))}\n`;

describe('as a Kestra', () => {
  test('there are enough of them', () => expect(GOLDEN.length).toBeGreaterThan(450));

  test.each(GOLDEN.filter((line) => !OURS.some((name) => line.includes(name))))('%s', (line) => {
    const { flow, diagnostics } = parseFlow(flowWith(line.slice(1)));
    expect(flow !== undefined, JSON.stringify(diagnostics.map(({ message }) => message))).toBe(line.startsWith('+'));
    for (const { line: row, column, message } of diagnostics) {
      expect(row).toBeGreaterThan(0);
      expect(column).toBeGreaterThan(0);
      expect(message).toMatch(/[.?]$/);
    }
  });
});
