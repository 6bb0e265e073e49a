/** What has ended leaves memory, and answers as before from the journal: to whoever asks, restarts, replays or purges it. */
import { describe, expect, test } from 'vitest';
import type { Engine, EngineEvent } from '../door.ts';
import { createMemoryJournal } from '../hosts/common/memoryJournal.ts';
import { createMemoryHost } from '../hosts/memory/index.ts';
import { createEngine } from './engine.ts';
import { openHouse } from './openHouse.ts';
import { wakeUp } from './wakeUp.ts';
import { until } from './watch.ts';

const CORE = 'io.kestra.plugin.core';
const SMALL = `id: kecil\nnamespace: uji\ntasks:\n  - {id: a, type: ${CORE}.debug.Return, format: a}\n`;
const LARGE = `id: besar
namespace: uji
inputs: [{id: n, type: STRING, defaults: x}, {id: rahasia, type: SECRET, defaults: sangat-rahasia}]
labels: {tim: a}
sla: [{id: lama, type: MAX_DURATION, duration: PT1S, behavior: NONE, labels: {sla: luput}}]
tasks:
  - {id: l, type: ${CORE}.log.Log, message: ["satu {{ inputs.rahasia }}", dua], level: WARN}
  - id: e
    type: ${CORE}.flow.ForEach
    values: [x, y]
    concurrencyLimit: 2
    tasks:
      - {id: r, type: ${CORE}.debug.Return, format: "{{ taskrun.value }}"}
      - {id: t, type: ${CORE}.flow.Sleep, duration: PT1S}
  - {id: w, type: ${CORE}.storage.Write, content: isi}
  - {id: g, type: ${CORE}.execution.Fail, condition: "{{ taskrun.attemptsCount == 0 }}", retry: {type: constant, interval: PT1S, maxAttempts: 2}}
outputs: [{id: o, type: STRING, value: "{{ outputs.r.y.value }}"}]
`;
const FAILS_ONCE = `id: gagal
namespace: uji
tasks:
  - {id: a, type: ${CORE}.debug.Return, format: a}
  - {id: b, type: ${CORE}.execution.Fail, condition: "{{ kv('boleh', errorOnMissing=false) != 'ya' }}"}
  - {id: c, type: ${CORE}.debug.Return, format: "{{ outputs.a.value }}c"}
`;

/** What a person can ask of an execution. */
async function answers(engine: Engine, id: string) {
  const events: EngineEvent[] = [];
  // How many lines there were at the time is told with lines that were still on their way.
  for await (const event of engine.follow(id)) events.push(event.type === 'logs' ? { ...event, count: 0 } : event);
  const execution = await engine.execution(id);
  return {
    execution,
    listed: (await engine.executions({ flowId: execution.flowId })).results.find((one) => one.id === id),
    events,
    logs: await engine.logs(id),
    warnings: await engine.logs(id, { minLevel: 'WARN', from: 1 }),
    metrics: await engine.metrics(id),
    outputs: await Promise.all(execution.taskRunList.map((taskRun) => engine.outputs(id, taskRun.id))),
  };
}

async function ended(engine: Engine, source: string): Promise<string> {
  const { id } = await engine.start(await engine.deploy(source));
  await engine.wait(id);
  return id;
}

describe('an execution that has left memory', () => {
  test('answers as before, also in the next process, with a snapshot or without', async () => {
    const journal = createMemoryJournal();
    const engine = createEngine(createMemoryHost({ journal }), { room: 0 });
    const id = await ended(engine, LARGE);
    const before = await answers(engine, id);
    expect(before.execution.state.current).toBe('SUCCESS');
    expect(before.logs.length).toBeGreaterThan(2);
    await ended(engine, SMALL);
    expect(await answers(engine, id)).toEqual(before);
    await engine.close();
    for (const isKept of [false, true]) {
      const next = createEngine(
        createMemoryHost({ journal: isKept ? journal : { ...journal, kept: async () => undefined } }),
      );
      expect(await answers(next, id)).toEqual(before);
      await next.close();
    }
  });

  test('is restarted from the task that failed, and leaves again', async () => {
    const host = createMemoryHost();
    const engine = createEngine(host, { room: 0 });
    const id = await ended(engine, FAILS_ONCE);
    await ended(engine, SMALL);
    await engine.kv('uji').set('boleh', 'ya');
    await engine.restart(id);
    const { state, taskRunList } = await engine.wait(id);
    expect(state.histories.map((moment) => moment.state)).toEqual([
      'CREATED',
      'RUNNING',
      'FAILED',
      'RESTARTED',
      'RUNNING',
      'SUCCESS',
    ]);
    expect(taskRunList.map(({ taskId, outputs }) => [taskId, outputs?.value])).toEqual([
      ['a', 'a'],
      ['b', undefined],
      ['c', 'ac'],
    ]);
    const before = await answers(engine, id);
    await ended(engine, SMALL);
    expect(await answers(engine, id)).toEqual(before);
    await expect(engine.restart(id)).rejects.toThrow(/tidak ada task yang gagal/);
  });

  test('is replayed, from the start and from a task', async () => {
    const engine = createEngine(createMemoryHost(), { room: 0 });
    const id = await ended(engine, FAILS_ONCE);
    await ended(engine, SMALL);
    await engine.kv('uji').set('boleh', 'ya');
    const { taskRunList } = await engine.execution(id);
    const whole = await engine.replay(id);
    expect((await engine.wait(whole.id)).state.current).toBe('SUCCESS');
    await ended(engine, SMALL);
    const part = await engine.replay(id, taskRunList[1]?.id);
    const replayed = await engine.wait(part.id);
    expect(replayed.state.current).toBe('SUCCESS');
    expect(replayed.parentId).toBe(id);
    await ended(engine, SMALL);
    expect(await engine.execution(part.id)).toEqual(replayed);
  });

  test('is purged, and unknown then', async () => {
    const journal = createMemoryJournal();
    const engine = createEngine(createMemoryHost({ journal }), { room: 0 });
    const id = await ended(engine, LARGE);
    await ended(engine, SMALL);
    expect(await engine.purge([id])).toBe(1);
    await expect(engine.execution(id)).rejects.toThrow(/tidak ada di sini/);
    await engine.close();
    const next = createEngine(createMemoryHost({ journal }));
    await expect(next.execution(id)).rejects.toThrow(/tidak ada di sini/);
    expect((await next.executions({ flowId: 'besar' })).total).toBe(0);
  });

  test('is counted and found by its state', async () => {
    const engine = createEngine(createMemoryHost(), { room: 0 });
    const failed = await ended(engine, FAILS_ONCE);
    for (let count = 0; count < 5; count++) await ended(engine, SMALL);
    const { results, total } = await engine.executions({ state: ['FAILED'] });
    expect([total, results.map(({ id }) => id)]).toEqual([1, [failed]]);
    expect((await engine.executions({ limit: 2, offset: 3 })).results).toHaveLength(2);
    expect((await engine.executions()).total).toBe(6);
  });

  test('fails of its own accord in a Subflow, and goes on when its parent is restarted', async () => {
    const engine = createEngine(createMemoryHost(), { room: 0 });
    await engine.deploy(FAILS_ONCE);
    const parent = await ended(
      engine,
      `id: induk\nnamespace: uji\ntasks:\n  - {id: s, type: ${CORE}.flow.Subflow, namespace: uji, flowId: gagal, transmitFailed: true}\n`,
    );
    await ended(engine, SMALL);
    await engine.kv('uji').set('boleh', 'ya');
    await engine.restart(parent);
    expect((await engine.wait(parent)).state.current).toBe('SUCCESS');
    const { results } = await engine.executions({ flowId: 'gagal' });
    expect(results.map(({ state }) => state.histories.map((moment) => moment.state).join(' '))).toEqual([
      'CREATED RUNNING FAILED RESTARTED RUNNING SUCCESS',
    ]);
  });
});

describe('memory', () => {
  test('holds no more of what has ended than there is room for, and what runs as long as it runs', async () => {
    const house = openHouse(createMemoryHost(), 30);
    await wakeUp(house, true);
    house.flows.deploy(SMALL);
    house.flows.deploy(`id: jeda\nnamespace: uji\ntasks:\n  - {id: j, type: ${CORE}.flow.Pause}\n`);
    const paused = await house.start({ namespace: 'uji', id: 'jeda' }, {});
    for (let count = 0; count < 100; count++) {
      const run = await house.start({ namespace: 'uji', id: 'kecil' }, {});
      await until(run, () => run.over);
    }
    expect([...house.ledger.all()]).toHaveLength(101);
    // Each weighs three: itself, its task run, a line.
    expect(house.runs.held).toBe(1 + 10);
    const first = [...house.ledger.all()][1]?.id ?? '';
    expect(house.runs.atHand(first)).toBeUndefined();
    expect((await house.runs.find(first)).state.taskRuns.size).toBe(1);
    expect(house.runs.held).toBe(1 + 10);
    expect(house.runs.atHand(paused.state.header.id)).toBe(paused);
  });

  test('reads an execution back once, however many ask at the same time', async () => {
    const journal = createMemoryJournal();
    let reads = 0;
    const counting = {
      ...journal,
      at: (places: readonly number[]) => {
        reads++;
        return journal.at(places);
      },
    };
    const engine = createEngine(createMemoryHost({ journal: counting }), { room: 0 });
    const id = await ended(engine, SMALL);
    await ended(engine, SMALL);
    await Promise.all([engine.execution(id), engine.logs(id), engine.wait(id), engine.execution(id)]);
    expect(reads).toBe(1);
  });
});
