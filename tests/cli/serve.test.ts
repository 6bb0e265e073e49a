/** `alur serve` as the scheduler: on the real clock, with webhooks, ended by Ctrl+C, and after being killed. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alur-serve-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const EVERY_SECOND = `id: detik
namespace: uji
tasks:
  - {id: s, type: io.kestra.plugin.core.flow.Sleep, duration: PT0.2S}
  - {id: r, type: io.kestra.plugin.core.debug.Return, format: "{{ trigger.date }}"}
triggers:
  - {id: t, type: io.kestra.plugin.core.trigger.Schedule, cron: "* * * * * *", withSeconds: true}
`;
const AFTER = `id: sesudah
namespace: uji
tasks:
  - {id: r, type: io.kestra.plugin.core.debug.Return, format: "{{ trigger.executionId }}"}
triggers:
  - id: f
    type: io.kestra.plugin.core.trigger.Flow
    states: [SUCCESS]
    preconditions: {id: p, flows: [{namespace: uji, flowId: detik, states: [SUCCESS]}]}
`;
const HOOK = `id: panggil
namespace: uji
tasks:
  - {id: r, type: io.kestra.plugin.core.debug.Return, format: "{{ trigger.body.x }} {{ trigger.parameters.p }}"}
outputs:
  - {id: o, type: STRING, value: "{{ outputs.r.value }}"}
triggers:
  - {id: w, type: io.kestra.plugin.core.trigger.Webhook, key: rahasia, wait: true, conditions: [{type: io.kestra.plugin.core.condition.Expression, expression: "{{ trigger.body.x > 0 }}"}]}
`;

interface Serving {
  child: ChildProcess;
  url: string;
  said(): string;
  /** Resolves when it has said so much of this; rejects when it ends before. */
  until(pattern: RegExp, count?: number): Promise<void>;
  /** The exit code, or the signal. */
  end(signal: NodeJS.Signals): Promise<unknown>;
}

async function serving(...args: string[]): Promise<Serving> {
  const child = spawn(process.execPath, ['alur', 'serve', ...args]);
  let said = '';
  const ended = new Promise<unknown>((resolve) => child.on('exit', (code, signal) => resolve(code ?? signal)));
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      for (const look of waiting) look();
    });
  const until = (pattern: RegExp, count = 1): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if ((said.match(new RegExp(pattern, 'g')) ?? []).length < count) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      void ended.then((code) => reject(new Error(`ended with ${code}: ${said}`)));
      look();
    });
  await until(/Alur siap/);
  return {
    child,
    url: /http:\/\/[\d.:]+/.exec(said)?.[0] ?? '',
    said: () => said,
    until,
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

interface Listed {
  results: { id: string; flowId: string; state: { current: string }; trigger: { variables: Record<string, string> } }[];
}
function executions(home: string): Listed['results'] {
  const args = ['alur', 'executions', '--home', home, '--json', '--limit', '1000'];
  return (JSON.parse(spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout) as Listed).results;
}

test('killed with -9 and started again, it fires every tick once, and each Flow trigger', async () => {
  const home = join(folder, 'home');
  const flows = join(folder, 'flows');
  mkdirSync(flows);
  write('flows/a.yaml', EVERY_SECOND);
  write('flows/b.yaml', AFTER);
  const first = await serving('--flows', flows, '--home', home);
  await first.until(/Berhasil +detik\.t/, 2);
  await first.end('SIGKILL');
  // What is under way when the next one dies is begun anew by the one after it.
  const second = await serving('--home', home);
  await second.until(/Berhasil +detik\.t/, 2);
  await second.end('SIGKILL');
  const third = await serving('--home', home);
  await third.until(/Berhasil +detik\.t/, 2);
  expect(await third.end('SIGINT')).toBe(0);
  expect(third.said()).toContain('Berhenti.');

  const all = executions(home);
  const ticks = all.filter(({ flowId }) => flowId === 'detik').reverse();
  const dates = ticks.map(({ trigger }) => Date.parse(trigger.variables.date ?? ''));
  expect(dates.length).toBeGreaterThanOrEqual(6);
  expect(dates).toEqual(dates.map((_, index) => (dates[0] ?? 0) + index * 1000));
  const ended = ticks.filter(({ state }) => state.current === 'SUCCESS').map(({ id }) => id);
  expect(ended.length).toBeGreaterThanOrEqual(ticks.length - 1);
  const followed = all.filter(({ flowId }) => flowId === 'sesudah').map(({ trigger }) => trigger.variables.executionId);
  // The last one may have ended just before Ctrl+C.
  expect(new Set(followed).size).toBe(followed.length);
  expect(ended.slice(0, -1).filter((id) => !followed.includes(id))).toEqual([]);
}, 60_000);

describe('webhooks', () => {
  let served: Serving;
  let address: string;
  beforeAll(async () => {
    served = await serving('--flows', write('hook.yaml', HOOK), '--home', join(folder, 'hooks'));
    address = `${served.url}/api/v1/main/executions/webhook/uji/panggil`;
  });
  afterAll(() => served.end('SIGTERM'));

  test('start the flow with what was sent, and wait for its end where the trigger says so', async () => {
    const answer = await fetch(`${address}/rahasia?p=1`, { method: 'POST', body: '{"x": 42}' });
    const execution = await answer.json();
    expect(answer.status).toBe(200);
    expect(execution).toMatchObject({ flowId: 'panggil', state: { current: 'SUCCESS' }, outputs: { o: '42 ["1"]' } });
    await served.until(/Berhasil +panggil\.w/);
  });

  test.each([
    [404, 'salah', {}],
    [405, 'rahasia', { method: 'DELETE' }],
    [204, 'rahasia', { method: 'POST', body: '{"x": 0}' }],
    [403, 'rahasia', { method: 'POST', body: '{"x": 1}', headers: { origin: 'http://example.com' } }],
    [403, 'rahasia', { headers: { 'sec-fetch-site': 'cross-site' } }],
    [413, 'rahasia', { method: 'POST', body: 'x'.repeat(11 * 1024 * 1024) }],
  ])('%i for %s %#', async (status, key, init) => {
    expect((await fetch(`${address}/${key}`, init)).status).toBe(status);
  });

  test('are named where serving begins', () => {
    expect(served.said()).toContain(`uji.panggil.w  Webhook  ${address}/KEY`);
  });
});

test('a flow that is invalid, or not there, is said before anything is served', () => {
  const bad = write('bad.yaml', 'id: x\nnamespace: uji\ntasks: []\n');
  for (const [path, code, words] of [
    [bad, 2, 'bad.yaml:3'],
    [join(folder, 'nope'), 64, 'tidak ada'],
  ] as const) {
    const args = ['alur', 'serve', '--flows', path, '--home', join(folder, 'lain')];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stderr).toContain(words);
    expect(status).toBe(code);
  }
});
