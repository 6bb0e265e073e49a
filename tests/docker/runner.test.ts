/** Real containers; left out, and said so, where no Docker answers. Runs in `npm run test:docker`. */
import { expect, test } from 'vitest';
import { createDockerRunner, tryDocker } from '#engine/hosts/docker/index.ts';
import type { ScriptRequest } from '#engine/ports/Scripts.ts';

const runner = createDockerRunner();

async function run(program: string, given: Partial<ScriptRequest> = {}, signal = new AbortController().signal) {
  const lines: string[] = [];
  const outcome = await runner.run(
    {
      language: 'shell',
      program,
      env: { KATA: 'dua kata' },
      workingDirectory: '/tmp/uji',
      files: {},
      collect: () => true,
      maxFileBytes: 1_000_000,
      container: { image: 'ubuntu:latest' },
      ...given,
    },
    { line: (stream, text) => void lines.push(`${stream}: ${text}`) },
    signal,
  );
  return { ...outcome, lines };
}

const bytes = (text: string) => new TextEncoder().encode(text);

test('files in and out, streams apart, the exit code', async () => {
  const { exitCode, lines, files } = await run(
    'cat a/b.txt; echo "$KATA" >&2; mkdir c; echo z > c/d; ln -s /etc/passwd l; exit 3',
    {
      files: { 'a/b.txt': bytes('isi\n') },
    },
  );
  expect(exitCode).toBe(3);
  expect(lines.sort()).toEqual(['stderr: dua kata', 'stdout: isi']);
  expect(Object.keys(files).sort()).toEqual(['a/b.txt', 'c/d']);
});

test('another user may write too', async () => {
  const { exitCode, lines } = await run('id -u; echo x > y', { container: { image: 'ubuntu:latest', user: '1234' } });
  expect([exitCode, ...lines]).toEqual([0, 'stdout: 1234']);
});

test('python', async () => {
  const { exitCode, lines } = await run('import sys; print(sys.version_info.major); raise ValueError("x")', {
    language: 'python',
    container: { image: 'python:3.13-slim' },
  });
  expect(exitCode).toBe(1);
  expect(lines).toContain('stdout: 3');
  expect(lines.at(-1)).toBe('stderr: ValueError: x');
});

test('stopping ends it within a second', async () => {
  const controller = new AbortController();
  const running = run('echo mulai; while :; do :; done', {}, controller.signal);
  setTimeout(() => controller.abort(new Error('dihentikan')), 1500);
  const before = performance.now();
  await expect(running).rejects.toThrow('dihentikan');
  expect(performance.now() - before).toBeLessThan(4000);
});

test.each([
  [{ image: 'ubuntu', volumes: ['/:/host'] }, 'volumes'],
  [{ image: 'ubuntu', networkMode: 'host' }, 'networkMode'],
  [{ image: 'ubuntu', privileged: true }, 'privileged'],
  [{ image: 'tidak/ada:1', pullPolicy: 'NEVER' }, 'tidak/ada:1'],
])('%j is refused in words', async (container, named) => {
  await expect(run('true', { container })).rejects.toMatchObject({ explanation: expect.stringContaining(named) });
});

test('nothing is left', async () => {
  const { stdout } = await tryDocker(['ps', '-aq', '--filter', 'label=alur.owner']);
  expect(stdout).toBe('');
});
