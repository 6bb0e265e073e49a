/**
 * Scripts that try to get out: in the sandbox (shell and Python) nothing of the computer can be read, written or started; in the runner
 * `process`, which a person asked for by name, at least the folder, the environment and the life of the script are kept apart.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createEngine, type Engine } from '#engine/index.ts';

const SECRET = 'rahasia-di-luar-kotak';
let parent: string;
const engines: Partial<Record<'sandbox' | 'process', Engine>> = {};

beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'alur-kotak-'));
  writeFileSync(join(parent, 'rahasia.txt'), SECRET);
  process.env.RAHASIA_LINGKUNGAN = SECRET;
  const env = { SECRET_KUNCI: Buffer.from(SECRET).toString('base64'), RAHASIA_LINGKUNGAN: SECRET };
  for (const runner of ['sandbox', 'process'] as const)
    engines[runner] = createEngine(createNodeHost({ home: join(parent, runner), runner, env }));
});
afterAll(async () => {
  delete process.env.RAHASIA_LINGKUNGAN;
  for (const engine of Object.values(engines)) await engine.close();
  expect(readdirSync(parent).sort()).toEqual(['process', 'rahasia.txt', 'sandbox']);
  rmSync(parent, { recursive: true, force: true });
});

type Language = 'shell' | 'python';

async function run(runner: 'sandbox' | 'process', language: Language, script: string, more: object = {}) {
  const engine = engines[runner];
  if (!engine) throw new Error('no engine');
  const type = `io.kestra.plugin.scripts.${language}.Script`;
  const written = script.replaceAll('$PARENT', parent);
  const { id } = await engine.start(
    await engine.deploy(
      `id: kotak\nnamespace: uji\ntasks:\n  - ${JSON.stringify({ id: 'a', type, script: written, ...more })}\n`,
    ),
  );
  const execution = await engine.wait(id);
  const logs = await engine.logs(id);
  const outputs = execution.taskRunList[0]?.outputs;
  const files: string[] = [];
  for (const uri of Object.values((outputs?.outputFiles ?? {}) as Record<string, string>))
    files.push(await new Response(await engine.file(uri)).text());
  return {
    state: execution.state.current,
    said: logs.map(({ message, explanation = '' }) => `${message}\n${explanation}`).join('\n'),
    everything: JSON.stringify([
      execution,
      logs.filter(({ message }) => !message.includes('Using task runner')),
      files,
    ]),
  };
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

const GONE =
  /No such file|not found|ENOENT|FileNotFoundError|No module|ModuleNotFoundError|not available|cannot|can not|denied|PermissionError|OSError|AttributeError|ImportError|NotImplemented|TypeError|RuntimeError|RecursionError|MemoryError|too (large|much|many)|terlalu|maximum|limit|Command failed/i;

describe('the sandbox', () => {
  test.each<[string, Language, string]>([
    ['read the passwords', 'shell', 'cat /etc/passwd'],
    ['read beside the home', 'shell', 'cat "$PARENT/rahasia.txt"'],
    ['climb out', 'shell', 'cat ../../../../../../../../../../etc/passwd'],
    ['follow a link out', 'shell', 'ln -s /etc/passwd tautan && cat tautan'],
    ['read the process', 'shell', 'cat /proc/self/environ'],
    ['start a program', 'shell', '/bin/sh -c "cat /etc/passwd" || /usr/bin/env; exit 1'],
    ['start Node', 'shell', 'node -e "console.log(process.env)"'],
    [
      'unpack an archive that climbs',
      'shell',
      'mkdir a && echo x > a/evil.txt && tar -cf x.tar a/evil.txt && tar -xf x.tar -C /etc && cat /etc/passwd',
    ],
    ['recurse for ever', 'shell', 'f() { f | f; }; f'],
    ['double a text for ever', 'shell', 'x=aaaaaaaaaaaaaaaa; while true; do x="$x$x$x$x$x$x$x$x"; done'],
    ['fill the memory', 'python', 'x = []\nwhile True: x.append(bytearray(50_000_000))'],
  ])(
    'lets nobody %s (%s)',
    async (_, language, script) => {
      const { state, said, everything } = await run('sandbox', language, script);
      expect(state, said).toBe('FAILED');
      expect(said).toMatch(GONE);
      expect(everything).not.toContain(SECRET);
      expect(everything).not.toContain('root:x:0');
    },
    60_000,
  );

  /** Tried one after the other in one Python: starting one for each would cost minutes. */
  const IN_PYTHON: [what: string, code: string][] = [
    ['read the passwords', 'open("/etc/passwd").read()'],
    ['read beside the home', 'open("$PARENT/rahasia.txt").read()'],
    ['climb out', 'open("../" * 20 + "etc/passwd").read()'],
    ['follow a link out', 'import os; os.symlink("$PARENT/rahasia.txt", "t"); open("t").read()'],
    ['read the process', 'open("/proc/self/environ").read()'],
    ['start a program', 'import subprocess; subprocess.run(["cat", "/etc/passwd"], check=True)'],
    ['fork', 'import os; os.fork()'],
    ['become another program', 'import os; os.execv("/bin/sh", ["sh"])'],
    ['reach JavaScript', 'import js; js.process.env'],
    ['reach it through Pyodide', 'import pyodide_js; pyodide_js.FS'],
    ['make JavaScript of text', 'from pyodide.code import run_js; run_js("process.env")'],
    ['load a library', 'import ctypes; ctypes.CDLL("libc.so.6")'],
    ['mount a folder', 'import pyodide_js; pyodide_js.mountNodeFS("/mnt", "/")'],
    ['open a socket', 'import socket; socket.create_connection(("127.0.0.1", 22), 1)'],
    ['fetch a file', 'import urllib.request; urllib.request.urlopen("file:///etc/passwd").read()'],
    ['recurse for ever', 'f = lambda: f(); f()'],
    ['install from the network', 'import micropip; micropip.install'],
  ];

  test('lets no Python out, whatever it tries', async () => {
    const tries = `import json
for what, code in json.loads(r"""${JSON.stringify(IN_PYTHON)}"""):
    try:
        exec(code, {})
        print("LOLOS", what)
    except BaseException as error:
        print("GAGAL", what + ":", type(error).__name__, str(error)[:100])`;
    const { said, everything } = await run('sandbox', 'python', tries);
    expect(said).not.toMatch(/LOLOS/);
    for (const [what] of IN_PYTHON) expect(said).toMatch(new RegExp(`GAGAL ${what}: \\w+`));
    expect(everything).not.toContain(SECRET);
    expect(everything).not.toContain('root:x:0');
  }, 60_000);

  test.each<[string, Language, string]>([
    ['the environment', 'shell', 'env; printenv; set; echo "[$RAHASIA_LINGKUNGAN][$SECRET_KUNCI]"'],
    ['the environment', 'python', 'import os\nprint(dict(os.environ), os.getenv("SECRET_KUNCI"))'],
  ])(
    'shows nothing of %s (%s)',
    async (_, language, script) => {
      const { everything } = await run('sandbox', language, script);
      expect(everything).not.toContain(SECRET);
      expect(everything).not.toContain(Buffer.from(SECRET).toString('base64'));
    },
    60_000,
  );

  test.each<[string, Language, string, string[]]>([
    ['a pattern that climbs', 'shell', 'echo x > x.txt', ['../*', '../../**', '/etc/*', '/etc/passwd']],
    ['a link', 'python', 'import os\nos.symlink("/etc/passwd", "t.txt")', ['*.txt']],
  ])(
    'hands nothing on by %s',
    async (_, language, script, outputFiles) => {
      const { everything } = await run('sandbox', language, script, { outputFiles });
      expect(everything).not.toContain('root:x:0');
      expect(everything).not.toContain(SECRET);
    },
    60_000,
  );
});

describe('the runner process', () => {
  test('does not hand on what a link points to', async () => {
    const { everything } = await run(
      'process',
      'shell',
      'ln -s "$PARENT/rahasia.txt" t.txt; ln -s "$PARENT" d; echo ok > x.txt',
      {
        outputFiles: ['**'],
      },
    );
    expect(everything).not.toContain(SECRET);
    expect(everything).toContain('x.txt');
  }, 30_000);

  test.each<[Language, string]>([
    ['shell', 'env; echo "[$RAHASIA_LINGKUNGAN][$SECRET_KUNCI][$HOME]"'],
    ['python', 'import os\nprint(dict(os.environ))'],
  ])(
    'gives %s no environment of ours',
    async (language, script) => {
      const { everything } = await run('process', language, script);
      expect(everything).not.toContain(SECRET);
      expect(everything).not.toContain(Buffer.from(SECRET).toString('base64'));
    },
    30_000,
  );

  test.each(['../evil.txt', '/tmp/evil.txt', 'a/../../evil.txt'])(
    'refuses an input file named %s',
    async (name) => {
      const { state, said } = await run('process', 'shell', 'ls', { inputFiles: { [name]: 'x' } });
      expect(state).toBe('FAILED');
      expect(said).toMatch(/keluar dari folder kerja/);
    },
    30_000,
  );

  test('ends with all that it started', async () => {
    const marker = `alur-${process.pid}-sisa`;
    const { state } = await run('process', 'shell', `(exec -a ${marker} sleep 600) >/dev/null 2>&1 & exit 3`, {
      interpreter: ['/bin/bash', '-c'],
    });
    expect(state).toBe('FAILED');
    // A killed process is still to be seen until the kernel gets round to it.
    const alive = () => readdirSync('/proc').filter((name) => /^\d+$/.test(name) && commandOf(name).includes(marker));
    await expect.poll(alive, { timeout: 5000 }).toEqual([]);
  }, 30_000);
});
