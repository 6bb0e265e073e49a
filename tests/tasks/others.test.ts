/** Tasks that look at, count and forget other executions, and switch triggers. */
import { expect, test } from 'vitest';
import { createMemoryJournal } from '#engine/hosts/common/memoryJournal.ts';
import { createMemoryHost } from '#engine/hosts/memory/index.ts';
import { createEngine, type Engine } from '#engine/index.ts';

const flow = (id: string, ...lines: string[]) => `id: ${id}\nnamespace: uji\n${lines.join('\n')}\n`;
const one = (type: string, properties: Record<string, unknown>) =>
  `tasks:\n  - ${JSON.stringify({ id: 't', type: `io.kestra.plugin.core.${type}`, ...properties })}`;
const TALK = flow(
  'bicara',
  'tasks:',
  '  - {id: a, type: io.kestra.plugin.core.log.Log, message: halo}',
  '  - {id: b, type: io.kestra.plugin.core.log.Log, message: awas, level: WARN}',
);

async function played(engine: Engine, source: string) {
  const { id } = await engine.start(await engine.deploy(source));
  const { state, taskRunList } = await engine.wait(id);
  const errors = (await engine.logs(id, { minLevel: 'ERROR' })).map(({ message }) => message);
  return { id, state: state.current, outputs: taskRunList?.at(-1)?.outputs, errors };
}

const fresh = () => createEngine(createMemoryHost());
const PAST = '2000-01-01T00:00:00Z';
const FUTURE = '2100-01-01T00:00:00Z';

test('Count counts by flow, namespace and state, and keeps what the expression lets through', async () => {
  const engine = fresh();
  for (let i = 0; i < 3; i++) await played(engine, TALK);
  await played(engine, flow('gagal', one('execution.Fail', {})));
  const count = async (properties: object) => {
    const { state, outputs, errors } = await played(
      engine,
      flow('hitung', one('execution.Count', { startDate: PAST, ...properties })),
    );
    return state === 'SUCCESS' ? outputs : errors;
  };
  const flows = [
    { namespace: 'uji', flowId: 'bicara' },
    { namespace: 'uji', flowId: 'tak-ada' },
  ];
  expect(await count({ flows, expression: '{{ count >= 0 }}' })).toEqual({
    results: [
      { namespace: 'uji', flowId: 'bicara', count: 3 },
      { namespace: 'uji', flowId: 'tak-ada', count: 0 },
    ],
    total: 3,
  });
  expect(await count({ flows, expression: '{{ count > 2 }}' })).toMatchObject({ total: 3 });
  expect(await count({ namespaces: ['uji'], states: ['FAILED'], expression: '{{ true }}' })).toMatchObject({
    total: 1,
  });
  expect(await count({ flows, expression: '{{ true }}', endDate: PAST })).toMatchObject({ total: 0 });
  expect(await count({ expression: '{{ true }}' })).toContain('You must provide a list of flows or namespaces.');
  expect(await count({ flows, expression: '{{ true }}', startDate: 'kemarin' })).not.toEqual([]);
  await engine.close();
});

test('Fetch writes the log of an execution, by level and task', async () => {
  const engine = fresh();
  const { id } = await played(engine, TALK);
  const fetched = async (properties: object) =>
    (await played(engine, flow('ambil', one('log.Fetch', { executionId: id, ...properties })))).outputs;
  expect(await fetched({})).toMatchObject({
    size: 2,
    uri: expect.stringMatching(/^kestra:\/\/\/uji\/ambil\/.*\.ion$/),
  });
  expect(await fetched({ level: 'WARN' })).toMatchObject({ size: 1 });
  expect(await fetched({ tasksId: ['a'] })).toMatchObject({ size: 1 });
  expect(await fetched({ executionId: 'tak-ada' })).toMatchObject({ size: 0 });
  await engine.close();
});

test('PurgeLogs forgets lines for good, and nothing else', async () => {
  const journal = createMemoryJournal();
  const engine = createEngine(createMemoryHost({ journal }));
  const { id } = await played(engine, TALK);
  const purge = { endDate: FUTURE, executionId: id, logLevels: ['INFO'] };
  expect((await played(engine, flow('bersih', one('log.PurgeLogs', purge)))).outputs).toEqual({ count: 1 });
  expect((await engine.logs(id)).map(({ message }) => message)).toEqual(['awas']);
  await engine.close();
  const next = createEngine(createMemoryHost({ journal }));
  expect((await next.logs(id)).map(({ message }) => message)).toEqual(['awas']);
  expect((await next.execution(id)).state.current).toBe('SUCCESS');
  await next.close();
});

test('PurgeExecutions forgets what has ended, with all that belongs to it; itself it does not', async () => {
  const engine = fresh();
  const { id } = await played(engine, TALK);
  const failed = await played(engine, flow('gagal', one('execution.Fail', {})));
  const purge = { endDate: FUTURE, namespace: 'uji', states: ['SUCCESS', 'RUNNING'] };
  const { outputs } = await played(engine, flow('bersih', one('execution.PurgeExecutions', purge)));
  expect(outputs).toMatchObject({ executionsCount: 1, logsCount: 2, storagesCount: 0 });
  await expect(engine.execution(id)).rejects.toThrow(id);
  expect((await engine.execution(failed.id)).state.current).toBe('FAILED');
  await engine.close();
});

test('Toggle switches a trigger off and on; what is not there is said', async () => {
  const engine = fresh();
  await engine.deploy(
    flow(
      'jadwal',
      one('log.Log', { message: 'x' }),
      'triggers:',
      '  - {id: s, type: io.kestra.plugin.core.trigger.Schedule, cron: "0 9 * * *"}',
    ),
  );
  const toggle = (properties: object) =>
    played(engine, flow('saklar', one('trigger.Toggle', { flowId: 'jadwal', trigger: 's', ...properties })));
  const isOff = async () => (await engine.triggers()).find(({ triggerId }) => triggerId === 's')?.disabled;
  expect((await toggle({})).state).toBe('SUCCESS');
  expect(await isOff()).toBe(true);
  await toggle({ enabled: true });
  expect(await isOff()).toBe(false);
  expect((await toggle({ trigger: 'lain' })).errors).toContain('Unable to find trigger lain for the flow uji.jadwal');
  expect((await toggle({ flowId: 'lain' })).errors.join()).toMatch(/Unable to find flow uji\.lain\./);
  await engine.close();
});
