/** Killed after any batch, whatever an execution was at goes on from the journal, and no finished task runs twice. */
import { describe, expect, test } from 'vitest';
import { createMemoryJournal } from '../hosts/common/memoryJournal.ts';
import { recordsOf } from '../hosts/common/records.ts';
import { createMemoryHost } from '../hosts/memory/index.ts';
import type { Engine, Execution } from '../index.ts';
import type { Journal, JournalRecord } from '../ports/Journal.ts';
import { createEngine } from './engine.ts';

const CORE = 'io.kestra.plugin.core';
const CHILD = `id: anak
namespace: uji
inputs: [{id: n, type: STRING, defaults: x}]
tasks:
  - {id: c, type: ${CORE}.flow.Sleep, duration: PT1S}
  - {id: d, type: ${CORE}.debug.Return, format: "{{ inputs.n }}"}
outputs: [{id: o, type: STRING, value: "{{ outputs.d.value }}"}]
`;

const FLOWS: Record<string, string> = {
  'a Pause with a time, beside other work': `
tasks:
  - id: p
    type: ${CORE}.flow.Parallel
    tasks:
      - {id: jeda, type: ${CORE}.flow.Pause, pauseDuration: PT5S, tasks: [{id: lalu, type: ${CORE}.debug.Return, format: "{{ outputs.jeda.resumed.to }}"}]}
      - id: urut
        type: ${CORE}.flow.Sequential
        tasks:
          - {id: s, type: ${CORE}.flow.Sleep, duration: PT1S}
          - {id: r, type: ${CORE}.debug.Return, format: a}
  - {id: z, type: ${CORE}.debug.Return, format: z}`,
  'a Pause that runs out of time': `
tasks:
  - {id: jeda, type: ${CORE}.flow.Pause, timeout: PT5S}
errors:
  - {id: e, type: ${CORE}.debug.Return, format: e}`,
  'a LoopUntil': `
tasks:
  - id: l
    type: ${CORE}.flow.LoopUntil
    condition: "{{ outputs.l.iterationCount == 3 }}"
    checkFrequency: {interval: PT1S}
    tasks: [{id: r, type: ${CORE}.debug.Return, format: r}]`,
  'a retry': `
tasks:
  - {id: b, type: ${CORE}.execution.Fail, condition: "{{ taskrun.attemptsCount < 2 }}", retry: {type: constant, interval: PT1S, maxAttempts: 3}}`,
  'a service level that is missed': `
sla:
  - {id: lama, type: MAX_DURATION, duration: PT1S, behavior: FAIL, labels: {sla: luput}}
tasks:
  - {id: s, type: ${CORE}.flow.Sleep, duration: PT5S}
finally:
  - {id: f, type: ${CORE}.debug.Return, format: f}`,
  'a Subflow': `
tasks:
  - {id: s, type: ${CORE}.flow.Subflow, namespace: uji, flowId: anak, inputs: {n: "1"}}
  - {id: r, type: ${CORE}.debug.Return, format: "{{ outputs.s.outputs.o }}"}`,
  'a ForEachItem': `
tasks:
  - {id: w, type: ${CORE}.storage.Write, content: "1\\n2\\n3\\n"}
  - {id: e, type: ${CORE}.flow.ForEachItem, items: "{{ outputs.w.uri }}", namespace: uji, flowId: anak}
  - {id: r, type: ${CORE}.debug.Return, format: "{{ outputs.e_items.numberOfBatches }}"}`,
  'an Exit': `
tasks:
  - id: p
    type: ${CORE}.flow.Parallel
    tasks:
      - {id: s, type: ${CORE}.flow.Sleep, duration: PT1M}
      - {id: x, type: ${CORE}.execution.Exit, state: WARNING}`,
};

const told = ({ state, taskRunList, outputs, labels }: Execution): string =>
  [
    state.current,
    ...taskRunList.map(({ taskId, state: at, attempts }) => `${taskId} ${at.current} ${attempts.length}`),
    JSON.stringify(outputs ?? null),
    ...labels.map(({ key }) => key),
  ].join('\n');

/** The execution of the flow itself, at its end. */
async function ended(engine: Engine): Promise<Execution> {
  const { results } = await engine.executions({ flowId: 'utama' });
  return engine.wait(results.at(-1)?.id ?? '');
}

describe('killed after any batch', () => {
  test.each(Object.entries(FLOWS))('%s', async (_, text) => {
    const batches: (readonly JournalRecord[])[] = [];
    const recording: Journal = { ...createMemoryJournal(), append: async (records) => batches.push(records) };
    // Files outlive the process; the storage is shared by all that follow.
    const { storage } = createMemoryHost();
    const first = createEngine(createMemoryHost({ journal: recording, storage }));
    await first.deploy(CHILD);
    const flow = await first.deploy(`id: utama\nnamespace: uji${text}\n`);
    const { id } = await first.start(flow);
    const expected = told(await first.wait(id));
    await first.close();
    expect(batches.length).toBeGreaterThan(5);
    for (let length = 3; length < batches.length; length++) {
      const journal = createMemoryJournal();
      await journal.append(batches.slice(0, length).flat());
      const engine = createEngine(createMemoryHost({ journal, storage, seed: `sesudah ${length}` }));
      const after = await ended(engine);
      await engine.close();
      // A try that was under way is made again: attempts are compared where nothing was cut off in the middle.
      expect(told(after).replaceAll(/ \d+$/gm, ''), `after ${length} of ${batches.length}`).toBe(
        expected.replaceAll(/ \d+$/gm, ''),
      );
      const kept: string[] = [];
      for await (const { data } of recordsOf(journal)) {
        const { type, id: run } = data as { type: string; id?: string };
        if (type === 'ended' && run !== undefined) kept.push(run);
      }
      expect(new Set(kept).size).toBe(kept.length);
    }
  });
});

describe('what never ends can be ended', () => {
  test.each([
    [
      'a LoopUntil without a pause',
      `type: ${CORE}.flow.LoopUntil
    condition: "{{ false }}"
    checkFrequency: {interval: PT0S}
    tasks: [{id: r, type: ${CORE}.debug.Return, format: r}]`,
    ],
    [
      'a ForEach over many values',
      `type: ${CORE}.flow.ForEach
    values: "{{ range(1, 20000) }}"
    tasks: [{id: r, type: ${CORE}.debug.Return, format: r}]`,
    ],
  ])('%s', async (_, task) => {
    const engine = createEngine(createMemoryHost());
    const { id } = await engine.start(
      await engine.deploy(`id: terus\nnamespace: uji\ntasks:\n  - id: t\n    ${task}\n`),
    );
    let seen = 0;
    for await (const event of engine.follow(id)) if (event.type === 'taskRun' && ++seen > 50) break;
    await engine.kill(id);
    expect((await engine.wait(id)).state.current).toBe('KILLED');
    await engine.close();
  });

  test('flows that call each other in a circle end with an error that says so', async () => {
    const engine = createEngine(createMemoryHost());
    const call = (id: string, other: string) =>
      engine.deploy(
        `id: ${id}\nnamespace: uji\ntasks:\n  - {id: s, type: ${CORE}.flow.Subflow, namespace: uji, flowId: ${other}}\n`,
      );
    const flow = await call('a', 'b');
    await call('b', 'a');
    const { id } = await engine.start(flow);
    expect((await engine.wait(id)).state.current).toBe('FAILED');
    const { results } = await engine.executions({ limit: 1 });
    const said = await engine.logs(results[0]?.id ?? '');
    expect(said.map(({ explanation }) => explanation).join()).toContain('melingkar');
    await engine.close();
  });
});

test('what is purged is gone, with its files and after a restart too', async () => {
  const journal = createMemoryJournal();
  const host = createMemoryHost({ journal });
  const engine = createEngine(host);
  const { id } = await engine.start(
    await engine.deploy(`id: tulis\nnamespace: uji\ntasks:\n  - {id: w, type: ${CORE}.storage.Write, content: x}\n`),
  );
  await engine.wait(id);
  expect(await host.storage.list(`kestra:///uji/tulis/`)).toHaveLength(1);
  expect(await engine.purge([id])).toBe(1);
  expect(await host.storage.list(`kestra:///uji/tulis/`)).toEqual([]);
  const next = createEngine(createMemoryHost({ journal }));
  expect((await next.executions()).total).toBe(0);
});
