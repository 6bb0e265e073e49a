/** What never ends can be ended, and what was purged stays away. That nothing is lost in a crash is proven in `tests/crash`. */
import { describe, expect, test } from 'vitest';
import { createMemoryJournal } from '../hosts/common/memoryJournal.ts';
import { createMemoryHost } from '../hosts/memory/index.ts';
import { createEngine } from './engine.ts';

const CORE = 'io.kestra.plugin.core';
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
