/** The scheduler after a process that was killed at any moment: every tick and every Flow trigger fires once, and none is lost. */
import { describe, expect, test } from 'vitest';
import { createMemoryJournal } from '../hosts/common/memoryJournal.ts';
import type { Journal } from '../ports/Journal.ts';
import { type Batches, flowWith, recorded, returned, type Stage, schedule, stageAt } from './testing.ts';

async function killedAfter(batches: Batches, length: number): Promise<Journal> {
  const journal = createMemoryJournal();
  await journal.append(batches.slice(0, length).flat());
  return journal;
}

const slow = (triggers: string) =>
  `id: f\nnamespace: uji\ntasks:\n  - {id: s, type: io.kestra.plugin.core.flow.Sleep, duration: PT10M}\n  - {id: r, type: io.kestra.plugin.core.debug.Return, format: "{{ trigger.date }}"}\ntriggers:\n  ${triggers}\n`;

test('a schedule killed after any batch goes on: no tick twice, none lost', async () => {
  const flow = slow(schedule('cron: "@hourly"'));
  const batches = await recorded('2024-01-01T00:30:00Z', async ({ engine, play }) => {
    await engine.deploy(flow);
    await play('2024-01-01T04:30:00Z');
  });
  expect(batches.length).toBeGreaterThan(12);
  for (let length = 2; length <= batches.length; length++) {
    const { engine, play } = stageAt('2024-01-01T05:30:00Z', {
      journal: await killedAfter(batches, length),
      seed: `lagi ${length}`,
    });
    await engine.deploy(flow);
    await play('2024-01-01T06:30:00Z');
    const ran = (await engine.executions()).results.map(({ trigger, state }) => [
      trigger?.variables.date,
      state.current,
    ]);
    const hours = [1, 2, 3, 4, 5, 6].map((hour) => [`2024-01-01T0${hour}:00:00Z`, 'SUCCESS']);
    expect(ran.reverse(), `killed after ${length}`).toEqual(hours);
    await engine.close();
  }
}, 30_000);

describe('Flow triggers', () => {
  const upstream = (id: string) =>
    flowWith(schedule('cron: "0 1 * * *"').replace('id: t', `id: t`), {
      id,
      format: id,
      more: 'outputs:\n  - {id: o, type: STRING, value: x}\n',
    });
  const both = `- {id: both, type: io.kestra.plugin.core.trigger.Flow, preconditions: {id: p, flows: [{namespace: uji, flowId: a}, {namespace: uji, flowId: b}]}}`;
  const each =
    '- {id: each, type: io.kestra.plugin.core.trigger.Flow, states: [SUCCESS], preconditions: {id: q, flows: [{namespace: uji, flowId: a}]}}';

  async function deployAll({ engine }: Stage): Promise<void> {
    for (const source of [
      flowWith(both, { id: 'sesudah', format: '{{ trigger.flowId }}' }),
      flowWith(each, { id: 'ikut', format: '{{ trigger.executionId }}' }),
      upstream('a'),
      flowWith('- {id: w, type: io.kestra.plugin.core.trigger.Schedule, cron: "0 2 * * *"}', { id: 'b' }),
    ])
      await engine.deploy(source);
  }

  test('killed after any batch: each fires once, what was counted counts on', async () => {
    const batches = await recorded('2024-01-01T00:30:00Z', async (stage) => {
      await deployAll(stage);
      await stage.play('2024-01-01T03:00:00Z');
    });
    expect(batches.length).toBeGreaterThan(12);
    const begun = batches.findIndex((batch) => JSON.stringify(batch).includes('"created"'));
    for (let length = begun; length <= batches.length; length++) {
      const stage = stageAt('2024-01-01T03:30:00Z', {
        journal: await killedAfter(batches, length),
        seed: `lagi ${length}`,
      });
      await deployAll(stage);
      await stage.play('2024-01-01T04:00:00Z');
      const upstreams = (await stage.engine.executions({ flowId: 'a' })).results;
      expect(upstreams.map(({ state }) => state.current)).toEqual(['SUCCESS']);
      const followed = await returned(stage.engine, 'ikut');
      expect(followed, `killed after ${length}`).toEqual(upstreams.map(({ id }) => id));
      expect(await returned(stage.engine, 'sesudah'), `killed after ${length}`).toHaveLength(1);
      await stage.engine.close();
    }
  }, 30_000);

  test('a flow that is saved later hears of nothing that ended before', async () => {
    const batches = await recorded('2024-01-01T00:30:00Z', async ({ engine, play }) => {
      await engine.deploy(flowWith('- {id: x, type: io.kestra.plugin.core.trigger.Flow}', { id: 'lain' }));
      await engine.deploy(upstream('a'));
      await play('2024-01-01T03:00:00Z');
    });
    const heard = batches.findIndex((batch) => batch.some(({ data }) => (data as { type: string }).type === 'heard'));
    const stage = stageAt('2024-01-01T03:30:00Z', { journal: await killedAfter(batches, heard), seed: 'lagi' });
    await stage.engine.deploy(flowWith(each, { id: 'ikut' }));
    await stage.play('2024-01-01T04:00:00Z');
    expect((await stage.engine.executions({ flowId: 'ikut' })).total).toBe(0);
    expect((await stage.engine.executions({ flowId: 'lain' })).total).toBe(1);
    await stage.engine.close();
  });

  test('what they start is a tick of the play, too', async () => {
    const stage = stageAt('2024-01-01T00:30:00Z');
    await deployAll(stage);
    const ticks: string[] = [];
    for await (const { triggerId, flowId, state } of stage.engine.play('2024-01-01T03:00:00Z'))
      ticks.push(`${flowId}.${triggerId} ${state}`);
    expect(ticks.sort()).toEqual(['a.t SUCCESS', 'b.w SUCCESS', 'ikut.each SUCCESS', 'sesudah.both SUCCESS']);
    await stage.engine.close();
  });
});

test('stopAfter holds when the execution ends only after a restart', async () => {
  const flow = `id: f\nnamespace: uji\ntasks:\n  - {id: s, type: io.kestra.plugin.core.flow.Sleep, duration: PT10M}\n  - {id: x, type: io.kestra.plugin.core.execution.Fail}\ntriggers:\n  ${schedule('cron: "@hourly", stopAfter: [FAILED]')}\n`;
  const batches = await recorded('2024-01-01T00:30:00Z', async ({ engine, play }) => {
    await engine.deploy(flow);
    await play('2024-01-01T01:00:00Z');
  });
  const asleep = batches.findIndex((batch) => JSON.stringify(batch).includes('"RUNNING"'));
  const { engine, play } = stageAt('2024-01-01T02:30:00Z', { journal: await killedAfter(batches, asleep + 1) });
  expect(await play('2024-01-01T06:00:00Z')).toEqual(['2024-01-01T01:00:00Z FAILED']);
  expect((await engine.triggers())[0]?.disabled).toBe(true);
  await engine.close();
});

describe('nothing is made up for', () => {
  test.each([
    [
      'of a schedule that is another one now',
      'cron: "@hourly"',
      'cron: "30 * * * *"',
      ['2024-01-02T00:30:00Z SUCCESS'],
    ],
    [
      'of one that was switched off',
      'cron: "@hourly", disabled: true',
      'cron: "@hourly"',
      ['2024-01-02T01:00:00Z SUCCESS'],
    ],
    [
      'but of one that has other inputs only',
      'cron: "0 */12 * * *"',
      'cron: "0 */12 * * *", inputs: {a: b}',
      ['2024-01-01T12:00:00Z SUCCESS', '2024-01-02T00:00:00Z SUCCESS'],
    ],
  ])('%s', async (_, before, after, ticks) => {
    const more = 'inputs:\n  - {id: a, type: STRING, required: false}\n';
    const journal = createMemoryJournal();
    const first = stageAt('2024-01-01T00:10:00Z', { journal });
    await first.engine.deploy(flowWith(schedule(before), { more }));
    await first.play('2024-01-01T00:20:00Z');
    await first.engine.close();
    const { engine, play } = stageAt('2024-01-02T00:10:00Z', { journal, seed: 'sesudah' });
    await engine.deploy(flowWith(schedule(after), { more }));
    expect(await play('2024-01-02T01:10:00Z')).toEqual(ticks);
    await engine.close();
  });

  test('of what was missed while a person had switched it off', async () => {
    const { engine, clock, play } = stageAt('2024-01-01T00:10:00Z');
    const key = { namespace: 'uji', flowId: 'f', triggerId: 't' };
    await engine.deploy(flowWith(schedule('cron: "@hourly"')));
    await play('2024-01-01T00:10:00Z');
    await engine.toggleTrigger(key, true);
    await clock.advance(4 * 3_600_000);
    await engine.toggleTrigger(key, false);
    expect(await play('2024-01-01T05:10:00Z')).toEqual(['2024-01-01T05:00:00Z SUCCESS']);
    await engine.close();
  });
});
