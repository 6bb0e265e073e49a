/** A lab whose checks ask for a month of backfill: any flow whose schedule does the work passes; what does not says why. */
import { expect, test } from 'vitest';
import { absentDatabases } from '../../hosts/common/absent.ts';
import { createMemoryHost, createVirtualClock } from '../../hosts/memory/index.ts';
import { createEngine } from '../../index.ts';
import { readLab } from '../lab.ts';
import { grade } from './drive.ts';

const FLOW = `id: terjadwal
namespace: uji
inputs:
  - {id: taxi, type: STRING, defaults: yellow}
tasks:
  - {id: r, type: io.kestra.plugin.core.debug.Return, format: "{{ inputs.taxi }} {{ trigger.date | date('yyyy-MM') }}"}
outputs:
  - {id: bulan, type: STRING, value: "{{ outputs.r.value }}"}
triggers:
  - {id: kuning, type: io.kestra.plugin.core.trigger.Schedule, cron: "0 10 1 * *", inputs: {taxi: yellow}}
  - {id: hijau, type: io.kestra.plugin.core.trigger.Schedule, cron: "0 9 1 * *", inputs: {taxi: green}}
`;

const CHECKS = `runs:
  - id: kuartal
    backfill: { start: "2021-01-01", end: "2021-03-31", where: { taxi: green } }
checks:
  - id: tiga
    title: Tiga bulan berjalan
    feedback: Periksa cron-nya.
    expect:
      - state: { equalTo: SUCCESS }
      - ticks: { state: SUCCESS }
        count: { equalTo: 3 }
      - ticks: { on: "2021-01" }
        count: { equalTo: 1 }
      - output: bulan
        value: { equalTo: green 2021-03 }
`;

async function verdictOf(source: string) {
  const lab = readLab('uji/jadwal', {
    'lab.yaml': 'title: Jadwal\nsummary: Jadwal\ndatabase: uji\n',
    'checks.yaml': CHECKS,
    'starter.yaml': FLOW,
  });
  const clock = createVirtualClock({ start: Date.UTC(2026, 0, 1) });
  const engine = createEngine(createMemoryHost({ clock }));
  const verdict = await grade(lab, source, {
    engine,
    databases: absentDatabases,
    reset: async () => undefined,
    filesBelow: async () => 0,
  });
  await engine.close();
  return verdict;
}

test('passes, whatever the trigger is called', async () => {
  expect(await verdictOf(FLOW)).toMatchObject({ passed: true });
  expect(await verdictOf(FLOW.replace('id: hijau', 'id: lain'))).toMatchObject({ passed: true });
});

test.each([
  ['disabled', FLOW.replace('cron: "0 9 1 * *"', 'cron: "0 9 1 * *", disabled: true'), 'nonaktif'],
  ['too often', FLOW.replace('"0 9 1 * *"', '"0 9 1,15 * *"'), 'Periksa cron-nya.'],
  ['never then', FLOW.replace('"0 9 1 * *"', '"0 9 1 6 *"'), 'tidak punya jadwal'],
  [
    'no schedule for it',
    FLOW.replace('taxi: green', 'taxi: blue'),
    'belum punya trigger Schedule yang memberi input taxi: green',
  ],
  ['a task that fails', FLOW.replace('{{ inputs.taxi }}', '{{ nope }}'), 'Task `r`'],
])('%s: fails, and says why', async (_, source, words) => {
  const { passed, checks } = await verdictOf(source);
  expect(passed).toBe(false);
  expect(checks[0]?.message).toContain(words);
});
