/** Bad input of every kind ends in a clear error with its cause, and the engine lives on. In Node; the browser has tests of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createEngine, type Engine, InputError, InvalidFlowError, parseFlow } from '#engine/index.ts';

let home: string;
let engine: Engine;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'alur-buruk-'));
  engine = createEngine(createNodeHost({ home }));
});
afterAll(async () => {
  await engine.close();
  rmSync(home, { recursive: true, force: true });
});

const flow = (tasks: string, more = '') => `id: buruk\nnamespace: uji\n${more}tasks:\n${tasks}`;
const shell = (script: string) =>
  flow(`  - id: a\n    type: io.kestra.plugin.scripts.shell.Script\n    script: |\n      ${script}\n`);
const python = (script: string) =>
  flow(
    `  - id: a\n    type: io.kestra.plugin.scripts.python.Script\n    script: |\n${script.replace(/^/gm, '      ')}\n`,
  );
const sql = (text: string) =>
  flow(
    `  - id: a\n    type: io.kestra.plugin.jdbc.postgresql.Queries\n    url: jdbc:postgresql://localhost:5432/uji\n    sql: ${JSON.stringify(text)}\n`,
  );

async function run(source: string) {
  const { id } = await engine.start(await engine.deploy(source));
  const { state } = await engine.wait(id);
  const errors = await engine.logs(id, { minLevel: 'WARN' });
  return {
    state: state.current,
    said: errors.map(({ message, explanation = '' }) => `${message}\n${explanation}`).join('\n'),
  };
}

describe('refused before anything starts', () => {
  test('broken YAML, with its place', async () => {
    const { diagnostics } = parseFlow('id: a\nnamespace: b\ntasks:\n  - id: x\n   type: y\n');
    expect(diagnostics[0]).toMatchObject({ severity: 'error', line: 5 });
    await expect(engine.deploy('id: [')).rejects.toThrow(InvalidFlowError);
  });

  test.each([
    [
      'aliases',
      `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`)
        .join('\n')}\n`,
    ],
    ['brackets', `a: ${'['.repeat(100_000)}`],
    ['size', `a: ${'x'.repeat(2_000_000)}`],
  ])('a YAML bomb of %s, at once', (_, bomb) => {
    const { flow: made, diagnostics } = parseFlow(bomb);
    expect(made).toBeUndefined();
    expect(diagnostics.length).toBeGreaterThan(0);
  });

  test('forty thousand keys are read, not compared each with each', () => {
    const keys = Array.from({ length: 40_000 }, (_, index) => `  k${index}: v`).join('\n');
    expect(parseFlow(`id: a\nnamespace: b\nvariables:\n${keys}\n  k7: lagi\n`).diagnostics[0]).toMatchObject({
      code: 'yaml-duplicate-key',
      line: 40_004,
    });
  });

  test('a missing input', async () => {
    const at = await engine.deploy(
      flow(
        '  - {id: a, type: io.kestra.plugin.core.debug.Return}\n',
        'inputs:\n  - {id: x, type: INT}\n  - {id: y, type: STRING}\n',
      ),
    );
    const refused = engine.start(at, { inputs: { x: 'abc' } });
    await expect(refused).rejects.toThrow(InputError);
    await expect(refused).rejects.toMatchObject({ problems: [{ input: 'x' }, { input: 'y' }] });
  });
});

describe('fails with its cause', () => {
  test.each([
    [
      'an unreachable address',
      flow('  - {id: a, type: io.kestra.plugin.core.http.Download, uri: "http://127.0.0.1:9/x.csv"}\n'),
      /127\.0\.0\.1/,
    ],
    [
      'an address that answers 404',
      flow(
        '  - {id: a, type: io.kestra.plugin.core.http.Download, uri: "https://github.com/DataTalksClub/nyc-tlc-data/releases/download/green/green_tripdata_2030-01.csv.gz"}\n',
      ),
      /404/,
    ],
    [
      'a truncated gzip',
      shell(
        'wget -qO- https://github.com/DataTalksClub/nyc-tlc-data/releases/download/green/green_tripdata_2019-01.csv.gz | head -c 1000 | gunzip > x',
      ),
      /unexpected end of file/,
    ],
    ['an SQL error', sql('SELECT * FROM tidak_ada'), /relation "tidak_ada" does not exist/],
    ['an exit code', shell('exit 3'), /exit code 3/],
    ['a Python error with its line', python('x = 1\nraise ValueError("aduh")'), /line 2[\s\S]*ValueError: aduh/],
    [
      'another server',
      flow(
        '  - {id: a, type: io.kestra.plugin.jdbc.postgresql.Query, url: "jdbc:postgresql://lain:5432/x", sql: select 1}\n',
      ),
      /connection attempt failed/,
    ],
  ])(
    '%s',
    async (_, source, expected) => {
      const { state, said } = await run(source);
      expect(state).toBe('FAILED');
      expect(said).toMatch(expected);
    },
    30_000,
  );

  test('a CSV that lacks a column', async () => {
    const { state, said } = await run(
      flow(`  - {id: buat, type: io.kestra.plugin.jdbc.postgresql.Queries, sql: "DROP TABLE IF EXISTS t; CREATE TABLE t (a int, b int)"}
  - id: tulis
    type: io.kestra.plugin.scripts.shell.Commands
    outputFiles: [x.csv]
    commands: ['printf "a,b\\n1\\n" > x.csv']
  - {id: salin, type: io.kestra.plugin.jdbc.postgresql.CopyIn, from: "{{ outputs.tulis.outputFiles['x.csv'] }}", table: t, format: CSV, header: true}
`) +
        'pluginDefaults:\n  - type: io.kestra.plugin.jdbc.postgresql\n    values: {url: "jdbc:postgresql://localhost:5432/uji"}\n',
    );
    expect(state).toBe('FAILED');
    expect(said).toMatch(/missing data for column "b"/);
  }, 30_000);
});

describe('is stopped by hand', () => {
  test.each([
    ['shell', shell('while true; do true; done')],
    ['Python', python('while True:\n    pass')],
    ['SQL', sql('SELECT count(*) FROM generate_series(1, 1000000000000)')],
  ])(
    'an endless loop in %s',
    async (_, source) => {
      const { id } = await engine.start(await engine.deploy(source));
      for await (const event of engine.follow(id)) {
        if (event.type === 'taskRun' && event.state === 'RUNNING') break;
      }
      await engine.kill(id);
      expect((await engine.wait(id)).state.current).toBe('KILLED');
      expect((await run(sql('SELECT 1'))).state).toBe('SUCCESS');
    },
    60_000,
  );
});

test('output without end harms nobody: the log is cut, and says so', async () => {
  const { id } = await engine.start(await engine.deploy(shell('seq 1 400000')));
  const { state } = await engine.wait(id);
  const logs = await engine.logs(id);
  expect(state.current).toBe('SUCCESS');
  expect(logs.length).toBeLessThan(60_000);
  expect(logs.some(({ message }) => message.includes('terlalu panjang'))).toBe(true);
}, 60_000);

test.each([
  ['../x', /keluar dari folder/],
  ['/etc/x', /keluar dari folder/],
])(
  'a file named %s stays outside',
  async (path, expected) => {
    const { state, said } = await run(
      flow(
        `  - id: a\n    type: io.kestra.plugin.scripts.shell.Commands\n    inputFiles: {"${path}": hai}\n    commands: [ls]\n`,
      ),
    );
    expect(state).toBe('FAILED');
    expect(said).toMatch(expected);
  },
  30_000,
);

test.each([
  ['the JavaScript below Python', 'import js'],
  ['the loader', 'import pyodide_js'],
  ['code that runs JavaScript', 'from pyodide.code import run_js'],
  ['a package from the network', 'import micropip'],
])(
  'Python can not reach %s',
  async (_, script) => {
    expect((await run(python(script))).state).toBe('FAILED');
  },
  30_000,
);

test('a script sees nothing of the host', async () => {
  const { id } = await engine.start(await engine.deploy(shell('env; cat /etc/passwd || true; ls / | head -50')));
  await engine.wait(id);
  const text = (await engine.logs(id)).map(({ message }) => message).join('\n');
  expect(text).not.toContain(process.env.HOME === '/root' ? 'root:x:0' : (process.env.HOME ?? '?'));
  expect(text).not.toContain('npm_');
}, 30_000);
