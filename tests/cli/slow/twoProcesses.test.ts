/** Two processes on one home: what one runs, another sees and steers; what one leaves behind dead, another has at once. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Execution, LogEntry } from '#engine/index.ts';

const CORE = 'io.kestra.plugin.core';
const FLOWS = {
  lama: `  - {id: kata, type: ${CORE}.log.Log, message: mulai}\n  - {id: tidur, type: ${CORE}.flow.Sleep, duration: PT1M}\n  - {id: akhir, type: ${CORE}.debug.Return, format: selesai}`,
  sebentar: `  - {id: tidur, type: ${CORE}.flow.Sleep, duration: PT1S}`,
  jeda: `  - id: tanya\n    type: ${CORE}.flow.Pause\n    onResume: [{id: n, type: INT}]\n  - {id: tidur, type: ${CORE}.flow.Sleep, duration: PT1S}`,
};

let folder: string;
let children: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alur-dua-'));
  children = [];
  for (const [id, tasks] of Object.entries(FLOWS))
    writeFileSync(join(folder, `${id}.yaml`), `id: ${id}\nnamespace: uji\ntasks:\n${tasks}\n`);
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

function alur(...args: string[]) {
  const child = spawn(process.execPath, ['alur', ...args, '--home', join(folder, 'home')]);
  children.push(child);
  let [stdout, stderr] = ['', ''];
  const news = new Set<() => void>();
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
    for (const tell of news) tell();
  });
  const ended = new Promise<Ended>((resolve) => child.once('close', (status) => resolve({ status, stdout, stderr })));
  /** Until stderr says so. */
  const said = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (stderr.includes(words)) resolve();
      };
      news.add(look);
      look();
      void ended.then(() => reject(new Error(`ended without ${words}: ${stderr}`)));
    });
  return { child, ended, said };
}

async function json<T = Execution>(...args: string[]): Promise<T> {
  const { stdout, stderr } = await alur(...args, '--json').ended;
  expect(stdout, stderr).not.toBe('');
  return JSON.parse(stdout) as T;
}

const running = async (): Promise<string> => {
  const { results } = await json<{ results: Execution[] }>('executions', '--state', 'RUNNING');
  return results[0]?.id ?? '';
};
const flow = (name: string) => join(folder, `${name}.yaml`);

describe('what another process runs', () => {
  test('is seen, paused, resumed and killed; stores are shared', async () => {
    const first = alur('run', flow('lama'));
    await first.said('Berjalan   tidur');
    const id = await running();
    expect(id).not.toBe('');
    expect((await json<LogEntry[]>('logs', id)).map(({ message }) => message)).toContain('mulai');
    expect((await alur('kv', 'set', 'uji', 'a', '1').ended).status).toBe(0);
    expect((await alur('pause', id).ended).status).toBe(0);
    const again = await alur('pause', id).ended;
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('tidak bisa dijeda')]);
    expect((await alur('executions', 'tidak-ada').ended).status).toBe(1);
    const killed = await json('kill', id);
    expect(killed.state.histories.map(({ state }) => state)).toContain('PAUSED');
    const end = await first.ended;
    expect([end.status, end.stderr]).toEqual([1, expect.stringContaining('KILLED')]);
    expect(readdirSync(join(folder, 'home')).filter((name) => /lock|sock/.test(name))).toEqual([]);
  }, 60_000);

  test('and what is asked of it meanwhile it does to the end, before it lets the home go', async () => {
    const { id } = await json('run', flow('jeda'));
    const first = alur('run', flow('lama'));
    await first.said('Berjalan   tidur');
    const wrong = await alur('resume', id, '-i', 'n=x').ended;
    expect(wrong.status).toBe(2);
    const guest = alur('resume', id, '-i', 'n=7');
    await guest.said('Berjalan   tidur');
    first.child.kill('SIGINT');
    const resumed = await guest.ended;
    expect([resumed.status, resumed.stderr]).toEqual([0, expect.stringContaining('ia yang menjalankannya')]);
    expect(resumed.stderr).toContain('Berhasil   tidur');
    expect((await first.ended).status).toBe(1);
  }, 60_000);
});

test('a second run waits for the first, and says so', async () => {
  const first = alur('run', flow('lama'));
  await first.said('Berjalan   tidur');
  const second = alur('run', flow('sebentar'));
  await second.said('Menunggu proses lain');
  first.child.kill('SIGINT');
  expect((await second.ended).status).toBe(0);
  expect((await first.ended).status).toBe(1);
}, 60_000);

describe('what a killed process held', () => {
  test('is taken over at once, and its execution goes on', async () => {
    const first = alur('run', flow('sebentar'));
    await first.said('Berjalan   tidur');
    first.child.kill('SIGKILL');
    await first.ended;
    const id = await running();
    const resumed = await alur('resume', id).ended;
    expect([resumed.status, resumed.stderr]).toEqual([0, expect.not.stringContaining('Menunggu')]);
  }, 60_000);

  test('whoever waited for its answer is told', async () => {
    const { id } = await json('run', flow('jeda'));
    const first = alur('run', flow('lama'));
    await first.said('Berjalan   tidur');
    const guest = alur('resume', id, '-i', 'n=7');
    await guest.said('Berjalan   tidur');
    first.child.kill('SIGKILL');
    const end = await guest.ended;
    expect([end.status, end.stderr]).toEqual([1, expect.stringContaining('berhenti sebelum menjawab')]);
    expect((await alur('resume', id).ended).status).toBe(0);
  }, 60_000);
});

test('Ctrl+C pressed once, and heard twice, ends in good order', async () => {
  const first = alur('run', flow('lama'));
  await first.said('Berjalan   tidur');
  first.child.kill('SIGINT');
  first.child.kill('SIGINT');
  const end = await first.ended;
  expect([end.status, end.stderr]).toEqual([1, expect.stringContaining('KILLED')]);
}, 60_000);
