/** WorkingDirectory: one folder for all its tasks. The first tests need no script and are what a Kestra 1.1.15 answers; the last run scripts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createEngine, type Engine } from '#engine/index.ts';
import { P, result, runTasks, task, write } from './run.ts';

const local = (id: string, properties: Record<string, unknown> = {}) => ({
  id,
  type: `${P}.storage.LocalFiles`,
  ...properties,
});
const all = local('l', { outputs: ['**'] });
const wd = (properties: Record<string, unknown>, ...tasks: unknown[]) =>
  task('wd', 'flow.WorkingDirectory', { ...properties, tasks });
const pathsOf = (outputs: Record<string, unknown> | null | undefined): string[] =>
  Object.keys((outputs?.uris ?? {}) as object).sort();

describe('its folder', () => {
  test('goes from one task to the next', async () => {
    const { outputs } = await runTasks(wd({}, local('l1', { inputs: { 'x.txt': 'isi', 'y/z.csv': 'q' } }), all));
    expect(pathsOf(outputs.l)).toEqual(['x.txt', 'y/z.csv']);
    expect(outputs.wd).toEqual({});
  });

  test('is filled by inputFiles and handed on by outputFiles', async () => {
    const { outputs } = await runTasks(
      wd(
        { inputFiles: { 'a.txt': 'hai {{ flow.id }}', 'd/b.txt': 'x', 'n.txt': null }, outputFiles: ['*.txt'] },
        local('l', { outputs: ['a.txt'] }),
      ) + result("{{ read(outputs.wd.outputFiles['a.txt']) }}"),
    );
    expect(pathsOf(outputs.l)).toEqual(['a.txt']);
    expect(outputs.wd?.outputFiles).toEqual({ 'a.txt': expect.stringMatching(/^kestra:.*\/tasks\/wd\/.*-a\.txt$/) });
    expect(outputs.r?.value).toBe('hai uji');
  });

  test.each<[string, Record<string, unknown>, string[]]>([
    ['a file by its address', { inputFiles: { 'a.txt': '{{ outputs.w.uri }}' } }, ['a.txt']],
    ['a map that an expression gives', { inputFiles: "{{ {'a.txt': 'x'} }}" }, ['a.txt']],
    ['a namespace file', { inputFiles: { 'a.txt': 'nsfile:///dir/a.txt' } }, ['a.txt']],
    ['all namespace files', { namespaceFiles: { enabled: true } }, ['dir/a.txt', 'top.sql']],
    ['some of them', { namespaceFiles: { include: ['dir/**'] } }, ['dir/a.txt']],
    ['all but some', { namespaceFiles: { exclude: ['dir/**'] } }, ['top.sql']],
    ['none', { namespaceFiles: { enabled: false } }, []],
    [
      'a folder for each namespace',
      { namespaceFiles: { namespaces: ['uji'], folderPerNamespace: true, include: ['*.sql'] } },
      ['uji/top.sql'],
    ],
  ])('gets %s', async (_, properties, expected) => {
    const { state, outputs, said } = await runTasks(
      write('w', 'dari berkas') +
        task('u', 'namespace.UploadFiles', {
          namespace: 'uji',
          filesMap: { 'dir/a.txt': '{{ outputs.w.uri }}', 'top.sql': '{{ outputs.w.uri }}' },
        }) +
        wd(properties, all),
    );
    expect(state, said).toBe('SUCCESS');
    expect(pathsOf(outputs.l)).toEqual(expected);
  });

  test('inputFiles go over namespace files', async () => {
    const { outputs, logs } = await runTasks(
      write('w', 'namespace') +
        task('u', 'namespace.UploadFiles', { namespace: 'uji', filesMap: { 'a.txt': '{{ outputs.w.uri }}' } }) +
        wd({ namespaceFiles: {}, inputFiles: { 'a.txt': 'punya input' } }, all) +
        result("{{ read(outputs.l.uris['a.txt']) }}"),
    );
    expect(outputs.r?.value).toBe('punya input');
    expect(logs.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^Loaded 1 namespace files from 'uji' in 00:00:00\.\d{3}$/),
    );
  });

  test('is handed on although a task failed', async () => {
    const { state, outputs } = await runTasks(
      wd({ outputFiles: ['*.txt'] }, local('l1', { inputs: { 'x.txt': 'isi' } }), {
        id: 'f',
        type: `${P}.execution.Fail`,
      }),
    );
    expect(state).toBe('FAILED');
    expect(Object.keys((outputs.wd?.outputFiles ?? {}) as object)).toEqual(['x.txt']);
  });

  test('is uploaded by pattern', async () => {
    const { outputs } = await runTasks(
      wd(
        { inputFiles: { 'x.txt': 'x', 'a/b.txt': 'y' } },
        { id: 'u', type: `${P}.namespace.UploadFiles`, namespace: 'uji', files: ['**'], destination: '/t/' },
      ) + task('d', 'namespace.DownloadFiles', { namespace: 'uji', files: '**' }),
    );
    expect(Object.keys(outputs.d?.files ?? {})).toEqual(['/t/a/b.txt', '/t/x.txt']);
  });

  test.each<[string, Record<string, unknown>, RegExp]>([
    ['inputFiles that are a number', { inputFiles: 3 }, /Failed preExecuteTasks on WorkingDirectory/],
    [
      'a file that is not there',
      { inputFiles: { 'a.txt': 'kestra:///uji/uji/executions/x/tasks/y/z/n.txt' } },
      /tidak ada/,
    ],
    [
      'a file of this computer',
      { inputFiles: { 'a.txt': 'file:///etc/passwd' } },
      /Access to file:\/\/\/etc\/passwd is not allowed/,
    ],
    ['a name that climbs', { inputFiles: { '../a.txt': 'x' } }, /keluar dari folder kerja/],
  ])('is not made of %s', async (_, properties, expected) => {
    const { state, states, said } = await runTasks(wd(properties, all));
    expect(state).toBe('FAILED');
    expect(states).toEqual({ wd: 'FAILED' });
    expect(said).toMatch(expected);
  });
});

describe('with scripts', () => {
  let home: string;
  const engines: Engine[] = [];
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'alur-folder-'));
    engines.push(createEngine(createNodeHost({ home: join(home, 'sandbox') })));
    engines.push(createEngine(createNodeHost({ home: join(home, 'process'), runner: 'process' })));
  });
  afterAll(async () => {
    for (const engine of engines) await engine.close();
    rmSync(home, { recursive: true, force: true });
  });

  const shell = (id: string, command: string) => ({
    id,
    type: 'io.kestra.plugin.scripts.shell.Commands',
    commands: [command],
  });
  const flow = `id: folder
namespace: uji
tasks:
${wd(
  { inputFiles: { 'nama.txt': 'Bandung' }, outputFiles: ['hasil.txt', 'bekas.txt'] },
  shell('satu', 'echo "halo $(cat nama.txt)" > a.txt; echo sisa > bekas.txt'),
  {
    id: 'dua',
    type: 'io.kestra.plugin.scripts.python.Script',
    script: 'print(open("a.txt").read().strip().upper(), file=open("hasil.txt", "w"))',
  },
  shell('tiga', 'rm bekas.txt; test -f hasil.txt'),
).replace(/^/gm, '  ')}
${result("{{ read(outputs.wd.outputFiles['hasil.txt']) | trim }} {{ outputs.wd.outputFiles | keys }}").replace(/^/gm, '  ')}`;

  test.each(['sandbox', 'process'] as const)(
    'shell and Python share it in the runner %s; what one deletes is gone',
    async (runner) => {
      const engine = engines[runner === 'sandbox' ? 0 : 1];
      if (!engine) throw new Error('no engine');
      const { id } = await engine.start(await engine.deploy(flow));
      const { state, taskRunList } = await engine.wait(id);
      expect(state.current, JSON.stringify(await engine.logs(id, { minLevel: 'WARN' }))).toBe('SUCCESS');
      expect(taskRunList.at(-1)?.outputs?.value).toBe('HALO BANDUNG ["hasil.txt"]');
    },
    60_000,
  );

  test('a script gets namespace files', async () => {
    const [engine] = engines;
    if (!engine) throw new Error('no engine');
    const source = `id: nsf
namespace: uji
tasks:
${(
  write('w', 'SELECT 1') +
    task('u', 'namespace.UploadFiles', { namespace: 'uji', filesMap: { 'q/satu.sql': '{{ outputs.w.uri }}' } }) +
    `- ${JSON.stringify({ ...shell('s', 'echo "::{\\"outputs\\":{\\"isi\\":\\"$(cat q/satu.sql)\\"}}::"'), namespaceFiles: { enabled: true } })}\n`
).replace(/^/gm, '  ')}`;
    const { id } = await engine.start(await engine.deploy(source));
    const { taskRunList } = await engine.wait(id);
    expect(taskRunList.at(-1)?.outputs?.vars).toEqual({ isi: 'SELECT 1' });
  }, 60_000);
});
