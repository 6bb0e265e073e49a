/**
 * Ways out by archives, addresses, names and messages: from flows and from scripts. None succeeds; each ends in an error that says so, or
 * in a plain value that does no harm. A server of this test's own stands for whatever a flow could be lured to.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createEngine, type Engine } from '#engine/index.ts';

/** Python's start in the sandbox takes its time on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const SECRET = 'rahasia-di-luar-dunia';
let parent: string;
let server: Server;
let U = '';
const engines: Partial<Record<'sandbox' | 'process', Engine>> = {};

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'alur-dunia-'));
  writeFileSync(join(parent, 'rahasia.txt'), SECRET);
  const bomb = gzipSync(Buffer.alloc(600 * 1024 * 1024), { level: 9 });
  server = createServer((request, response) => {
    const to = new URL(request.url ?? '/', 'http://x').searchParams.get('to');
    if (to !== null) return void response.writeHead(302, { location: to }).end();
    if (request.url === '/bom') return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    response.end('x');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  U = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
  const env = { SECRET_KUNCI: Buffer.from(SECRET).toString('base64') };
  for (const runner of ['sandbox', 'process'] as const)
    engines[runner] = createEngine(createNodeHost({ home: join(parent, runner), runner, env }));
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  for (const engine of Object.values(engines)) await engine.close();
  expect(readdirSync(parent).sort()).toEqual(['process', 'rahasia.txt', 'sandbox']);
  rmSync(parent, { recursive: true, force: true });
});

async function run(task: Record<string, unknown>, runner: 'sandbox' | 'process' = 'sandbox') {
  const engine = engines[runner];
  if (!engine) throw new Error('no engine');
  const written = JSON.stringify({ id: 'a', ...task }).replaceAll('$U', U);
  const { id } = await engine.start(await engine.deploy(`id: dunia\nnamespace: uji\ntasks:\n  - ${written}\n`));
  const execution = await engine.wait(id);
  const logs = await engine.logs(id);
  return {
    state: execution.state.current,
    outputs: execution.taskRunList[0]?.outputs ?? {},
    said: logs.map(({ message, explanation = '' }) => `${message}\n${explanation}`).join('\n'),
    everything: JSON.stringify([execution, logs]),
  };
}

const CORE = 'io.kestra.plugin.core';
const SHELL = 'io.kestra.plugin.scripts.shell.Script';
const PYTHON = 'io.kestra.plugin.scripts.python.Script';
const METADATA = 'http://169.254.169.254/latest/meta-data/iam/';
const REFUSED = /is not allowed[\s\S]*layanan metadata cloud/;

describe('to the metadata of a cloud goes nobody', () => {
  test.each<[string, Record<string, unknown>]>([
    ['Request', { type: `${CORE}.http.Request`, uri: METADATA }],
    ['Download', { type: `${CORE}.http.Download`, uri: METADATA }],
    ['a redirect', { type: `${CORE}.http.Download`, uri: `$U/?to=${encodeURIComponent(METADATA)}` }],
    [
      'the name at Google',
      { type: `${CORE}.http.Request`, uri: 'http://metadata.google.internal/computeMetadata/v1/' },
    ],
    ['the number in hexadecimal', { type: `${CORE}.http.Request`, uri: 'http://0xA9FEA9FE/latest/' }],
    ['the number as one', { type: `${CORE}.http.Request`, uri: 'http://2852039166/latest/' }],
    ['the address in IPv6', { type: `${CORE}.http.Request`, uri: 'http://[::ffff:169.254.169.254]/latest/' }],
    ['another IPv6', { type: `${CORE}.http.Request`, uri: 'http://[fd00:ec2::254]/latest/' }],
    ['capitals and a dot', { type: `${CORE}.http.Request`, uri: 'http://METADATA.google.internal./' }],
    ['curl', { type: SHELL, script: `curl -sS ${METADATA}` }],
    ['wget', { type: SHELL, script: `wget -O- ${METADATA}` }],
    ['curl by a redirect', { type: SHELL, script: `curl -sSL '$U/?to=${METADATA}'` }],
    ['requests', { type: PYTHON, script: `import requests\nrequests.get("${METADATA}")` }],
  ])('by %s', async (_, task) => {
    const { state, said } = await run(task);
    expect(state).toBe('FAILED');
    expect(said).toMatch(REFUSED);
  });

  test('by http() of an expression', async () => {
    const { state, said } = await run({ type: `${CORE}.debug.Return`, format: `{{ http('${METADATA}') }}` });
    expect(state).toBe('FAILED');
    expect(said).toContain('Access to 169.254.169.254 is not allowed');
  });
});

describe('a file of this computer is no answer', () => {
  test.each<[string, Record<string, unknown>]>([
    ['a redirect', { type: `${CORE}.http.Download`, uri: '$U/?to=file:///etc/passwd' }],
    ['curl', { type: SHELL, script: 'curl -sS file:///etc/passwd' }],
    ['curl by a redirect', { type: SHELL, script: "curl -sSL '$U/?to=file:///etc/passwd'" }],
    ['requests', { type: PYTHON, script: 'import requests\nrequests.get("file:///etc/passwd")' }],
    ['urllib', { type: PYTHON, script: 'import urllib.request\nurllib.request.urlopen("file:///etc/passwd").read()' }],
  ])('%s', async (_, task) => {
    const { state, everything } = await run(task);
    expect(state).toBe('FAILED');
    expect(everything).not.toContain('root:x:0');
  });
});

describe('archives stay in the folder', () => {
  /** Tried one after the other in one Python: starting one for each would cost minutes. */
  const ARCHIVES = `import io, os, tarfile, zipfile, gzip
def zipped(name, content=b"x"):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive: archive.writestr(name, content)
    return zipfile.ZipFile(data)
def tarred(entries):
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name, kind, link in entries:
            entry = tarfile.TarInfo(name); entry.type = kind; entry.linkname = link; entry.size = 0
            archive.addfile(entry)
    data.seek(0)
    return tarfile.open(fileobj=data)
tries = {
    "zip that climbs": lambda: (zipped("../../../$PARENT/evil").extractall(), open("$PARENT/evil")),
    "zip at the root": lambda: (zipped("/$PARENT/evil").extractall(), open("$PARENT/evil")),
    "tar that climbs": lambda: tarred([("../../../evil", tarfile.REGTYPE, "")]).extractall(),
    "tar at the root": lambda: (tarred([("/etc/evil", tarfile.REGTYPE, "")]).extractall(), open("/etc/evil")),
    "tar with a link out": lambda: tarred([("l", tarfile.SYMTYPE, "/etc/passwd")]).extractall(),
    "tar with a hard link": lambda: tarred([("h", tarfile.LNKTYPE, "../../etc/passwd")]).extractall(),
    "tar with a device": lambda: tarred([("d", tarfile.CHRTYPE, "")]).extractall(),
    "zip bomb": lambda: [zipped("b", bytes(200_000_000)).read("b") for _ in range(40) if not keep.append(bytearray(200_000_000))],
}
keep = []
for what, attempt in tries.items():
    try:
        attempt()
        print("LOLOS", what)
    except BaseException as error:
        keep.clear()
        print("GAGAL", what, type(error).__name__)`;

  test('in Python of the sandbox', async () => {
    const { said, outputs } = await run({
      type: PYTHON,
      script: ARCHIVES.replaceAll('$PARENT', parent),
      outputFiles: ['**'],
    });
    expect(said).not.toMatch(/LOLOS/);
    expect(said.match(/^GAGAL/gm)).toHaveLength(8);
    expect(JSON.stringify(outputs)).not.toMatch(/passwd/);
    expect(existsSync(join(parent, 'evil'))).toBe(false);
  }, 60_000);

  test('a bomb of gzip is too large for the shell', async () => {
    const { state, said } = await run({ type: SHELL, script: 'curl -sS $U/bom > b' });
    expect(state).toBe('FAILED');
    expect(said).toMatch(/is too large/);
  }, 60_000);
});

describe('names and messages are only names and messages', () => {
  test.each(['a\nb.txt', 'a\u0000b', 'a\\..\\b', '', '.', '..', '/', 'x/../../y', 'a'.repeat(2000)])(
    'an input file named %j',
    async (name) => {
      const { state, said, everything } = await run({ type: SHELL, script: 'ls', inputFiles: { [name]: 'x' } });
      if (state !== 'SUCCESS') expect(said).toMatch(/Invalid file name|terlalu panjang/);
      expect(everything).not.toContain(SECRET);
    },
  );

  test('an output file with a line break in its name keeps to its place', async () => {
    const { state, outputs } = await run({
      type: PYTHON,
      script:
        'open("a\\n::{\\"outputs\\":{\\"x\\":1}}::.txt", "w").write("isi")\nopen("..%2f..%2fb", "w").write("isi")',
      outputFiles: ['**'],
    });
    expect(state).toBe('SUCCESS');
    expect(outputs.vars).toEqual({});
    for (const uri of Object.values(outputs.outputFiles as Record<string, string>))
      expect(uri).toMatch(/^kestra:\/\/\/uji\/dunia\/executions\/\w+\/tasks\/a\/\w+\/[\w.-]+$/);
  });

  test('outputs can not reach the prototype of anything', async () => {
    const { state, outputs } = await run({
      type: SHELL,
      script: `echo '::{"outputs":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}::'`,
    });
    expect(state).toBe('SUCCESS');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(Reflect.get(outputs, 'polluted')).toBeUndefined();
  });

  test('a secret that a script prints is masked', async () => {
    const { state, everything } = await run({ type: SHELL, script: 'echo "[{{ secret(\'KUNCI\') }}]" >&2; exit 1' });
    expect(state).toBe('FAILED');
    expect(everything).not.toContain(SECRET);
  });
});

describe('the runner process', () => {
  test.each<[string, string]>([
    ['its parent', 'cat /proc/$PPID/environ'],
    ['itself', 'cat /proc/self/environ'],
    ['the first process', 'cat /proc/1/environ'],
    ['the variables of the shell', 'set; export -p'],
  ])('shows nothing of our environment in %s', async (_, script) => {
    const { everything } = await run({ type: SHELL, script: `${script} | tr '\\0' '\\n'` }, 'process');
    expect(everything).not.toContain(Buffer.from(SECRET).toString('base64'));
    expect(everything).not.toContain('VITEST');
  });

  test('a bomb of processes ends, and the next script runs', async () => {
    const { state, said } = await run({ type: SHELL, script: 'while :; do sleep 600 & done' }, 'process');
    expect([state, /proses berjalan bersamaan|Cannot fork|Resource/.test(said)]).toEqual(['FAILED', true]);
    expect((await run({ type: SHELL, script: 'echo hidup' }, 'process')).state).toBe('SUCCESS');
  }, 60_000);

  test('packages are installed beside the script, not into the computer', async () => {
    const { said } = await run(
      { type: SHELL, script: 'echo "$PIP_TARGET"; python3 -c "import sys; print(sys.path[1])"' },
      'process',
    );
    expect(said.match(/alur-script-\w+\/\.alur\/packages/g)).toHaveLength(2);
  });
});
