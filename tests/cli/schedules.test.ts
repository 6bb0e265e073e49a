/** simulate and backfill in the terminal: what they print, how they end, and going on after being killed. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder: string;
const schedule = (rest: string) => `{id: t, type: io.kestra.plugin.core.trigger.Schedule, ${rest}}`;
const flow = (
  id: string,
  trigger: string,
  task = '{id: r, type: io.kestra.plugin.core.debug.Return, format: "{{ trigger.date }}"}',
) => `id: ${id}\nnamespace: uji\ntasks:\n  - ${task}\ntriggers:\n  - ${trigger}\n`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alur-jadwal-'));
  const files = {
    bulanan: flow('bulanan', schedule('cron: "0 9 1 * *", timezone: Asia/Jakarta')),
    mati: flow('mati', schedule('cron: "@daily", disabled: true')),
    gagal: flow('gagal', schedule('cron: "0 0 1 1 *"'), '{id: x, type: io.kestra.plugin.core.execution.Fail}'),
    lambat: flow(
      'lambat',
      schedule('cron: "0 0 1 * *"'),
      '{id: s, type: io.kestra.plugin.core.flow.Sleep, duration: PT0.3S}',
    ),
    salah: flow('salah', schedule('cron: "0 25 1 * *"')),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.yaml`), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const argsOf = (args: string[]) => ['alur', ...args.map((arg) => arg.replace('@/', `${folder}/`))];
function alur(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, argsOf(args), { encoding: 'utf8' });
  return { status, stdout, stderr };
}
const YEAR = ['--from', '2021-01-01', '--until', '2021-12-31'];

describe('simulate', () => {
  test('prints each tick and its execution, as one JSON document', () => {
    const { status, stdout } = alur('simulate', '@/bulanan.yaml', ...YEAR, '--json');
    const { ticks } = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(ticks).toHaveLength(12);
    expect(ticks[0]).toEqual({
      namespace: 'uji',
      flowId: 'bulanan',
      triggerId: 't',
      date: '2021-01-01T09:00:00+07:00',
      executionId: expect.stringMatching(/^\w{22}$/),
      state: 'SUCCESS',
    });
  });

  test.each([
    [0, ['simulate', '@/bulanan.yaml', ...YEAR], '12 jadwal, 12 berhasil'],
    [0, ['simulate', '@/bulanan.yaml', '--from', '2021-01-02', '--until', '2021-01-03'], '2021-02-01T09:00:00+07:00'],
    [0, ['simulate', '@/mati.yaml', ...YEAR], 'nonaktif'],
    [1, ['simulate', '@/gagal.yaml', ...YEAR], 'Gagal'],
    [2, ['simulate', '@/salah.yaml', ...YEAR], 'nilai 25 di kolom jam'],
    [64, ['simulate', '@/bulanan.yaml', '--until', 'besok'], '--until besok bukan waktu'],
    [64, ['simulate', '@/bulanan.yaml', '--from', '2022-01-01', '--until', '2021-01-01'], 'Tukar'],
    [64, ['simulate', '@/bulanan.yaml'], "Pilihan '--until <waktu>' harus ditulis"],
  ])('%i: %j', (code, args, words) => {
    const { status, stderr } = alur(...args);
    expect(stderr).toContain(words);
    expect(status).toBe(code);
  });
});

describe('backfill', () => {
  test.each([
    [0, ['@/bulanan.yaml', 't', '--start', '2021-01-01', '--end', '2021-03-31'], '3 jadwal, 3 berhasil'],
    [1, ['@/mati.yaml', 't', '--start', '2021-01-01', '--end', '2021-03-31'], 'disabled: true'],
    [1, ['@/bulanan.yaml', 'x', '--start', '2021-01-01'], '`x`'],
    [1, ['@/bulanan.yaml', 't', '--start', '2022-01-01', '--end', '2021-03-31'], 'Tukar'],
    [64, ['@/bulanan.yaml', 't', '--start', 'kemarin'], 'bukan waktu'],
  ])('%i: %j', (code, args, words) => {
    const { status, stderr } = alur('backfill', ...args, '--home', '@/home');
    expect(stderr).toContain(words);
    expect(status).toBe(code);
  });

  const LONG = ['@/lambat.yaml', 't', '--start', '2021-01-01', '--end', '2021-08-31'];

  test('Ctrl+C pauses it, --continue goes on, and without one there is nothing to continue', async () => {
    const home = ['--home', '@/jeda'];
    const child = spawn(process.execPath, argsOf(['backfill', ...LONG, ...home]));
    let said = '';
    const code = await new Promise((resolve) => {
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('Berhasil') && !said.includes('Dijeda')) child.kill('SIGINT');
      });
      child.on('exit', resolve);
    });
    expect(said).toContain('--continue');
    expect(code).toBe(3);
    const { status, stdout } = alur('backfill', '@/lambat.yaml', 't', '--continue', ...home, '--json');
    expect(JSON.parse(stdout).ticks).toHaveLength(8);
    expect(status).toBe(0);
    const again = alur('backfill', '@/lambat.yaml', 't', '--continue', ...home);
    expect(again.stderr).toContain('tidak sedang menjalankan backfill');
    expect(again.status).toBe(1);
  }, 30_000);

  test('one that another process runs is paused, seen and cancelled from here', async () => {
    const home = ['--home', '@/jauh'];
    const child = spawn(process.execPath, argsOf(['backfill', ...LONG, ...home]));
    const ended = new Promise((resolve) => child.on('exit', resolve));
    await new Promise<void>((resolve) => {
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        if (text.includes('Berhasil')) resolve();
      });
    });
    const paused = alur('backfill', '@/lambat.yaml', 't', '--pause', ...home, '--json');
    expect(JSON.parse(paused.stdout).trigger.backfill).toMatchObject({ paused: true });
    expect(await ended).toBe(3);
    const cancelled = alur('backfill', '@/lambat.yaml', 't', '--cancel', ...home);
    expect(cancelled.stderr).toContain('dibatalkan');
    expect(cancelled.status).toBe(0);
  }, 30_000);

  test.each([[['--pause', '--cancel']], [['--start', '2021-01-01', '--pause']], [[]]])('%j: one of them', (args) => {
    const { status, stderr } = alur('backfill', '@/lambat.yaml', 't', ...args);
    expect(stderr).toContain('Pilih satu');
    expect(status).toBe(64);
  });

  test('killed in the middle, it goes on where it stood', async () => {
    const args = [
      'backfill',
      '@/lambat.yaml',
      't',
      '--start',
      '2021-01-01',
      '--end',
      '2021-06-30',
      '--home',
      '@/lambat',
    ];
    const child = spawn(process.execPath, argsOf(args), { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    await new Promise<void>((resolve) => {
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.split('\n').length > 2) child.kill('SIGKILL');
      });
      child.on('exit', () => resolve());
    });
    expect(said).not.toContain('6 jadwal');
    const before = [...said.matchAll(/Berhasil\s+t\s+(\w+)/g)].map(([, id]) => id);
    expect(before.length).toBeGreaterThanOrEqual(2);
    const { status, stdout } = alur(...args, '--json');
    const ids = JSON.parse(stdout).ticks.map(({ executionId }: { executionId: string }) => executionId);
    expect(status).toBe(0);
    expect(ids).toHaveLength(6);
    expect(ids.slice(0, before.length)).toEqual(before);
  }, 30_000);
});
