/** The computer's own sh and python3: only the asked-for environment, only the own folder, and killed whole. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Scripts } from '../../../ports/Scripts.ts';
import { cell } from './cell.ts';
import { createProcessRunner } from './index.ts';

const runner = createProcessRunner();
beforeAll(() => {
  process.env.SECRET_UJI = 'sangat-rahasia';
});
afterAll(() => {
  delete process.env.SECRET_UJI;
});

/** How many of the long sleeps that these tests start are still there; zombies are not. */
const sleepers = () =>
  readdirSync('/proc').filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'latin1') === 'sleep\x00300\x00';
    } catch {
      return false;
    }
  }).length;

interface Given {
  language?: 'python';
  signal?: AbortSignal;
  files?: string[];
  interpreter?: string[];
  runner?: Scripts;
  onLine?: () => void;
}

async function run(program: string, given: Given = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const outcome = await (given.runner ?? runner).run(
    {
      language: given.language ?? 'shell',
      program,
      env: { FOLDER: '/tmp/maya' },
      workingDirectory: '/tmp/maya',
      files: Object.fromEntries((given.files ?? []).map((path) => [path, new TextEncoder().encode('isi\n')])),
      collect: () => true,
      maxFileBytes: 1_000_000,
      ...(given.interpreter && { interpreter: given.interpreter }),
    },
    {
      line: (stream, text) => {
        (stream === 'stdout' ? out : err).push(text);
        given.onLine?.();
      },
    },
    given.signal ?? new AbortController().signal,
  );
  return { ...outcome, out, err };
}

test('files in and out, streams and exit code, in a folder that goes afterwards', async () => {
  const done = await run('cat a/b.txt; echo salah >&2; echo 1 > "$FOLDER/hasil"; ln -s /etc/passwd tautan; exit 3', {
    files: ['a/b.txt'],
  });
  expect(done).toMatchObject({ exitCode: 3, out: ['isi'], err: ['salah'] });
  expect(Object.keys(done.files).sort()).toEqual(['a/b.txt', 'hasil']);
  expect(existsSync(done.workingDirectory)).toBe(false);
});

test("nothing of the host's environment is seen", async () => {
  const { out } = await run('env');
  expect(out.join('\n')).not.toContain('sangat-rahasia');
  expect(out.map((line) => line.split('=')[0]).sort()).toEqual([
    'ALUR_SCRIPT',
    'FOLDER',
    'HOME',
    'LANG',
    'PATH',
    'PIP_CACHE_DIR',
    'PIP_DISABLE_PIP_VERSION_CHECK',
    'PIP_TARGET',
    'PWD',
    'PYTHONPATH',
  ]);
});

test('python runs and keeps its traceback', async () => {
  const { exitCode, err } = await run('raise ValueError("nope")', { language: 'python' });
  expect(exitCode).toBe(1);
  expect(err.at(-1)).toBe('ValueError: nope');
});

test('stopping ends the whole group within a second', async () => {
  const controller = new AbortController();
  const start = performance.now();
  const running = run('sleep 100 & sleep 100 & wait', { signal: controller.signal });
  controller.abort(new Error('dihentikan'));
  await expect(running).rejects.toThrow('dihentikan');
  expect(performance.now() - start).toBeLessThan(1000);
});

test.each([
  ['in a session of its own', 'setsid sleep 300 & setsid -f sleep 300; echo siap; wait; sleep 300'],
  ['that nobody waits for', '(sleep 300 &) ; env -i sleep 300 & echo siap; sleep 300'],
])('a process %s ends with it', async (_, program) => {
  const controller = new AbortController();
  const before = sleepers();
  const running = run(program, { signal: controller.signal, onLine: () => controller.abort(new Error('dihentikan')) });
  await expect(running).rejects.toThrow('dihentikan');
  expect(sleepers()).toBe(before);
});

test('what runs on in the background ends with the script', async () => {
  const before = sleepers();
  const { exitCode, out } = await run('sleep 300 & setsid -f sleep 300; echo selesai');
  expect([exitCode, ...out]).toEqual([0, 'selesai']);
  expect(sleepers()).toBe(before);
});

test.each<[string, string, 'python' | undefined, RegExp]>([
  ['processes', 'while :; do sleep 300 & done', undefined, /lebih dari 40 proses/],
  [
    'memory, in one process',
    'x = []\nwhile True: x.append(bytearray(20_000_000))',
    'python',
    /MemoryError|memorinya lebih dari 300 MB/,
  ],
  [
    'memory, in several',
    'for i in 1 2 3 4; do python3 -c "x = bytearray(120_000_000)\nimport time; time.sleep(60)" & done; wait',
    undefined,
    /memorinya lebih dari 300 MB/,
  ],
])('a bomb of %s ends itself, and says so', async (_, program, language, said) => {
  const small = createProcessRunner({ processes: 40, memory: 300 * 1024 * 1024 });
  const { exitCode, err } = await run(program, { runner: small, ...(language && { language }) });
  expect(exitCode).toBeGreaterThan(0);
  expect(err.at(-1)).toMatch(said);
});

test('a folder that was shut goes too, and names that are no text are left out', async () => {
  const done = await run(
    'mkdir a && echo 1 > a/b && chmod 0 a; printf x > "$(printf "buruk\\377")"; printf x > "dua\nbaris"',
  );
  expect(existsSync(done.workingDirectory)).toBe(false);
  expect(Object.keys(done.files)).not.toContainEqual(expect.stringContaining('buruk'));
});

test('in a cell a script sees no process but its own; and it ends as it says', async () => {
  const { out, exitCode } = await run('ls -d /proc/[0-9]* | wc -l; kill -9 $$');
  expect(exitCode).toBe(137);
  expect(Number(out[0]) < 10).toBe((await cell()).length > 0);
});

test('a program that is not there is said by name', async () => {
  await expect(run('x', { interpreter: ['/bin/tidak-ada', '-c'] })).rejects.toMatchObject({
    message: expect.stringContaining('/bin/tidak-ada'),
  });
});

test('a program beyond what an argument may hold', async () => {
  const { out } = await run(`${'# panjang\n'.repeat(20_000)}echo siap`);
  expect(out).toEqual(['siap']);
});

test('a line without end is cut, in bounded memory', async () => {
  const { out } = await run('head -c 50000000 /dev/zero | tr "\\0" x');
  expect(out).toHaveLength(1);
  expect(out[0]).toMatch(/^x{65536} … \(baris dipotong/);
});

test('files beyond the limit, and names that climb, are refused', async () => {
  await expect(run('head -c 2000000 /dev/zero > besar')).rejects.toThrow(
    expect.objectContaining({ name: 'OutputTooLargeError' }),
  );
  await expect(run('true', { files: ['../naik'] })).rejects.toThrow('keluar dari folder kerja');
});
