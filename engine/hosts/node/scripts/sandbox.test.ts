/** What a script may do in the sandbox, and what it must not reach. Every case is a program that a learner, or worse, may write. */
import { Worker } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTableHttp } from '../../memory/tableHttp.ts';
import { createSandbox } from '../../sandbox/sandbox.ts';
import { createNodeSandbox } from './index.ts';
import { launchThread } from './launch.ts';
import { pythonSetup } from './snapshot.ts';

const rows = Array.from({ length: 400_000 }, (_, at) => `${at},"é",${(at * 7919) % 1000}.25,2019-01-01 00:46:40`).join(
  '\n',
);
const packed = gzipSync(rows, { level: 1 });
const http = createTableHttp({
  'http://data/a.txt': { body: 'hai\n' },
  'http://data/rows.csv.gz': { body: packed },
  'http://data/cut.csv.gz': { body: packed.subarray(0, packed.length / 2) },
  'http://data/none.gz': { status: 404, body: 'Not Found' },
});
const sandbox = createNodeSandbox(http);

beforeAll(() => {
  process.env.RAHASIA_TUAN_RUMAH = 'sangat-rahasia';
});
afterAll(async () => {
  delete process.env.RAHASIA_TUAN_RUMAH;
  await sandbox.close();
});

interface Given {
  files?: Record<string, Uint8Array>;
  env?: Record<string, string>;
  signal?: AbortSignal;
  maxFileBytes?: number;
  onLine?: (text: string) => void;
}

async function run(language: 'shell' | 'python', program: string, given: Given = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const { exitCode, files } = await sandbox.run(
    {
      language,
      program,
      env: given.env ?? {},
      workingDirectory: '/tmp/kerja',
      files: given.files ?? {},
      collect: () => true,
      maxFileBytes: given.maxFileBytes ?? 100_000_000,
    },
    {
      line: (stream, text) => {
        given.onLine?.(text);
        (stream === 'stdout' ? out : err).push(text);
      },
    },
    given.signal ?? new AbortController().signal,
  );
  const text = (name: string) => new TextDecoder().decode(files[name]);
  return { exitCode, files, out, err, said: [...out, ...err].join('\n'), text };
}

const shell = (program: string, given?: Given) => run('shell', program, given);
const python = (program: string, given?: Given) => run('python', program, given);

describe('both languages', () => {
  const encoder = new TextEncoder();
  test.each([
    ['shell' as const, 'cat masuk.txt; echo salah >&2; echo "é $A" > keluar.txt; mkdir d; echo 2 > d/b.txt; exit 3'],
    [
      'python' as const,
      'import os, sys\nprint(open("masuk.txt").read().strip())\nprint("salah", file=sys.stderr)\nopen("keluar.txt", "w").write("é " + os.environ["A"] + "\\n")\nos.mkdir("d")\nopen("d/b.txt", "w").write("2\\n")\nsys.exit(3)',
    ],
  ])('%s: files in and out, streams, environment, exit code', async (language, program) => {
    const done = await run(language, program, { files: { 'masuk.txt': encoder.encode('masuk\n') }, env: { A: '1' } });
    expect(done).toMatchObject({ exitCode: 3, out: ['masuk'], err: ['salah'] });
    expect(Object.keys(done.files).sort()).toEqual(['d/b.txt', 'keluar.txt', 'masuk.txt']);
    expect(done.text('keluar.txt')).toBe('é 1\n');
  });

  test.each(['../a', '/etc/a', 'a/../../b', 'a\\b', ''])('an input file named %j is refused', async (name) => {
    await expect(shell('true', { files: { [name]: new Uint8Array() } })).rejects.toThrow('keluar dari folder kerja');
  });

  test.each([
    ['shell' as const, 'echo mulai; while true; do :; done'],
    ['shell' as const, 'echo mulai; sleep 1000'],
    ['python' as const, 'print("mulai", flush=True)\nwhile True: pass'],
    [
      'python' as const,
      'print("mulai", flush=True)\nwhile True:\n  try:\n    while True: pass\n  except BaseException: pass',
    ],
  ])('%s without end is stopped at once: %s', async (language, program) => {
    const controller = new AbortController();
    let stoppedAt = 0;
    const onLine = () => {
      stoppedAt = performance.now();
      controller.abort(new Error('dihentikan'));
    };
    await expect(run(language, program, { signal: controller.signal, onLine })).rejects.toThrow('dihentikan');
    expect(performance.now() - stoppedAt).toBeLessThan(1000);
  });

  test.each([
    ['shell' as const, 'x=$(printf "%0100000d" 0 | tr 0 x); i=0; while [ $i -lt 40 ]; do echo $x; i=$((i+1)); done'],
    ['python' as const, 'for i in range(40): print("x" * 1_000_000)'],
  ])('%s: a long line is cut', async (language, program) => {
    const { out } = await run(language, program);
    expect(out).toHaveLength(40);
    expect(out[0]).toMatch(/^x{65536} … \(baris dipotong/);
  });

  test.each([
    ['shell' as const, 'printf "%03000d" 0 > besar'],
    ['python' as const, 'open("besar", "wb").write(bytes(3000))'],
  ])('%s: files beyond the limit are an error', async (language, program) => {
    await expect(run(language, program, { maxFileBytes: 2000 })).rejects.toThrow(
      expect.objectContaining({ name: 'OutputTooLargeError', message: expect.stringContaining('terlalu besar') }),
    );
  });
});

describe('shell', () => {
  test('stops at the first failure with set -e, and cd persists', async () => {
    expect(await shell('set -e\ncd /tmp\npwd\nfalse\necho tidak')).toMatchObject({ exitCode: 1, out: ['/tmp'] });
  });

  test('a compressed file comes through unharmed', async () => {
    const { files, exitCode } = await shell('wget -qO- http://data/rows.csv.gz | gunzip > rows.csv');
    expect(exitCode).toBe(0);
    expect(Buffer.from(files['rows.csv'] ?? []).equals(Buffer.from(rows))).toBe(true);
  });

  test('a file that was cut off is said so', async () => {
    const { err, exitCode } = await shell('wget -qO- http://data/cut.csv.gz | gunzip > rows.csv');
    expect(err.join('\n')).toContain('gzip: stdin: unexpected end of file');
    expect(exitCode).toBe(1);
  });

  test('a missing address ends wget with 8, an unreachable one with 4', async () => {
    expect(await shell('wget -q http://data/none.gz')).toMatchObject({
      exitCode: 8,
      err: ['wget: http://data/none.gz: ERROR 404: Not Found.'],
    });
    expect(await shell('wget -q http://lain/')).toMatchObject({ exitCode: 4 });
    expect(await shell('curl -sSf http://data/none.gz')).toMatchObject({ exitCode: 22 });
    expect(await shell('curl -s http://data/a.txt')).toMatchObject({ exitCode: 0, out: ['hai'] });
  });

  test.each([
    ['a fork bomb', ':(){ :|:& };:', 'recursion'],
    ['a memory bomb', 'x=aaaaaaaaaaaaaaaa; while true; do x="$x$x"; done', ''],
  ])('%s ends by itself', async (_, program, word) => {
    const ended = await shell(program).then(
      ({ exitCode, said }) => (exitCode === 0 ? 'went well' : said),
      (error: Error) => error.message,
    );
    expect(ended).not.toBe('went well');
    expect(ended).toContain(word);
  });

  test('the host is not there: no environment, no disk, no process', async () => {
    const { said } = await shell(
      'env; cat /etc/passwd; ls /proc/1/environ; ls /root /home; cat /proc/self/environ; node -e 1; echo $PPID',
    );
    expect(said).not.toMatch(/sangat-rahasia|root:x|work\/main/);
  });

  test('a link out of the working directory hands nothing over', async () => {
    const { files } = await shell('ln -s /etc/passwd a; ln -s / b; echo 1 > c');
    expect(Object.keys(files)).toEqual(['c']);
  });

  test('python runs on the same files', async () => {
    const program =
      "echo 20 > a.txt\npython -c \"open('b.txt','w').write(str(int(open('a.txt').read())+1))\"\ncat b.txt";
    expect(await shell(program)).toMatchObject({ exitCode: 0, out: ['21'] });
    for (const line of [
      'pip install -q -t x pandas',
      'python3 -m pip install pandas',
      'uv pip install --system pandas',
    ])
      expect((await shell(line)).said).toMatch(/^.*Paket pandas tidak bisa dipasang/);
    expect((await shell('echo "requests>=2 # ini" > r.txt; pip install -r r.txt kestra && echo siap')).out).toContain(
      'siap',
    );
    expect((await shell("echo '[1,2]' | python3 -u -m json.tool --compact")).out).toEqual(['[1,2]']);
  });
});

describe('python', () => {
  test('an error keeps its traceback, with the line of the script', async () => {
    const { err, exitCode } = await python('print("a")\nraise ValueError("nope")');
    expect(exitCode).toBe(1);
    expect(err.join('\n')).toMatch(/line 2, in <module>\n {4}raise ValueError\("nope"\)\nValueError: nope$/);
  });

  test('kestra speaks by lines', async () => {
    const { out, exitCode } = await python(`from kestra import Kestra, Flow
Kestra.outputs({"a": 1})
Kestra.counter("n", 2, {"x": "y"})
Kestra.timer("t", 1.5)
Kestra.timer("lama", lambda selesai: selesai())
Kestra.gauge("g", 3)
log = Kestra.logger()
log.warning("awas %d", 5)
assert Kestra.logger() is log
print(Kestra.format({"outputs": {}}))
try:
    Flow()
except NotImplementedError as error:
    print("Subflow" in str(error))`);
    expect(exitCode).toBe(0);
    const metric = (name: string, type: string, value: unknown, tags = {}) => ({
      metrics: [{ name, type, value, tags }],
    });
    expect(out.slice(0, 6).map((line) => JSON.parse(line.slice(2, -2)))).toEqual([
      { outputs: { a: 1 } },
      metric('n', 'counter', 2, { x: 'y' }),
      metric('t', 'timer', 1.5),
      metric('lama', 'timer', expect.any(Number)),
      metric('g', 'gauge', 3),
      { logs: [{ level: 'WARN', message: 'awas 5' }] },
    ]);
    expect(out.slice(6)).toEqual(['::{"outputs": {}}::', 'True']);
  });

  const ASKING = `import requests
print("mulai")
answer = requests.get("http://data/a.txt", params=None, timeout=5)
print(answer.status_code, answer.text.strip(), answer.reason, answer, answer.headers.get("X-A"))
print(len(requests.get("http://data/rows.csv.gz").content))
try:
    requests.get("http://data/none.gz").raise_for_status()
except requests.exceptions.HTTPError as error:
    print(error, error.response.status_code == requests.codes.not_found)
try:
    requests.get("http://lain/")
except requests.ConnectionError as error:
    print(error)
try:
    answer.json()
except requests.exceptions.JSONDecodeError as error:
    print("bukan JSON", isinstance(error, ValueError))
try:
    requests.get("data/a.txt")
except requests.exceptions.MissingSchema as error:
    print(error)
with requests.Session() as session:
    session.headers.update({"x-a": "b"})
    print(session.get("http://data/a.txt").ok)`;
  const ANSWERED = [
    'mulai',
    '200 hai OK <Response [200]> None',
    String(packed.length),
    '404 Client Error: Not Found for url: http://data/none.gz True',
    expect.stringContaining('http://lain'),
    'bukan JSON True',
    "Invalid URL 'data/a.txt': No scheme supplied. Perhaps you meant https://data/a.txt?",
    'True',
  ];

  test('requests speaks through the host', async () => {
    expect((await python(ASKING)).out).toEqual(ANSWERED);
  });

  test('requests where the thread can not wait, as in a page: what was said is said once', async () => {
    const page = createSandbox({
      http,
      launch: (language) => launchThread(language, false),
      setup: async (language) => (language === 'python' ? pythonSetup() : undefined),
    });
    const out: string[] = [];
    await page.run(
      {
        language: 'python',
        program: `import requests
print('mulai')
print(requests.get('http://data/a.txt').text.strip())
print(requests.get('http://data/none.gz').status_code)`,
        env: {},
        workingDirectory: '/tmp/kerja',
        files: {},
        collect: () => true,
        maxFileBytes: 1,
      },
      { line: (_, text) => void out.push(text) },
      new AbortController().signal,
    );
    await page.close();
    expect(out).toEqual(['mulai', 'hai', '404']);
  }, 60_000);

  test('a memory bomb is a MemoryError', async () => {
    expect(await python('x = []\nwhile True: x.append(bytearray(50_000_000))')).toMatchObject({ exitCode: 1 });
  });

  test.each([
    ['os._exit', 'import os; os._exit(5)', 5],
    ['os.abort', 'import os; os.abort()', 134],
    ['endless recursion', 'def f(): f()\nf()', 1],
    ['no process', 'import subprocess; subprocess.run(["ls"])', 1],
    ['no socket', 'import socket; socket.create_connection(("127.0.0.1", 80), 1)', 1],
    ['no disk', 'open("/etc/passwd")', 1],
  ])('%s', async (_, program, exitCode) => {
    expect(await python(program)).toMatchObject({ exitCode });
  });

  test('100 MB of output in bounded memory', async () => {
    const before = process.memoryUsage().rss;
    let peak = 0;
    let lines = 0;
    const controller = new AbortController();
    await sandbox.run(
      {
        language: 'python',
        program: 'for i in range(100_000): print("x" * 1000)',
        env: {},
        workingDirectory: '/tmp/kerja',
        files: {},
        collect: () => true,
        maxFileBytes: 1,
      },
      {
        line: () => {
          lines++;
          if (lines % 1000 === 0) peak = Math.max(peak, process.memoryUsage().rss);
        },
      },
      controller.signal,
    );
    expect(lines).toBe(100_000);
    expect(peak - before).toBeLessThan(500_000_000);
  });

  const WAYS = [
    'js',
    'pyodide_js',
    'pyodide',
    'pyodide.code',
    'pyodide.http',
    'pyodide.ffi',
    'micropip',
    '_pyodide',
    '_pyodide_core',
  ];
  test('no module leads to JavaScript, even when what hides them is taken away', async () => {
    const program = `import importlib, sys
sys.meta_path[:] = [finder for finder in sys.meta_path if finder.__name__ != 'Closed'] if all(hasattr(f, '__name__') for f in sys.meta_path) else sys.meta_path[1:]
for name in [name for name in sys.modules if sys.modules[name] is None]:
    del sys.modules[name]
for name in ${JSON.stringify(WAYS)}:
    try:
        module = importlib.import_module(name)
        for key, value in vars(module).items():
            if type(value).__name__ == 'JsProxy' or key == 'eval_':
                print('LEAK', name, key)
        if hasattr(module, 'run_js'):
            print('LEAK', module.run_js('1'))
    except BaseException:
        pass
print('selesai')`;
    expect((await python(program)).out).toEqual(['selesai']);
  });

  test('no object that Python can find leads to JavaScript', async () => {
    const program = `import gc
todo, seen = list(gc.get_objects()), set()
while todo:
    thing = todo.pop()
    if id(thing) in seen:
        continue
    seen.add(id(thing))
    if type(thing).__name__ == 'JsProxy':
        print('LEAK', thing)
    todo.extend(gc.get_referents(thing))
print(len(seen) > 10_000)`;
    expect((await python(program)).out).toEqual(['True']);
  });
});

/** The second wall: were a script to get hold of the thread's own JavaScript, it would find nothing to use. */
test('a disarmed thread has no disk, no process, no network and no code from text', async () => {
  const disarm = new URL('./disarm.ts', import.meta.url).href;
  const doors = new URL('../../sandbox/doors.ts', import.meta.url).href;
  const source = `
    import { parentPort } from 'node:worker_threads';
    import fs from 'node:fs';
    import * as fsp from 'node:fs/promises';
    import { execSync } from 'node:child_process';
    import * as child from 'node:child_process';
    import net from 'node:net';
    import process from 'node:process';
    const { disarm } = await import(${JSON.stringify(disarm)});
    const { shutDoors } = await import(${JSON.stringify(doors)});
    const post = parentPort.postMessage.bind(parentPort);
    shutDoors(globalThis);
    disarm();
    const tries = {
      read: () => fs.readFileSync('/etc/passwd'),
      list: () => fs.readdirSync('/'),
      promises: () => fsp.readFile('/etc/passwd'),
      exec: () => child.execSync('id'),
      connect: () => net.connect(80),
      binding: () => process.binding('fs'),
      builtin: () => process.getBuiltinModule('fs'),
      eval: () => (0, eval)('1'),
      Function: () => Function('return 1')(),
      constructed: () => (() => 1).constructor('return 1')(),
      asynchronous: () => (async () => 1).constructor('return 1')(),
      fetch: () => fetch('http://data/'),
      process: () => globalThis.process.env,
    };
    const open = [];
    for (const [name, attempt] of Object.entries(tries)) {
      try { attempt(); open.push(name); } catch {}
    }
    post(open);`;
  const thread = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), { env: {} });
  const open = await new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
  });
  await thread.terminate();
  expect(open).toEqual([]);
});
