/** `kill -9` of a real process, at some moments of one flow. All moments of all flows are in `slow/`. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { told } from './flows.ts';
import { killedAndResumed, type Marks, openMarks } from './killed.ts';

let marks: Marks;
beforeAll(async () => {
  marks = await openMarks();
});
afterAll(() => marks.close());

test('killed, and resumed by another process: the same end, nothing twice, nothing lost', async () => {
  const whole = await killedAndResumed('working-directory', marks);
  for (const kill of ['after:9', 'within:13', 'after:16'] as const) {
    const { status, executions = [], ...rest } = await killedAndResumed('working-directory', marks, kill);
    expect([kill, status]).toEqual([kill, null]);
    expect(told(executions), rest.said).toEqual(told(whole.executions ?? []));
    expect({ kill, lost: rest.lost, again: rest.again }).toEqual({ kill, lost: [], again: [] });
    if (kill.startsWith('within')) expect(rest.said).toContain('tidak tertulis utuh');
  }
}, 60_000);

test('when the disk is full it says so and stops; with room again, it goes on', async () => {
  const whole = await killedAndResumed('sequential', marks);
  const { status, first, executions = [], lost, again, said } = await killedAndResumed('sequential', marks, 'full:9');
  expect([status, first]).toEqual([1, expect.stringMatching(/disk penuh.*alur resume/)]);
  expect(first).not.toMatch(/Selesai|salah di Alur sendiri/);
  expect(told(executions), said).toEqual(told(whole.executions ?? []));
  expect({ lost, again }).toEqual({ lost: [], again: [] });
}, 60_000);
