/** What a person does to executions at the worst moment: twice, too early, too late, all at once, with a clock that was set back. */
import { describe, expect, test } from 'vitest';
import { createMemoryJournal } from '#engine/hosts/common/memoryJournal.ts';
import { createMemoryStorage } from '#engine/hosts/common/memoryStorage.ts';
import { createMemoryHost, createVirtualClock, type MemoryHostOptions } from '#engine/hosts/memory/index.ts';
import { createEngine, type Engine, type Execution, NotFoundError, RefusedError } from '#engine/index.ts';

const CORE = 'io.kestra.plugin.core';
const sleep = (id: string, duration = 'PT1H') => `{id: ${id}, type: ${CORE}.flow.Sleep, duration: ${duration}}`;
const flow = (tasks: string, head = '', id = 'f') => `id: ${id}\nnamespace: uji\n${head}tasks:\n${tasks}`;
const SLEEPS = flow(`  - ${sleep('s')}\n  - {id: r, type: ${CORE}.debug.Return, format: r}\n`);
const PAUSES = flow(`  - {id: p, type: ${CORE}.flow.Pause}\n  - {id: r, type: ${CORE}.debug.Return, format: r}\n`);
const FAILS = flow(
  `  - {id: w, type: ${CORE}.storage.Write, content: x}\n  - {id: x, type: ${CORE}.execution.Fail, condition: "{{ taskrun.attemptsCount == 0 }}"}\n`,
);

/** Processes after each other on the same journal and files; time stands still unless it is moved. */
function createShelf() {
  const outliving = { journal: createMemoryJournal(), storage: createMemoryStorage() };
  let count = 0;
  return (options: MemoryHostOptions & { recover?: boolean } = {}) => {
    const clock = createVirtualClock({ jumps: false });
    const { recover = true, ...more } = options;
    const host = createMemoryHost({ clock, ...outliving, seed: `proses ${++count}`, ...more });
    return { clock, engine: createEngine(host, { recover }) };
  };
}

async function startedUntil(engine: Engine, text: string, taskId: string, state: string): Promise<string> {
  const { id } = await engine.start(await engine.deploy(text));
  for await (const event of engine.follow(id))
    if (event.type === 'taskRun' && event.taskId === taskId && event.state === state) break;
  return id;
}

const states = ({ state }: Execution) => state.histories.map((moment) => moment.state);
const times = (all: readonly string[], one: string) => all.filter((state) => state === one).length;
/** How many of these calls were carried out; the others were refused. */
async function carriedOut(calls: Promise<unknown>[]): Promise<number> {
  const settled = await Promise.allSettled(calls);
  for (const one of settled) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(RefusedError);
  return settled.filter(({ status }) => status === 'fulfilled').length;
}

describe('twice at once', () => {
  test('kill', async () => {
    const { engine } = createShelf()();
    const id = await startedUntil(engine, SLEEPS, 's', 'RUNNING');
    await carriedOut([engine.kill(id), engine.kill(id), engine.kill(id)]);
    const execution = await engine.wait(id);
    expect(states(execution)).toEqual(['CREATED', 'RUNNING', 'KILLING', 'KILLED']);
    expect(execution.taskRunList.map(({ state }) => state.current)).toEqual(['KILLED']);
    await expect(engine.kill(id)).rejects.toThrow(RefusedError);
    await engine.close();
  });

  test('pause', async () => {
    const { engine, clock } = createShelf()();
    const id = await startedUntil(engine, SLEEPS, 's', 'RUNNING');
    await carriedOut([engine.pause(id), engine.pause(id)]);
    await clock.advance(3_600_000);
    const paused = await engine.wait(id);
    expect([paused.state.current, times(states(paused), 'PAUSED')]).toEqual(['PAUSED', 1]);
    expect(await carriedOut([engine.resume(id), engine.resume(id)])).toBe(1);
    const ended = await engine.wait(id);
    expect([ended.state.current, times(states(ended), 'RUNNING')]).toEqual(['SUCCESS', 2]);
    await engine.close();
  });

  test('resume of a Pause', async () => {
    const { engine } = createShelf()();
    const id = await startedUntil(engine, PAUSES, 'p', 'PAUSED');
    expect(await carriedOut([engine.resume(id), engine.resume(id), engine.resume(id)])).toBe(1);
    const ended = await engine.wait(id);
    expect(ended.taskRunList.map(({ taskId, state }) => `${taskId} ${state.current}`)).toEqual([
      'p SUCCESS',
      'r SUCCESS',
    ]);
    await engine.close();
  });

  test('restart', async () => {
    const { engine } = createShelf()();
    const { id } = await engine.start(await engine.deploy(FAILS));
    await engine.wait(id);
    expect(await carriedOut([engine.restart(id), engine.restart(id)])).toBe(1);
    const ended = await engine.wait(id);
    expect([ended.state.current, ended.metadata.attemptNumber]).toEqual(['SUCCESS', 2]);
    await engine.close();
  });

  test('purge', async () => {
    const open = createShelf();
    const { engine } = open();
    const { id } = await engine.start(await engine.deploy(FAILS));
    await engine.wait(id);
    expect((await Promise.all([engine.purge([id, id]), engine.purge([id])])).reduce((a, b) => a + b)).toBe(1);
    await expect(engine.execution(id)).rejects.toThrow(NotFoundError);
    await engine.close();
  });

  test('recovery: opened and closed again and again, nothing is lost or doubled', async () => {
    const open = createShelf();
    const first = open();
    const id = await startedUntil(first.engine, SLEEPS, 's', 'RUNNING');
    await first.engine.close();
    for (let times = 0; times < 5; times++) {
      const { engine } = open();
      expect((await engine.executions()).total).toBe(1);
      await engine.close();
    }
    const last = open({ clock: createVirtualClock() });
    const ended = await last.engine.wait(id);
    expect(states(ended)).toEqual(['CREATED', 'RUNNING', 'SUCCESS']);
    expect(ended.taskRunList.map(({ taskId, state }) => `${taskId} ${state.current}`)).toEqual([
      's SUCCESS',
      'r SUCCESS',
    ]);
    await last.engine.close();
  });
});

describe('at the wrong moment', () => {
  test('what runs is not resumed, restarted or purged; what ended is not paused', async () => {
    const { engine } = createShelf()();
    const id = await startedUntil(engine, SLEEPS, 's', 'RUNNING');
    await expect(engine.resume(id)).rejects.toThrow(/tidak sedang dijeda \(RUNNING\)/);
    await expect(engine.restart(id)).rejects.toThrow(/belum selesai \(RUNNING\)/);
    expect(await engine.purge([id])).toBe(0);
    expect((await engine.execution(id)).state.current).toBe('RUNNING');
    await engine.kill(id);
    await engine.wait(id);
    await expect(engine.pause(id)).rejects.toThrow(RefusedError);
    await expect(engine.resume(id)).rejects.toThrow(RefusedError);
    await engine.close();
  });

  test('nobody of that name', async () => {
    const { engine } = createShelf()();
    for (const call of ['kill', 'pause', 'resume', 'restart', 'replay', 'execution', 'logs', 'wait'] as const)
      await expect(engine[call]('tidak-ada'), call).rejects.toThrow(NotFoundError);
    expect(await engine.purge(['tidak-ada'])).toBe(0);
    await engine.close();
  });

  test('killed while it recovers', async () => {
    const open = createShelf();
    const first = open();
    const id = await startedUntil(first.engine, SLEEPS, 's', 'RUNNING');
    await first.engine.close();
    const next = open();
    await next.engine.kill(id);
    expect((await next.engine.wait(id)).state.current).toBe('KILLED');
    await next.engine.close();
    const last = open();
    expect((await last.engine.execution(id)).state.current).toBe('KILLED');
    await last.engine.close();
  });

  test('restarted while it recovers, then killed', async () => {
    const open = createShelf();
    const first = open();
    const { id } = await first.engine.start(await first.engine.deploy(FAILS));
    await first.engine.wait(id);
    await first.engine.close();
    const next = open();
    await next.engine.restart(id);
    await carriedOut([next.engine.kill(id)]);
    const { state } = await next.engine.wait(id);
    expect(['KILLED', 'SUCCESS']).toContain(state.current);
    await next.engine.close();
  });

  test('a kill reaches the subflow that an earlier process left lying', async () => {
    const open = createShelf();
    const first = open();
    await first.engine.deploy(flow(`  - ${sleep('dalam')}\n`, '', 'anak'));
    const parent = flow(`  - {id: a, type: ${CORE}.flow.Subflow, namespace: uji, flowId: anak}\n`);
    const { id } = await first.engine.start(await first.engine.deploy(parent));
    for await (const event of first.engine.follow(id)) {
      const { total } = await first.engine.executions({ flowId: 'anak' });
      if (event.type === 'taskRun' && event.state === 'RUNNING' && total === 1) break;
    }
    const child = (await first.engine.executions({ flowId: 'anak' })).results[0]?.id ?? '';
    await first.engine.close();
    const next = open({ recover: false });
    await next.engine.kill(id);
    expect((await next.engine.wait(id)).state.current).toBe('KILLED');
    expect((await next.engine.wait(child)).state.current).toBe('KILLED');
    await next.engine.close();
  });
});

describe('looking on', () => {
  const LOGS = flow(
    `  - {id: a, type: ${CORE}.log.Log, message: [satu, dua]}\n  - {id: b, type: ${CORE}.log.Log, message: tiga, level: WARN}\n  - {id: c, type: ${CORE}.log.Log, message: empat}\n`,
  );

  test.each([
    [{}, ['satu', 'dua', 'tiga', 'empat']],
    [{ from: 1, limit: 2 }, ['dua', 'tiga']],
    [{ from: 3 }, ['empat']],
    [{ from: 9 }, []],
    [{ limit: 0 }, []],
    [{ minLevel: 'WARN' as const }, ['tiga']],
    [{ taskId: 'a' }, ['satu', 'dua']],
    [{ taskId: 'a', from: 1 }, ['dua']],
    [{ taskId: 'tidak-ada' }, []],
  ])('logs %j', async (range, expected) => {
    const open = createShelf();
    const { engine } = open();
    const { id } = await engine.start(await engine.deploy(LOGS));
    await engine.wait(id);
    const messages = async (from: Engine) => (await from.logs(id, range)).map(({ message }) => message);
    expect(await messages(engine)).toEqual(expected);
    await engine.close();
    const next = open();
    expect(await messages(next.engine)).toEqual(expected);
    await next.engine.close();
  });

  test('follow tells the same after the end, and in another process', async () => {
    const open = createShelf();
    const { engine } = open();
    const { id } = await engine.start(await engine.deploy(LOGS));
    const told = async (from: Engine) => {
      const all: string[] = [];
      for await (const event of from.follow(id))
        if (event.type === 'execution') all.push(event.state);
        else if (event.type === 'taskRun') all.push(`${event.taskId} ${event.state} ${event.attempt}`);
      return all;
    };
    const live = await told(engine);
    expect(live.slice(0, 2)).toEqual(['CREATED', 'RUNNING']);
    expect(live.at(-1)).toBe('SUCCESS');
    expect(await told(engine)).toEqual(live);
    await engine.close();
    const next = open();
    expect(await told(next.engine)).toEqual(live);
    await next.engine.close();
  });

  test('replay from a task keeps what stood before it, and the first one as it was', async () => {
    const { engine } = createShelf()();
    const { id } = await engine.start(
      await engine.deploy(
        flow(
          `  - {id: a, type: ${CORE}.debug.Return, format: "{{ execution.id }}"}\n  - {id: b, type: ${CORE}.debug.Return, format: "{{ outputs.a.value }}"}\n`,
        ),
      ),
    );
    const before = await engine.wait(id);
    const [, second] = before.taskRunList;
    const replayed = await engine.wait((await engine.replay(id, second?.id)).id);
    expect(replayed.taskRunList.map(({ outputs }) => outputs)).toEqual([{ value: id }, { value: id }]);
    expect([replayed.originalId, replayed.parentId, replayed.state.current]).toEqual([id, id, 'SUCCESS']);
    expect(await engine.execution(id)).toEqual(before);
    await expect(engine.replay(id, 'tidak-ada')).rejects.toThrow(NotFoundError);
    await engine.close();
  });
});

describe('a clock that was set back', () => {
  test('by an hour, between two processes: a wait is as long as it was at most', async () => {
    const open = createShelf();
    const text = flow(`  - {id: p, type: ${CORE}.flow.Pause, pauseDuration: PT5S}\n`);
    const first = open();
    const id = await startedUntil(first.engine, text, 'p', 'PAUSED');
    const start = first.clock.now();
    await first.engine.close();
    const clock = createVirtualClock({ jumps: false, start: start - 3_600_000 });
    const next = open({ clock });
    await next.engine.executions();
    await clock.advance(5_000);
    const ended = await next.engine.wait(id);
    expect(ended.state.current).toBe('SUCCESS');
    expect(ended.state.duration).not.toContain('-');
    await next.engine.close();
  });
});

test('a thousand paused ones are opened, found, resumed and killed', async () => {
  const open = createShelf();
  const first = open();
  const deployed = await first.engine.deploy(PAUSES);
  const ids: string[] = [];
  for (let number = 0; number < 1_000; number++) ids.push((await first.engine.start(deployed)).id);
  await Promise.all(ids.map((id) => first.engine.wait(id)));
  await first.engine.close();
  const next = open({ recover: false });
  expect((await next.engine.executions({ state: ['PAUSED'] })).total).toBe(1_000);
  await Promise.all(ids.slice(0, 500).map((id) => next.engine.resume(id)));
  await Promise.all(ids.slice(500).map((id) => next.engine.kill(id)));
  await Promise.all(ids.map((id) => next.engine.wait(id)));
  expect((await next.engine.executions({ state: ['SUCCESS'] })).total).toBe(500);
  expect((await next.engine.executions({ state: ['KILLED'] })).total).toBe(500);
  expect(await next.engine.purge(ids)).toBe(1_000);
  await next.engine.close();
  const last = open();
  expect((await last.engine.executions()).total).toBe(0);
  await last.engine.close();
});
