/** Flow triggers: which executions they hear, what they know of them, how several are counted. Behaviour as observed in a Kestra 1.1. */
import { describe, expect, test } from 'vitest';
import type { Engine, Execution } from '../door.ts';
import { zoneNamed } from './subject.ts';
import { flowWith, type Stage, stageAt } from './testing.ts';
import { windowAt } from './windows.ts';

const C = 'io.kestra.plugin.core.condition';
const RETURN = '{id: r, type: io.kestra.plugin.core.debug.Return, format: "1"}';
const FAIL = '{id: r, type: io.kestra.plugin.core.execution.Fail}';

const upstream = (id: string, task = RETURN, more = '') => `id: ${id}\nnamespace: uji\n${more}tasks:\n  - ${task}\n`;
const waiting = (rest: string) =>
  flowWith(`- {id: t, type: io.kestra.plugin.core.trigger.Flow, ${rest}}`, { id: 'b', format: '{{ trigger }}' });
const ABOUT_A = `conditions: [{type: ${C}.ExecutionFlow, namespace: uji, flowId: a}`;

async function run(engine: Engine, source: string, labels: { key: string; value: string }[] = []): Promise<Execution> {
  const { id } = await engine.start(await engine.deploy(source), { labels });
  return engine.wait(id);
}

/** The executions of `b`, once all is quiet. */
async function heard({ engine, clock }: Stage): Promise<Execution[]> {
  for (let before = -1, total = 0; total !== before; ) {
    before = total;
    await clock.until(clock.now() + 1000);
    ({ total } = await engine.executions());
  }
  const { results } = await engine.executions({ flowId: 'b' });
  return Promise.all(results.reverse().map(({ id }) => engine.wait(id)));
}

describe('one execution', () => {
  const OUTPUTS = 'outputs:\n  - {id: o, type: STRING, value: hai}\n';
  test.each([
    ['of this flow', `${ABOUT_A}]`, RETURN, 1],
    ['not of another', `conditions: [{type: ${C}.ExecutionFlow, namespace: uji, flowId: z}]`, RETURN, 0],
    ['in any end state', `${ABOUT_A}]`, FAIL, 1],
    ['in the states it names', `states: [SUCCESS], ${ABOUT_A}]`, FAIL, 0],
    ['when it starts to run', `states: [RUNNING], ${ABOUT_A}]`, RETURN, 1],
    ['by status', `${ABOUT_A}, {type: ${C}.ExecutionStatus, in: [FAILED]}]`, FAIL, 1],
    ['by status: not', `${ABOUT_A}, {type: ${C}.ExecutionStatus, notIn: [SUCCESS]}]`, RETURN, 0],
    ['by namespace', `conditions: [{type: ${C}.ExecutionNamespace, namespace: u, comparison: PREFIX}]`, RETURN, 1],
    ['by label', `${ABOUT_A}, {type: ${C}.ExecutionLabels, labels: {k: v}}]`, RETURN, 1],
    ['by another label', `${ABOUT_A}, {type: ${C}.ExecutionLabels, labels: {k: w}}]`, RETURN, 0],
    [
      'by output',
      `${ABOUT_A}, {type: ${C}.ExecutionOutputs, expression: "{{ trigger.outputs.o == 'hai' }}"}]`,
      RETURN,
      1,
    ],
    [
      'by another output',
      `${ABOUT_A}, {type: ${C}.ExecutionOutputs, expression: "{{ trigger.outputs.o == 'x' }}"}]`,
      RETURN,
      0,
    ],
    [
      'by an expression over it',
      `${ABOUT_A}, {type: ${C}.Expression, expression: "{{ execution.state == 'SUCCESS' and flow.id == 'b' }}"}]`,
      RETURN,
      1,
    ],
    [
      'Not',
      `conditions: [{type: ${C}.Not, conditions: [{type: ${C}.ExecutionFlow, namespace: uji, flowId: a}]}]`,
      RETURN,
      0,
    ],
    ['without a second try', `${ABOUT_A}, {type: ${C}.HasRetryAttempt}]`, RETURN, 0],
    ['of everything', 'inputs: {}', RETURN, 1],
    ['a disabled trigger hears nothing', `disabled: true, ${ABOUT_A}]`, RETURN, 0],
  ])('%s', async (_, rest, task, times) => {
    const stage = stageAt('2024-01-03T00:00:00Z');
    await stage.engine.deploy(waiting(rest));
    await run(stage.engine, upstream('a', task, OUTPUTS), [{ key: 'k', value: 'v' }]);
    expect(await heard(stage)).toHaveLength(times);
    await stage.engine.close();
  });

  test('what it knows of the other, and the correlation that goes on', async () => {
    const stage = stageAt('2024-01-03T00:00:00Z');
    await stage.engine.deploy(waiting(`${ABOUT_A}], labels: {l: m}`));
    const a = await run(stage.engine, upstream('a', RETURN, `labels: {fl: g}\n${OUTPUTS}`), [{ key: 'k', value: 'v' }]);
    const [b] = await heard(stage);
    expect(b?.trigger?.variables).toEqual({
      executionId: a.id,
      executionLabels: { fl: 'g', k: 'v' },
      state: 'SUCCESS',
      namespace: 'uji',
      flowId: 'a',
      flowRevision: 1,
      outputs: { o: 'hai' },
    });
    expect(b?.labels).toEqual([
      { key: 'l', value: 'm' },
      { key: 'system.correlationId', value: a.id },
    ]);
    await stage.engine.close();
  });

  test('its outputs become inputs; inputs that do not fit start nothing, and the other execution says so', async () => {
    const stage = stageAt('2024-01-03T00:00:00Z');
    const inputs = (type: string, value: string) =>
      `${waiting(`${ABOUT_A}], inputs: {x: "${value}"}`).replace('tasks:', `inputs:\n  - {id: x, type: ${type}}\ntasks:`)}`;
    await stage.engine.deploy(inputs('STRING', '{{ trigger.outputs.o }} {{ execution.state }}'));
    await run(stage.engine, upstream('a', RETURN, OUTPUTS));
    expect((await heard(stage)).map((one) => one.inputs)).toEqual([{ x: 'hai SUCCESS' }]);
    await stage.engine.deploy(inputs('INT', '{{ trigger.outputs.o }}'));
    const a = await run(stage.engine, upstream('a', RETURN, OUTPUTS));
    expect(await heard(stage)).toHaveLength(1);
    const warned = await stage.engine.logs(a.id, { minLevel: 'WARN' });
    expect(warned).toMatchObject([
      { message: 'Failed to trigger flow uji.b for trigger t, invalid inputs', explanation: expect.any(String) },
    ]);
    await stage.engine.close();
  });

  test('a flow never triggers itself', async () => {
    const stage = stageAt('2024-01-03T00:00:00Z');
    await stage.engine.deploy(waiting('states: [SUCCESS]'));
    await run(stage.engine, upstream('a'));
    expect(await heard(stage)).toHaveLength(1);
    await stage.engine.close();
  });

  test('flows that trigger each other end, with a word', async () => {
    const stage = stageAt('2024-01-03T00:00:00Z');
    await stage.engine.deploy(waiting('states: [SUCCESS]'));
    await stage.engine.deploy(
      upstream('c', RETURN).concat('triggers:\n  - {id: t, type: io.kestra.plugin.core.trigger.Flow}\n'),
    );
    await run(stage.engine, upstream('a'));
    await heard(stage);
    const { results, total } = await stage.engine.executions({ limit: 1000 });
    expect(total).toBeGreaterThan(100);
    expect(total).toBeLessThan(500);
    const said = await Promise.all(results.map(({ id }) => stage.engine.logs(id, { minLevel: 'ERROR' })));
    expect(said.flat()[0]).toMatchObject({ explanation: expect.stringContaining('saling memicu') });
    await stage.engine.close();
  });
});

describe('several executions', () => {
  const both = (more = '') =>
    waiting(
      `preconditions: {id: p, ${more}flows: [{namespace: uji, flowId: a}, {namespace: uji, flowId: z, states: [SUCCESS]}]}`,
    );

  async function after(source: string, ...runs: string[]): Promise<number> {
    const stage = stageAt('2024-01-03T10:00:00Z');
    await stage.engine.deploy(source);
    for (const one of runs) {
      if (one.startsWith('PT')) await stage.clock.until(stage.clock.now() + Number(one.slice(2, -1)) * 3_600_000);
      else await run(stage.engine, one.endsWith('!') ? upstream(one.slice(0, -1), FAIL) : upstream(one));
    }
    const { length } = await heard(stage);
    await stage.engine.close();
    return length;
  }

  test.each([
    ['all of them', both(), ['a', 'z'], 1],
    ['in any order', both(), ['z', 'a'], 1],
    ['not one alone, however often', both(), ['a', 'a', 'a'], 0],
    ['in the states they name', both(), ['a', 'z!'], 0],
    ['the count starts anew', both(), ['a', 'z', 'z', 'a'], 2],
    ['unless it is kept', both('resetOnSuccess: false, '), ['a', 'z', 'z', 'a'], 3],
    ['within a day', both(), ['a', 'PT20H', 'z'], 0],
    ['within the window', both('timeWindow: {type: SLIDING_WINDOW, window: PT2H}, '), ['a', 'PT1H', 'z'], 1],
    ['not after it', both('timeWindow: {type: SLIDING_WINDOW, window: PT2H}, '), ['a', 'PT3H', 'z'], 0],
    [
      'before the deadline',
      both("timeWindow: {type: DAILY_TIME_DEADLINE, deadline: '12:00:00'}, "),
      ['a', 'PT1H', 'z'],
      1,
    ],
    [
      'not after the deadline',
      both("timeWindow: {type: DAILY_TIME_DEADLINE, deadline: '11:00:00'}, "),
      ['a', 'PT1H', 'z'],
      0,
    ],
    [
      'in the hours of the day',
      both("timeWindow: {type: DAILY_TIME_WINDOW, startTime: '10:30:00', endTime: '13:00:00'}, "),
      ['a', 'PT1H', 'z', 'a'],
      1,
    ],
    [
      'where: each met by one',
      waiting(
        'preconditions: {id: p, where: [{id: w, filters: [{field: FLOW_ID, type: IN, values: [a, z]}, {field: STATE, type: EQUAL_TO, value: FAILED}]}]}',
      ),
      ['a', 'z!'],
      1,
    ],
    [
      'where: one of the filters',
      waiting(
        "preconditions: {id: p, where: [{id: w, operand: OR, filters: [{field: FLOW_ID, type: REGEX, value: 'z.*'}, {field: NAMESPACE, type: STARTS_WITH, value: x}]}]}",
      ),
      ['a', 'z'],
      1,
    ],
    [
      'where: an expression',
      waiting(
        'preconditions: {id: p, where: [{id: w, filters: [{field: EXPRESSION, type: IS_TRUE, value: "{{ execution.state == \'FAILED\' }}"}]}]}',
      ),
      ['a', 'z!'],
      1,
    ],
    [
      'flows and where are met apart',
      waiting(
        'preconditions: {id: p, flows: [{namespace: uji, flowId: a}], where: [{id: w, filters: [{field: STATE, type: EQUAL_TO, value: FAILED}]}]}',
      ),
      ['a', 'z!'],
      1,
    ],
    [
      'MultipleCondition',
      waiting(
        `conditions: [{type: ${C}.MultipleCondition, id: m, conditions: {x: {type: ${C}.ExecutionFlow, namespace: uji, flowId: a}, y: {type: ${C}.ExecutionFlow, namespace: uji, flowId: z}}}]`,
      ),
      ['a', 'z'],
      1,
    ],
  ])('%s', async (_, source, runs, times) => {
    expect(await after(source, ...runs)).toBe(times);
  });
});

describe('windows', () => {
  const at = Date.parse('2024-01-03T10:20:00Z');
  const shown = (window: ReturnType<typeof windowAt>) =>
    window && [window.start, window.end].map((one) => new Date(one).toISOString().slice(8, 16));
  test.each([
    [undefined, ['03T00:00', '04T00:00']],
    [{ window: 'PT6H' }, ['03T06:00', '03T12:00']],
    [{ window: 'PT6H', windowAdvance: 'PT1H' }, ['03T07:00', '03T13:00']],
    [{ type: 'DAILY_TIME_DEADLINE', deadline: '10:00:00' }, undefined],
    [{ type: 'DAILY_TIME_WINDOW', startTime: '10:00', endTime: '11:00:30' }, ['03T10:00', '03T11:00']],
  ] as const)('%j', (written, expected) => {
    expect(shown(windowAt(at, written, zoneNamed('UTC')))).toEqual(expected);
  });

  test('a day is counted in the zone of the server', () => {
    expect(shown(windowAt(at, undefined, zoneNamed('Asia/Jakarta')))).toEqual(['02T17:00', '03T17:00']);
  });
});
