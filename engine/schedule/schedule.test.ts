/** Schedules on a virtual clock: which ticks run, what they see, what holds them back. Behaviour as observed in a Kestra 1.1. */
import { describe, expect, test } from 'vitest';
import { flowWith, returned, schedule, stageAt } from './testing.ts';

const C = 'io.kestra.plugin.core.condition';

describe('ticks', () => {
  test.each([
    [
      'both ends count',
      `cron: "0 9 1 * *"`,
      '2021-01-01T09:00:00Z',
      '2021-03-01T09:00:00Z',
      ['01-01T09:00:00Z', '02-01T09:00:00Z', '03-01T09:00:00Z'],
    ],
    [
      'in a zone',
      `cron: "0 9 1 * *", timezone: Asia/Jakarta`,
      '2021-01-01T00:00:00Z',
      '2021-02-01T02:00:00Z',
      ['01-01T09:00:00+07:00', '02-01T09:00:00+07:00'],
    ],
    [
      'with seconds',
      `cron: "*/20 0 0 1 1 *", withSeconds: true`,
      '2020-12-31T00:00:00Z',
      '2021-01-02T00:00:00Z',
      ['01-01T00:00:00Z', '01-01T00:00:20Z', '01-01T00:00:40Z'],
    ],
    [
      'a nickname',
      `cron: "@weekly"`,
      '2021-01-01T00:00:00Z',
      '2021-01-11T00:00:00Z',
      ['01-03T00:00:00Z', '01-10T00:00:00Z'],
    ],
    [
      '29 February',
      `cron: "0 0 29 2 *"`,
      '2021-01-01T00:00:00Z',
      '2028-12-31T00:00:00Z',
      ['02-29T00:00:00Z', '02-29T00:00:00Z'],
    ],
    [
      'a skipped hour',
      `cron: "30 2 * * *", timezone: America/New_York`,
      '2024-03-09T06:00:00Z',
      '2024-03-12T00:00:00Z',
      ['03-09T02:30:00-05:00', '03-11T02:30:00-04:00'],
    ],
    [
      'a repeated hour',
      `cron: "30 1 * * *", timezone: America/New_York`,
      '2024-11-02T06:00:00Z',
      '2024-11-05T00:00:00Z',
      ['11-03T01:30:00-04:00', '11-04T01:30:00-05:00'],
    ],
    ['disabled', `cron: "@hourly", disabled: true`, '2021-01-01T00:00:00Z', '2021-01-02T00:00:00Z', []],
    ['never', `cron: "0 0 30 2 *"`, '2021-01-01T00:00:00Z', '2031-01-01T00:00:00Z', []],
  ])('%s', async (_, rest, from, until, ticks) => {
    const { engine, play } = stageAt(from);
    await engine.deploy(flowWith(schedule(rest)));
    expect((await play(until)).map((tick) => tick.slice(5))).toEqual(ticks.map((tick) => `${tick} SUCCESS`));
    await engine.close();
  });

  test('an execution knows its date and its neighbours, and gets the inputs and labels of the trigger', async () => {
    const { engine, play } = stageAt('2021-02-01T00:00:00Z');
    const more =
      'labels: {f: g, a: z}\ninputs:\n  - {id: taxi, type: STRING, defaults: yellow}\n  - {id: n, type: INT, defaults: 3}\n';
    const rest =
      'cron: "0 9 1 * *", inputs: {taxi: "{{ flow.id }} {{ trigger.id }}"}, labels: {a: b, c: "{{ flow.namespace }}", d: "{{ nope }}"}';
    await engine.deploy(flowWith(schedule(rest), { format: '{{ trigger }} {{ inputs }}', more }));
    await play('2021-02-02T00:00:00Z');
    expect(await returned(engine)).toEqual([
      '{"date":"2021-02-01T09:00:00Z","next":"2021-03-01T09:00:00Z","previous":"2021-01-01T09:00:00Z"} {"taxi":"f t","n":3}',
    ]);
    const [execution] = (await engine.executions()).results;
    expect(execution?.labels).toEqual([
      { key: 'f', value: 'g' },
      { key: 'a', value: 'b' },
      { key: 'c', value: 'uji' },
      { key: 'system.correlationId', value: execution?.id },
    ]);
    await engine.close();
  });

  test('a required input that nobody gives does not stop the start: it is missing when it is read', async () => {
    const { engine, play } = stageAt('2021-01-01T00:00:00Z');
    const more = 'inputs:\n  - {id: a, type: STRING}\n';
    await engine.deploy(flowWith(schedule('cron: "@daily"'), { format: '{{ inputs.a }}', more }));
    expect(await play('2021-01-01T00:00:00Z')).toEqual(['2021-01-01T00:00:00Z FAILED']);
    await engine.close();
  });

  test('inputs that do not fit start nothing, and the tick says why', async () => {
    const { engine } = stageAt('2021-01-01T00:00:00Z');
    const more = 'inputs:\n  - {id: a, type: INT}\n';
    await engine.deploy(flowWith(schedule('cron: "@daily", inputs: {a: green}'), { more }));
    const ticks = [];
    for await (const tick of engine.play('2021-01-01T00:00:00Z')) ticks.push(tick);
    expect(ticks).toHaveLength(1);
    expect(ticks[0]?.executionId).toBeUndefined();
    expect(ticks[0]?.problem).toContain('`a`');
    await engine.close();
  });
});

describe('conditions', () => {
  test.each([
    ['Weekend', '{type: C.Weekend}', 'cron: "0 9 * * *"', ['01-06', '01-07']],
    ['DayWeek', '{type: C.DayWeek, dayOfWeek: MONDAY}', 'cron: "0 9 * * *"', ['01-01', '01-08']],
    ['DayWeek rendered', '{type: C.DayWeek, dayOfWeek: "{{ \'MONDAY\' }}"}', 'cron: "0 9 * * *"', ['01-01', '01-08']],
    [
      'DayWeek counts in the zone of the server',
      '{type: C.DayWeek, dayOfWeek: MONDAY}',
      'cron: "0 3 * * *", timezone: Asia/Jakarta',
      ['01-02', '01-09'],
    ],
    ['first Monday', '{type: C.DayWeekInMonth, dayOfWeek: MONDAY, dayInMonth: FIRST}', 'cron: "0 9 * * 1"', ['01-01']],
    [
      'second Monday',
      '{type: C.DayWeekInMonth, dayOfWeek: MONDAY, dayInMonth: SECOND}',
      'cron: "0 9 * * 1"',
      ['01-08'],
    ],
    [
      'older names',
      '{type: io.kestra.core.models.conditions.types.WeekendCondition}',
      'cron: "0 9 * * *"',
      ['01-06', '01-07'],
    ],
    [
      'Not: none of them',
      '{type: C.Not, conditions: [{type: C.Weekend}, {type: C.DayWeek, dayOfWeek: MONDAY}]}',
      'cron: "0 9 * * *"',
      ['01-02', '01-03', '01-04', '01-05', '01-09'],
    ],
    [
      'Or: one of them',
      '{type: C.Or, conditions: [{type: C.Weekend}, {type: C.DayWeek, dayOfWeek: MONDAY}]}',
      'cron: "0 9 * * *"',
      ['01-01', '01-06', '01-07', '01-08'],
    ],
    [
      'DateTimeBetween is strict',
      '{type: C.DateTimeBetween, after: "2024-01-03T09:00:00Z", before: "2024-01-06T09:00:00Z"}',
      'cron: "0 9 * * *"',
      ['01-04', '01-05'],
    ],
    ['TimeBetween is strict', '{type: C.TimeBetween, after: "09:00:00Z"}', 'cron: "0 9 * * *"', []],
    [
      'TimeBetween with an offset',
      '{type: C.TimeBetween, after: "15:00:00+07:00", before: "17:00:00+07:00"}',
      'cron: "0 9 1 * *"',
      ['01-01'],
    ],
    [
      'Expression',
      "{type: C.Expression, expression: \"{{ trigger.date | date('d') == '5' }}\"}",
      'cron: "0 9 * * *"',
      ['01-05'],
    ],
    ['all of them', '{type: C.Weekend}, {type: C.DayWeek, dayOfWeek: SUNDAY}', 'cron: "0 9 * * *"', ['01-07']],
    [
      'what is about an execution is left out',
      '{type: C.ExecutionStatus, in: [FAILED]}',
      'cron: "0 9 1 * *"',
      ['01-01'],
    ],
  ])('%s', async (_, conditions, cron, days) => {
    const { engine, play } = stageAt('2024-01-01T00:00:00Z');
    await engine.deploy(flowWith(schedule(`${cron}, conditions: [${conditions.replaceAll('C.', `${C}.`)}]`)));
    expect((await play('2024-01-09T23:00:00Z')).map((tick) => tick.slice(5, 10))).toEqual(days);
    await engine.close();
  });

  test('next and previous are the ticks whose conditions hold', async () => {
    const { engine, play } = stageAt('2024-02-05T00:00:00Z');
    const first = `{type: ${C}.DayWeekInMonth, dayOfWeek: MONDAY, dayInMonth: FIRST}`;
    await engine.deploy(
      flowWith(schedule(`cron: "0 11 * * 1", conditions: [${first}]`), {
        format: '{{ trigger.previous }} {{ trigger.next }}',
      }),
    );
    await play('2024-02-06T00:00:00Z');
    expect(await returned(engine)).toEqual(['2024-01-01T11:00:00Z 2024-03-04T11:00:00Z']);
    await engine.close();
  });

  test.each([
    ['{type: C.DayWeek, dayOfWeek: monday}', 'huruf besar'],
    ['{type: C.DayWeekInMonth, dayOfWeek: MONDAY, dayInMonth: FIFTH}', 'LAST'],
    ['{type: C.TimeBetween, after: "08:00:00"}', '08:00:00+07:00'],
    ['{type: C.DateTimeBetween, after: "2024-01-01"}', 'dengan zona'],
    ['{type: C.DateTimeBetween}', '`before`'],
    ['{type: C.Weekend, date: kapan}', 'tanggal'],
  ])('%s fails each tick, and says why', async (condition, words) => {
    const { engine } = stageAt('2024-01-01T00:00:00Z');
    await engine.deploy(flowWith(schedule(`cron: "@daily", conditions: [${condition.replaceAll('C.', `${C}.`)}]`)));
    const ticks = [];
    for await (const tick of engine.play('2024-01-02T00:00:00Z')) ticks.push(tick);
    expect(ticks.map(({ state }) => state)).toEqual(['FAILED', 'FAILED']);
    expect(ticks[0]?.problem).toContain(words);
    const [execution] = (await engine.executions()).results;
    expect(execution).toMatchObject({ state: { current: 'FAILED' }, taskRunList: [] });
    await engine.close();
  });

  test('a condition that never holds on a minutely schedule ends in time', async () => {
    const { engine, play } = stageAt('2024-01-01T00:00:00Z');
    const never = `{type: ${C}.DateTimeBetween, before: "2020-01-01T00:00:00Z"}`;
    await engine.deploy(flowWith(schedule(`cron: "* * * * *", conditions: [${never}]`)));
    expect(await play('2024-01-01T02:00:00Z')).toEqual([]);
    await engine.close();
  });
});

describe('one execution at a time', () => {
  const SLOW = `id: f\nnamespace: uji\ntasks:\n  - {id: s, type: io.kestra.plugin.core.flow.Sleep, duration: PT90M}\ntriggers:\n`;

  test('a tick that comes while one runs waits for its end', async () => {
    const { engine, play } = stageAt('2024-01-01T00:00:00Z');
    await engine.deploy(`${SLOW}  ${schedule('cron: "@hourly"')}\n`);
    expect(await play('2024-01-01T02:00:00Z')).toHaveLength(3);
    const { results } = await engine.executions();
    expect(results.reverse().map(({ state }) => state.startDate.slice(11, 16))).toEqual(['00:00', '01:30', '03:00']);
    await engine.close();
  });

  test('lateMaximumDelay leaves out what would start too late', async () => {
    const { engine } = stageAt('2024-01-01T00:00:00Z');
    await engine.deploy(`${SLOW}  ${schedule('cron: "@hourly", lateMaximumDelay: PT10M')}\n`);
    const ticks = [];
    for await (const { date, state, problem } of engine.play('2024-01-01T02:00:00Z'))
      ticks.push([date.slice(11, 16), state, problem]);
    expect(ticks).toEqual([
      ['00:00', 'SUCCESS', undefined],
      ['01:00', undefined, expect.stringContaining('lateMaximumDelay')],
      ['02:00', 'SUCCESS', undefined],
    ]);
    await engine.close();
  });

  test('stopAfter switches the trigger off, until someone switches it on again', async () => {
    const { engine, play } = stageAt('2024-01-01T00:00:00Z');
    const key = { namespace: 'uji', flowId: 'f', triggerId: 't' };
    await engine.deploy(flowWith(schedule('cron: "@hourly", stopAfter: [SUCCESS]')));
    expect(await play('2024-01-01T05:00:00Z')).toEqual(['2024-01-01T00:00:00Z SUCCESS']);
    expect(await engine.triggers()).toMatchObject([{ disabled: true }]);
    await engine.toggleTrigger(key, false);
    expect(await play('2024-01-01T06:00:00Z')).toHaveLength(1);
    await engine.close();
  });

  test('two triggers of a flow run side by side', async () => {
    const { engine, play } = stageAt('2024-01-01T00:00:00Z');
    const other = schedule('cron: "30 * * * *"').replace('id: t', 'id: u');
    await engine.deploy(flowWith(`${schedule('cron: "@hourly"')}\n${other}`));
    expect((await play('2024-01-01T01:00:00Z')).map((tick) => tick.slice(11, 16))).toEqual(['00:00', '00:30', '01:00']);
    await engine.close();
  });
});

describe('dates', () => {
  const on = (dates: string, rest = '') =>
    `- {id: t, type: io.kestra.plugin.core.trigger.ScheduleOnDates, dates: ${dates}${rest}}`;

  test('in order, whatever their offsets; templates are rendered', async () => {
    const { engine, play } = stageAt('2023-12-01T00:00:00Z');
    const dates = `["2024-03-01T00:00:00Z", "2024-02-01T00:00:00+07:00", "{{ '2024-01-01T00:00:00Z' }}"]`;
    await engine.deploy(flowWith(on(dates), { format: '{{ trigger }}' }));
    expect(await play('2024-12-01T00:00:00Z')).toEqual([
      '2024-01-01T00:00:00Z SUCCESS',
      '2024-01-31T17:00:00Z SUCCESS',
      '2024-03-01T00:00:00Z SUCCESS',
    ]);
    expect(await returned(engine)).toEqual(['{}', '{}', '{}']);
    await engine.close();
  });

  test('one without a zone is said', async () => {
    const { engine } = stageAt('2023-12-01T00:00:00Z');
    await engine.deploy(flowWith(on('["2024-01-01T00:00:00"]')));
    const ticks = [];
    for await (const tick of engine.play('2024-12-01T00:00:00Z')) ticks.push(tick);
    expect(ticks).toEqual([expect.objectContaining({ problem: expect.stringContaining('dengan zona') })]);
    await engine.close();
  });
});

describe('a flow that is saved while the scheduler runs', () => {
  test('is played as it is now, and its old schedule is not', async () => {
    const { engine, clock } = stageAt('2024-01-01T00:30:00Z');
    await engine.deploy(flowWith(schedule('cron: "@hourly"')));
    const ticks: string[] = [];
    for await (const { date } of engine.play('2024-01-01T03:00:00Z')) {
      ticks.push(date.slice(11, 16));
      if (ticks.length === 1) await engine.deploy(flowWith(schedule('cron: "15 * * * *"')));
    }
    expect(ticks).toEqual(['01:00', '01:15', '02:15']);
    expect(clock.waiting()).toBe(0);
    await engine.close();
  });
});
