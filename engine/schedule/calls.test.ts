/** Webhooks, and triggers that look at the world. */
import { describe, expect, test } from 'vitest';
import { NotFoundError } from '../run/errors.ts';
import { flowWith, returned, stageAt } from './testing.ts';

const HOOK = { namespace: 'uji', flowId: 'f' };
const hook = (rest: string, format = '{{ trigger.body.x }} {{ trigger.parameters }}', more = '') =>
  flowWith(`- {id: w, type: io.kestra.plugin.core.trigger.Webhook, ${rest}}`, { format, more });

describe('a webhook', () => {
  test('starts the flow with what was sent', async () => {
    const { engine } = stageAt('2024-01-01T00:00:00Z');
    await engine.deploy(hook('key: abc'));
    const { executionId = '' } = await engine.webhook({
      ...HOOK,
      key: 'abc',
      body: '{"x":42}',
      parameters: { p: ['1'] },
    });
    const { trigger } = await engine.wait(executionId);
    expect(await returned(engine)).toEqual(['42 {"p":["1"]}']);
    expect(trigger).toMatchObject({ id: 'w', variables: { body: { x: 42 }, headers: {}, parameters: { p: ['1'] } } });
    await engine.close();
  });

  test('a wrong key, a disabled one, an unknown flow: not found', async () => {
    const { engine } = stageAt('2024-01-01T00:00:00Z');
    await engine.deploy(hook('key: abc, disabled: true'));
    for (const key of ['abc', 'abd', '']) await expect(engine.webhook({ ...HOOK, key })).rejects.toThrow(NotFoundError);
    await expect(engine.webhook({ ...HOOK, flowId: 'z', key: 'abc' })).rejects.toThrow(NotFoundError);
    await engine.close();
  });

  test('a key from a secret; inputs from the body; conditions over it; text that is no JSON', async () => {
    const { engine } = stageAt('2024-01-01T00:00:00Z', { secrets: { KUNCI: 'rahasia' } });
    const condition = `{type: io.kestra.plugin.core.condition.Expression, expression: "{{ trigger.body != 'tidak' }}"}`;
    const more = 'inputs:\n  - {id: a, type: STRING}\n';
    await engine.deploy(
      hook(
        `key: "{{ secret('KUNCI') }}", inputs: {a: "{{ trigger.body }}"}, conditions: [${condition}]`,
        '{{ inputs.a }}',
        more,
      ),
    );
    expect(await engine.webhook({ ...HOOK, key: 'rahasia', body: 'tidak' })).toEqual({});
    const { executionId = '' } = await engine.webhook({ ...HOOK, key: 'rahasia', body: 'halo' });
    await engine.wait(executionId);
    expect(await returned(engine)).toEqual(['halo']);
    await engine.close();
  });
});

describe('a trigger that asks an address', () => {
  const asks = (rest: string) =>
    flowWith(`- {id: h, type: io.kestra.plugin.core.http.Trigger, uri: "http://ada.test/harga", ${rest}}`, {
      format: '{{ trigger.body }} {{ trigger.code }}',
    });

  test('looks at each interval and starts the flow when the answer fits', async () => {
    const http = { 'http://ada.test/harga': { body: '{"harga": 5}' } };
    const { engine, play } = stageAt('2024-01-01T00:00:00Z', { http });
    await engine.deploy(asks('interval: PT10M, responseCondition: "{{ json(response.body).harga < 10 }}"'));
    expect((await play('2024-01-01T00:25:00Z')).map((tick) => tick.slice(14, 16))).toEqual(['00', '10', '20']);
    expect(await returned(engine)).toEqual(Array.from({ length: 3 }, () => '{"harga": 5} 200'));
    await engine.close();
  });

  test('does not when it does not; stops after what it waited for', async () => {
    const http = { 'http://ada.test/harga': { status: 404, body: 'x' } };
    const { engine, play } = stageAt('2024-01-01T00:00:00Z', { http });
    await engine.deploy(asks('interval: PT10M'));
    expect(await play('2024-01-01T01:00:00Z')).toEqual([]);
    await engine.deploy(
      asks('interval: PT10M, responseCondition: "{{ response.statusCode == 404 }}", stopAfter: [SUCCESS]'),
    );
    expect(await play('2024-01-01T02:00:00Z')).toHaveLength(1);
    await engine.close();
  });

  test('an address that does not answer is said at each look', async () => {
    const { engine } = stageAt('2024-01-01T00:00:00Z');
    await engine.deploy(asks('interval: PT30M'));
    const problems = [];
    for await (const { problem } of engine.play('2024-01-01T00:30:00Z')) problems.push(problem);
    expect(problems).toEqual([expect.stringContaining('jaringan'), expect.stringContaining('jaringan')]);
    await engine.close();
  });
});
