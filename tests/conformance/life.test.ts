/**
 * What a whole Kestra server answered when executions were paused, resumed, killed, restarted, replayed, or met a limit. Read from
 * `../shared`; where the records are missing this says so and leaves it at that.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createMemoryHost, createVirtualClock } from '#engine/hosts/memory/index.ts';
import {
  createEngine,
  type Engine,
  type Execution,
  InputError,
  RefusedError,
  type StateHistory,
} from '#engine/index.ts';

const GOLDEN = new URL('../../../shared/kestra/golden/life/', import.meta.url);
const there = existsSync(GOLDEN);
const read = (name: string) => readFileSync(new URL(name, GOLDEN), 'utf8');
const recorded = (name: string) => JSON.parse(read(`${name}.json`)) as Execution;

const states = ({ histories }: StateHistory) => histories.map(({ state }) => state);

/** Without what differs from run to run; a Pause's open attempt is closed since Kestra 1.1.15. */
function shape({ state, taskRunList, labels, metadata }: Execution) {
  return {
    states: states(state),
    labels: labels.map(({ key }) => key),
    attemptNumber: metadata.attemptNumber,
    taskRuns: (taskRunList ?? []).map(({ taskId, outputs, attempts, ...run }) => ({
      taskId,
      states: states(run.state),
      attempts: attempts.map((attempt) => (states(run.state).includes('PAUSED') ? 1 : states(attempt.state))),
      outputs: JSON.parse(JSON.stringify(outputs ?? {}).replaceAll(/"on":"[^"]*"/g, '"on":"@"')) as unknown,
    })),
  };
}

async function started(
  name: string,
  inputs = {},
): Promise<{ engine: Engine; id: string; again: () => Promise<string> }> {
  const engine = createEngine(createMemoryHost());
  const flow = await engine.deploy(read(`${name}.yaml`));
  const start = async () => (await engine.start(flow, { inputs })).id;
  return { engine, id: await start(), again: start };
}

describe.skipIf(!there)('as a Kestra 1.1 answered', () => {
  test('a Pause waits for a person, who must answer what it asks', async () => {
    const { engine, id } = await started('pause-flow');
    expect(shape(await engine.wait(id))).toEqual(shape(recorded('pause-flow.paused')));
    await expect(engine.resume(id)).rejects.toThrow(InputError);
    await engine.resume(id, { ok: true, reason: 'because' });
    expect(shape(await engine.wait(id))).toEqual(shape(recorded('pause-flow.execution')));
    await expect(engine.resume(id, { ok: true })).rejects.toThrow(RefusedError);
  });

  test('a Pause ends by itself after its duration', async () => {
    const { engine, id } = await started('pause-duration');
    expect(shape(await engine.wait(id))).toEqual(shape(recorded('pause-duration.execution')));
  });

  test('restart goes on from the task that failed; replay runs all of it again', async () => {
    const { engine, id } = await started('restart-me');
    expect(shape(await engine.wait(id))).toEqual(shape(recorded('restart-me.before')));
    await engine.restart(id);
    expect(shape(await engine.wait(id))).toEqual(shape(recorded('restart-me.execution')));
    const replayed = await engine.wait((await engine.replay(id)).id);
    expect(shape(replayed)).toEqual(shape(recorded('restart-me.replay.execution')));
    expect([replayed.originalId, replayed.parentId]).toEqual([id, id]);
  });

  test('kill: KILLING, then KILLED', async () => {
    const engine = createEngine(createMemoryHost({ clock: createVirtualClock({ jumps: false }) }));
    const { id } = await engine.start(await engine.deploy(read('kill-me.yaml')));
    for await (const event of engine.follow(id)) if (event.type === 'taskRun' && event.state === 'RUNNING') break;
    await engine.kill(id);
    const { state } = await engine.wait(id);
    expect(states(state)).toEqual(states(recorded('kill-me.execution').state));
  });

  test('a webhook starts its flow, without a label', async () => {
    const engine = createEngine(createMemoryHost());
    const { namespace, id: flowId } = await engine.deploy(read('hook.yaml'));
    const call = { namespace, flowId, key: 'abc123', body: '{"x": 42}', parameters: { p: ['1'] } };
    const { executionId = '' } = await engine.webhook(call);
    expect(shape(await engine.wait(executionId))).toEqual(shape(recorded('hook.execution')));
  });

  test.each(['conc-queue', 'conc-cancel', 'conc-fail'])('%s', async (name) => {
    const { engine, id, again } = await started(name);
    const second = await again();
    expect(shape(await engine.wait(id))).toEqual(shape(recorded(`${name}.1.execution`)));
    expect(shape(await engine.wait(second))).toEqual(shape(recorded(`${name}.2.execution`)));
    const theirs = (recorded(`${name}.2.logs`) as unknown as { level: string; message: string }[])
      .filter(({ level }) => level !== 'TRACE')
      .map(({ message }) => message);
    expect((await engine.logs(second)).map(({ message }) => message)).toEqual(theirs);
  });
});

if (!there) console.log('Rekaman Kestra (golden/life) tidak ada di sini: perbandingan jalannya eksekusi ditinggalkan.');
