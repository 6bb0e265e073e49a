/** The computer's own sh and python3: only the asked-for environment, only the own folder, and killed whole. */
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProcessRunner } from './index.ts';

const runner = createProcessRunner();
beforeAll(() => {
  process.env.SECRET_UJI = 'sangat-rahasia';
});
afterAll(() => {
  delete process.env.SECRET_UJI;
});

async function run(program: string, given: { language?: 'python'; signal?: AbortSignal; files?: string[] } = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const outcome = await runner.run(
    {
      language: given.language ?? 'shell',
      program,
      env: { FOLDER: '/tmp/maya' },
      workingDirectory: '/tmp/maya',
      files: Object.fromEntries((given.files ?? []).map((path) => [path, new TextEncoder().encode('isi\n')])),
      collect: () => true,
      maxFileBytes: 1_000_000,
    },
    { line: (stream, text) => void (stream === 'stdout' ? out : err).push(text) },
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
  expect(out.map((line) => line.split('=')[0]).sort()).toEqual(['FOLDER', 'HOME', 'LANG', 'PATH', 'PWD']);
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
