/** Real containers; left out, and said so, where no Docker answers. Runs in `npm run test:docker`. */
import { expect, test } from 'vitest';
import { createDockerRunner, tryDocker } from '#engine/hosts/docker/index.ts';
import type { ScriptRequest } from '#engine/ports/Scripts.ts';

const runner = createDockerRunner();

interface Given extends Partial<ScriptRequest> {
  onLine?: () => void;
  /** Whether the lines are of interest. */
  keep?: boolean;
}

async function run(
  program: string,
  { onLine, keep = true, ...given }: Given = {},
  signal = new AbortController().signal,
) {
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
    {
      line: (stream, text) => {
        if (keep) lines.push(`${stream}: ${text}`);
        onLine?.();
      },
    },
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

test('a traceback names the script, and the script finds what stands beside it', async () => {
  const { lines } = await run('import bantu\nbantu.f()', {
    language: 'python',
    container: { image: 'python:3.13-slim' },
    files: { 'bantu.py': bytes('def f():\n    return [][1]\n') },
  });
  expect(lines.join('\n')).toMatch(/File "[^"]*\.alur\/script\.py", line 2/);
  expect(lines.join('\n')).toMatch(/File "[^"]*\/bantu\.py", line 2/);
});

test('a program beyond what an argument may hold', async () => {
  expect((await run(`${'# panjang\n'.repeat(20_000)}echo siap`)).lines).toEqual(['stdout: siap']);
});

test('stopping ends what it started in a session of its own, too', async () => {
  const controller = new AbortController();
  const running = run(
    'setsid sleep 300 & (setsid -f sleep 300); echo mulai; sleep 300',
    {
      onLine: () => controller.abort(new Error('dihentikan')),
    },
    controller.signal,
  );
  await expect(running).rejects.toThrow('dihentikan');
  const { stdout } = await tryDocker(['ps', '-q', '--filter', 'label=alur.owner']);
  expect(stdout).toBe('');
});

test('100 MB of output in bounded memory', async () => {
  const before = process.memoryUsage().rss;
  let peak = 0;
  let count = 0;
  await run('yes "$(head -c 1000 /dev/zero | tr \'\\0\' x)" | head -n 100000', {
    onLine: () => {
      if (++count % 5000 === 0) peak = Math.max(peak, process.memoryUsage().rss);
    },
    keep: false,
  });
  expect(count).toBe(100_000);
  expect(peak - before).toBeLessThan(300_000_000);
}, 60_000);

test.each<[string, string, ScriptRequest['language'], RegExp]>([
  ['memory', 'x = []\nwhile True: x.append(bytearray(20_000_000))', 'python', /MemoryError|^137$/],
  [
    'processes',
    'for i in $(seq 2000); do sleep 60 & done; wait',
    'shell',
    /Cannot fork|Resource temporarily unavailable|retry/,
  ],
])(
  'a bomb of %s ends itself',
  async (_, program, language, said) => {
    const { exitCode, lines } = await run(program, {
      language,
      container: { image: language === 'python' ? 'python:3.13-slim' : 'ubuntu:latest', memory: '256MB' },
    });
    expect(exitCode).toBeGreaterThan(0);
    expect([String(exitCode), ...lines].join('\n')).toMatch(new RegExp(said.source, 'm'));
  },
  60_000,
);

test('another user can install packages', async () => {
  const { lines, exitCode } = await run('pip config list > /dev/null && echo "$HOME"', {
    container: { image: 'python:3.13-slim', user: '1234' },
  });
  expect([exitCode, ...lines]).toEqual([0, 'stdout: /tmp/uji']);
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
