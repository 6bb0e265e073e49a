/** The engine over its ports: what is kept, what goes on after a crash, what an observer is told. */
import { describe, expect, test } from 'vitest';
import { createMemoryJournal } from '../hosts/common/memoryJournal.ts';
import { recordsOf } from '../hosts/common/records.ts';
import { createMemoryHost } from '../hosts/memory/index.ts';
import type { Journal, JournalRecord } from '../ports/Journal.ts';
import { createEngine } from './engine.ts';
import { RefusedError } from './errors.ts';

const FLOW = `id: f
namespace: uji
tasks:
  - {id: a, type: io.kestra.plugin.core.debug.Return, format: satu}
  - id: p
    type: io.kestra.plugin.core.flow.Parallel
    tasks:
      - {id: b, type: io.kestra.plugin.core.debug.Return, format: "{{ outputs.a.value }} dua"}
      - {id: c, type: io.kestra.plugin.core.flow.Sleep, duration: PT1M}
  - id: e
    type: io.kestra.plugin.core.flow.ForEach
    values: [x, y]
    tasks:
      - {id: d, type: io.kestra.plugin.core.debug.Return, format: "{{ taskrun.value }} {{ outputs.b.value }}"}
outputs:
  - {id: hasil, type: STRING, value: "{{ outputs.d.y.value }}"}
`;

async function finish(journal: Journal): Promise<string | undefined> {
  const engine = createEngine(createMemoryHost({ journal, seed: 'sesudahnya' }));
  const { results } = await engine.executions();
  const execution = results[0] && (await engine.wait(results[0].id));
  await engine.close();
  return (
    execution &&
    `${execution.state.current} ${JSON.stringify(execution.outputs)} ${execution.taskRunList.map(({ taskId, state }) => taskId + state.current).join()}`
  );
}

const keptRecords = async (journal: Journal): Promise<JournalRecord[]> => {
  const records = [];
  for await (const record of recordsOf(journal)) records.push(record);
  return records;
};

/** The batches as they were appended: each is there whole or not at all. */
async function played(): Promise<(readonly JournalRecord[])[]> {
  const batches: (readonly JournalRecord[])[] = [];
  const journal: Journal = { ...createMemoryJournal(), append: async (records) => batches.push(records) };
  const engine = createEngine(createMemoryHost({ journal }));
  const { id } = await engine.start(await engine.deploy(FLOW));
  await engine.wait(id);
  await engine.close();
  return batches;
}

describe('after a crash', () => {
  test('killed after any batch, the execution ends the same, and no finished task runs twice', async () => {
    const batches = await played();
    const whole = createMemoryJournal();
    await whole.append(batches.flat());
    const expected = await finish(whole);
    expect(expected).toContain('SUCCESS {"hasil":"y satu dua"}');
    for (let length = 2; length < batches.length; length++) {
      const journal = createMemoryJournal();
      await journal.append(batches.slice(0, length).flat());
      expect(await finish(journal), `killed after ${length} of ${batches.length}`).toBe(expected);
      const ended = (await keptRecords(journal))
        .map(({ data }) => data as { type: string; id?: string })
        .filter(({ type }) => type === 'ended');
      expect(new Set(ended.map(({ id }) => id)).size).toBe(ended.length);
    }
  }, 60_000);
});

describe('observers', () => {
  test('are told each state once, in order, and then no more', async () => {
    const engine = createEngine(createMemoryHost());
    const { id } = await engine.start(await engine.deploy(FLOW));
    const told: string[] = [];
    let last = -1;
    for await (const event of engine.follow(id)) {
      expect(event.sequence).toBe(last + 1);
      last = event.sequence;
      if (event.type === 'execution') told.push(event.state);
    }
    expect(told).toEqual(['CREATED', 'RUNNING', 'SUCCESS']);
    await engine.close();
  });
});

describe('the door', () => {
  test('keeps a revision for the same text, and counts up for another', async () => {
    const engine = createEngine(createMemoryHost());
    expect((await engine.deploy(FLOW)).revision).toBe(1);
    expect((await engine.deploy(FLOW)).revision).toBe(1);
    expect((await engine.deploy(`${FLOW}description: lain\n`)).revision).toBe(2);
    await engine.close();
  });

  test('kill ends what sleeps; a second one is refused', async () => {
    const engine = createEngine(
      createMemoryHost({
        clock: {
          now: () => 0,
          until: (_, signal) =>
            new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
        },
      }),
    );
    const { id } = await engine.start(await engine.deploy(FLOW));
    for await (const event of engine.follow(id))
      if (event.type === 'taskRun' && event.taskId === 'c' && event.state === 'RUNNING') break;
    await engine.kill(id);
    const { state, taskRunList } = await engine.wait(id);
    expect(state.histories.map((moment) => moment.state)).toEqual(['CREATED', 'RUNNING', 'KILLING', 'KILLED']);
    expect(taskRunList.find(({ taskId }) => taskId === 'c')?.state.current).toBe('KILLED');
    await expect(engine.kill(id)).rejects.toThrow(RefusedError);
    await engine.close();
  });

  test('a timeout fails the task and says so', async () => {
    const engine = createEngine(createMemoryHost());
    const { id } = await engine.start(
      await engine.deploy(
        'id: t\nnamespace: uji\ntasks:\n  - {id: a, type: io.kestra.plugin.core.flow.Sleep, duration: PT10S, timeout: PT1S}\n',
      ),
    );
    expect((await engine.wait(id)).state.current).toBe('FAILED');
    expect((await engine.logs(id, { minLevel: 'ERROR' }))[0]?.message).toBe('Timeout after 00:00:01.000');
    await engine.close();
  });
});

test('a start is of the newest revision, also with a flow that was read before', async () => {
  const engine = createEngine(createMemoryHost());
  const of = (text: string) =>
    `id: g\nnamespace: uji\ntasks:\n  - {id: a, type: io.kestra.plugin.core.debug.Return, format: ${text}}\n`;
  const first = await engine.deploy(of('lama'));
  await engine.deploy(of('baru'));
  const { id } = await engine.start(first);
  expect((await engine.wait(id)).taskRunList[0]?.outputs).toEqual({ value: 'baru' });
  await engine.close();
});
