/** Backfills: their ticks, inputs and labels; what is refused; the schedule that waits meanwhile; going on after a crash at any moment. */
import { describe, expect, test } from 'vitest';
import type { Engine, Tick } from '../door.ts';
import { createMemoryJournal } from '../hosts/common/memoryJournal.ts';
import { RefusedError } from '../run/errors.ts';
import { flowWith, recorded, returned, type Stage, schedule, shown, stageAt } from './testing.ts';

const KEY = { namespace: 'uji', flowId: 'f', triggerId: 't' };
const MONTHLY = flowWith(schedule('cron: "0 9 1 * *", inputs: {taxi: green}'), {
  format: '{{ trigger.date }} {{ inputs.taxi }}',
  more: 'inputs:\n  - {id: taxi, type: STRING, defaults: yellow}\n',
});

describe('the ticks of the range', () => {
  test.each([
    ['both ends count', '2021-01-01T09:00:00Z', '2021-03-01T09:00:00Z', ['2021-01-01', '2021-02-01', '2021-03-01']],
    [
      'a start after the tick loses the month',
      '2021-01-01T12:00:00Z',
      '2021-03-01T09:00:00Z',
      ['2021-02-01', '2021-03-01'],
    ],
    ['an end before the tick too', '2021-01-01', '2021-03-01T08:59:59Z', ['2021-01-01', '2021-02-01']],
    ['a range without ticks', '2021-01-02', '2021-01-31', []],
    ['without an end: until now', '2025-11-15', undefined, ['2025-12-01', '2026-01-01']],
  ])('%s', async (_, start, end, days) => {
    const { engine } = stageAt('2026-01-05T00:00:00Z');
    await engine.deploy(MONTHLY);
    const { ticks } = await engine.backfill(KEY, { start, ...(end !== undefined && { end }) });
    expect(ticks.map(shown)).toEqual(days.map((day) => `${day}T09:00:00Z SUCCESS`));
    await engine.close();
  });

  test('its inputs override those of the trigger, its labels are added', async () => {
    const { engine } = stageAt('2026-01-05T00:00:00Z');
    await engine.deploy(MONTHLY);
    const range = { start: '2021-01-01', end: '2021-02-01T09:00:00Z' };
    await engine.backfill(KEY, { ...range, inputs: { taxi: 'blue' }, labels: [{ key: 'backfill', value: 'yes' }] });
    expect(await returned(engine)).toEqual(['2021-01-01T09:00:00Z blue', '2021-02-01T09:00:00Z blue']);
    for (const { labels } of (await engine.executions()).results)
      expect(labels).toContainEqual({ key: 'backfill', value: 'yes' });
    await engine.close();
  });

  test('one after the other, told as they end', async () => {
    const { engine } = stageAt('2026-01-05T00:00:00Z');
    await engine.deploy(
      `id: f\nnamespace: uji\ntasks:\n  - {id: s, type: io.kestra.plugin.core.flow.Sleep, duration: PT1H}\ntriggers:\n  ${schedule('cron: "@daily"')}\n`,
    );
    const told: string[] = [];
    await engine.backfill(KEY, { start: '2021-01-01', end: '2021-01-03' }, ({ date }) => told.push(date.slice(0, 10)));
    expect(told).toEqual(['2021-01-01', '2021-01-02', '2021-01-03']);
    const { results } = await engine.executions();
    expect(results.reverse().map(({ state }) => state.startDate.slice(11, 16))).toEqual(['00:00', '01:00', '02:00']);
    await engine.close();
  });
});

describe('what would run nothing is refused, with the fix', () => {
  test.each([
    ['a disabled trigger', schedule('cron: "@daily", disabled: true'), KEY, { start: '2021-01-01' }, 'disabled: true'],
    ['an end before the start', schedule('cron: "@daily"'), KEY, { start: '2022-01-01', end: '2021-01-01' }, 'Tukar'],
    [
      'an unknown trigger',
      schedule('cron: "@daily"'),
      { ...KEY, triggerId: 'nope' },
      { start: '2021-01-01' },
      '`nope`',
    ],
    [
      'no schedule',
      '- {id: t, type: io.kestra.plugin.core.trigger.Webhook, key: a}',
      KEY,
      { start: '2021-01-01' },
      'bukan jadwal',
    ],
    ['a moment that is none', schedule('cron: "@daily"'), KEY, { start: 'kemarin' }, '2024-01-31'],
  ])('%s', async (_, trigger, key, range, words) => {
    const { engine } = stageAt('2023-01-01T00:00:00Z');
    await engine.deploy(flowWith(trigger));
    const refused = engine.backfill(key, range);
    await expect(refused).rejects.toThrow(RefusedError);
    await expect(refused).rejects.toThrow(words);
    expect((await engine.executions()).total).toBe(0);
    await engine.close();
  });
});

test('the normal schedule waits while a backfill runs, and makes up for it afterwards', async () => {
  const { engine, clock } = stageAt('2024-01-01T00:00:00Z');
  await engine.deploy(
    `id: f\nnamespace: uji\ntasks:\n  - {id: s, type: io.kestra.plugin.core.flow.Sleep, duration: PT40M}\ntriggers:\n  ${schedule('cron: "@hourly"')}\n`,
  );
  const letGo = clock.hold();
  const playing = (async () => {
    const ticks: string[] = [];
    for await (const { date } of engine.play('2024-01-01T02:00:00Z')) ticks.push(date.slice(0, 13));
    return ticks;
  })();
  const backfill = engine.backfill(KEY, { start: '2023-06-01T00:00:00Z', end: '2023-06-01T03:00:00Z' });
  letGo();
  expect((await backfill).ticks).toHaveLength(4);
  expect(await playing).toEqual(['2024-01-01T00', '2024-01-01T01', '2024-01-01T02']);
  const started = (await engine.executions()).results
    .reverse()
    .map(({ trigger }) => String(trigger?.variables.date).slice(0, 4));
  expect(new Set(started.slice(-3))).toEqual(new Set(['2024']));
  await engine.close();
});

describe('paused, continued, cancelled', () => {
  const range = {
    start: '2021-01-01',
    end: '2021-01-05',
    inputs: { taxi: 'blue' },
    labels: [{ key: 'b', value: 'y' }],
  };
  const flow = `id: f\nnamespace: uji\ninputs:\n  - {id: taxi, type: STRING, defaults: yellow}\ntasks:\n  - {id: s, type: io.kestra.plugin.core.flow.Sleep, duration: PT1H}\n  - {id: r, type: io.kestra.plugin.core.debug.Return, format: "{{ trigger.date }} {{ inputs.taxi }}"}\ntriggers:\n  ${schedule('cron: "@daily"')}\n`;
  const days = ({ ticks }: { ticks: Tick[] }): string[] => ticks.map(({ date }) => date.slice(8, 10));
  const ran = async ({ engine }: Stage): Promise<unknown[][]> =>
    (await engine.executions()).results
      .reverse()
      .map(({ trigger, inputs, labels }) => [
        String(trigger?.variables.date).slice(8, 10),
        inputs.taxi,
        labels.find(({ key }) => key === 'b')?.value,
      ]);

  /** After two of its five ticks have ended. */
  async function halfway(stage: Stage, act: (engine: Engine) => Promise<void>): Promise<string[]> {
    let count = 0;
    let acted: Promise<void> | undefined;
    await stage.engine.deploy(flow);
    const done = await stage.engine.backfill(KEY, range, () => {
      if (++count === 2) acted = act(stage.engine);
    });
    await acted;
    return days(done);
  }

  test('paused, it runs no further tick until it is continued; its inputs and labels stay', async () => {
    const stage = stageAt('2024-01-01T00:30:00Z');
    const { engine } = stage;
    const before = await halfway(stage, (running) => running.pauseBackfill(KEY));
    expect(before.length).toBeLessThan(4);
    expect((await engine.triggers())[0]?.backfill).toMatchObject({ paused: true, start: '2021-01-01T00:00:00Z' });
    expect((await stage.play('2024-01-02T00:30:00Z')).map((tick) => tick.slice(0, 10))).toEqual(['2024-01-02']);
    const told: string[] = [];
    const after = days(await engine.continueBackfill(KEY, ({ date }) => told.push(date.slice(8, 10))));
    expect(after).toEqual(['01', '02', '03', '04', '05']);
    expect(told).toEqual(after);
    expect((await engine.triggers())[0]?.backfill).toBeUndefined();
    const backfilled = (await ran(stage)).filter(([, taxi]) => taxi === 'blue');
    expect(backfilled).toEqual(['01', '02', '03', '04', '05'].map((day) => [day, 'blue', 'y']));
    await engine.close();
  });

  test('paused, it stays so when another process opens; then it is continued there', async () => {
    const journal = createMemoryJournal();
    const first = stageAt('2024-01-01T00:00:00Z', { journal });
    await halfway(first, (engine) => engine.pauseBackfill(KEY));
    await first.engine.close();
    const second = stageAt('2024-01-01T12:00:00Z', { journal, seed: 'lagi' });
    await second.clock.until(second.clock.now() + 3_600_000);
    expect((await second.engine.triggers())[0]?.backfill?.paused).toBe(true);
    await second.engine.continueBackfill(KEY);
    expect((await ran(second)).map(([day]) => day)).toEqual(['01', '02', '03', '04', '05']);
    await second.engine.close();
  });

  test('cancelled, what has run stays, and another may begin', async () => {
    const stage = stageAt('2024-01-01T00:00:00Z');
    const before = await halfway(stage, (engine) => engine.cancelBackfill(KEY));
    expect(before.length).toBeLessThan(4);
    expect((await stage.engine.triggers())[0]?.backfill).toBeUndefined();
    expect(days(await stage.engine.backfill(KEY, { start: '2021-02-01', end: '2021-02-01' }))).toEqual(['01']);
    await stage.engine.close();
  });

  test.each(['pauseBackfill', 'continueBackfill', 'cancelBackfill'] as const)('%s of none says so', async (act) => {
    const { engine } = stageAt('2024-01-01T00:00:00Z');
    await engine.deploy(flow);
    await expect(engine[act](KEY)).rejects.toThrow('tidak sedang menjalankan backfill');
    await engine.close();
  });

  test('one that runs is not started a second time', async () => {
    const stage = stageAt('2024-01-01T00:00:00Z');
    await stage.engine.deploy(flow);
    const letGo = stage.clock.hold();
    const running = stage.engine.backfill(KEY, range);
    await expect(stage.engine.continueBackfill(KEY)).rejects.toThrow('masih berjalan');
    letGo();
    expect(days(await running)).toHaveLength(5);
    await stage.engine.close();
  });
});

describe('after a crash', () => {
  const range = { start: '2021-01-01', end: '2021-04-01T09:00:00Z', inputs: { taxi: 'blue' } };

  test.each([true, false])(
    'killed after any batch, it goes on where it stood and no tick runs twice (by itself: %s)',
    async (recover) => {
      const batches = await recorded('2026-01-05T00:00:00Z', async ({ engine }) => {
        await engine.deploy(MONTHLY);
        await engine.backfill(KEY, range);
      });
      expect(batches.length).toBeGreaterThan(8);
      for (let length = 2; length < batches.length; length++) {
        const journal = createMemoryJournal();
        await journal.append(batches.slice(0, length).flat());
        const { engine, clock } = stageAt('2026-01-06T00:00:00Z', { journal, seed: `lagi ${length}` }, { recover });
        const asked = await engine.backfill(KEY, range).catch((error: unknown) => error);
        // By itself it may be under way already: then a second one is refused, and the first is waited for.
        if (asked instanceof RefusedError)
          while ((await engine.triggers())[0]?.backfill) await clock.until(clock.now() + 1);
        const done = await returned(engine);
        const wanted = ['01', '02', '03', '04'].map((month) => `2021-${month}-01T09:00:00Z blue`);
        expect([...new Set(done)], `killed after ${length}`).toEqual(wanted);
        // Only one that had ended before the crash, and its record with it, is asked for as a new backfill.
        if (done.length !== 4) expect((await engine.executions()).results.length % 4).toBe(0);
        await engine.close();
      }
    },
    30_000,
  );
});

describe('schedules that were missed while nobody was there', () => {
  test.each([
    ['ALL', ['03', '04', '05', '06', '07']],
    ['LAST', ['06', '07']],
    ['NONE', ['07']],
  ])('recoverMissedSchedules: %s', async (recovery, days) => {
    const journal = createMemoryJournal();
    const flow = flowWith(schedule(`cron: "@daily", recoverMissedSchedules: ${recovery}`));
    const before = stageAt('2024-01-01T12:00:00Z', { journal });
    await before.engine.deploy(flow);
    expect(await before.play('2024-01-02T12:00:00Z')).toEqual(['2024-01-02T00:00:00Z SUCCESS']);
    await before.engine.close();
    const after = stageAt('2024-01-06T12:00:00Z', { journal, seed: 'sesudah' });
    expect((await after.play('2024-01-07T12:00:00Z')).map((tick) => tick.slice(8, 10))).toEqual(days);
    await after.engine.close();
  });
});
