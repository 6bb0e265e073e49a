/** The terminal: exit codes, one JSON document on stdout, words on stderr. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alur-terminal-'));
  writeFileSync(
    join(folder, 'halo.yaml'),
    'id: halo\nnamespace: uji\ninputs:\n  - {id: nama, type: STRING}\ntasks:\n  - {id: a, type: io.kestra.plugin.core.log.Log, message: "Halo {{ inputs.nama }}"}\noutputs:\n  - {id: hasil, type: STRING, value: "{{ inputs.nama | upper }}"}\n',
  );
  writeFileSync(
    join(folder, 'gagal.yaml'),
    'id: gagal\nnamespace: uji\ntasks:\n  - {id: a, type: io.kestra.plugin.core.execution.Fail}\n',
  );
  writeFileSync(
    join(folder, 'salah.yaml'),
    'id: salah\nnamespace: uji\ntasks:\n  - {id: a, type: io.kestra.plugin.core.log.Log, mesage: x}\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function alur(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['alur', ...args.map((arg) => arg.replace('@/', `${folder}/`))],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}
const home = () => ['--home', join(folder, 'home')];

describe('exit codes', () => {
  test.each([
    [0, ['run', '@/halo.yaml', '-i', 'nama=Budi', ...['--home', '@/home']]],
    [1, ['run', '@/gagal.yaml', '--home', '@/home']],
    [2, ['run', '@/halo.yaml', '--home', '@/home']],
    [2, ['run', '@/salah.yaml', '--home', '@/home']],
    [2, ['validate', '@/salah.yaml']],
    [0, ['validate', '@/halo.yaml']],
    [0, ['render', '{{ 6 * 7 }}']],
    [1, ['render', '{{ tidak.ada }}']],
    [64, ['entah']],
    [64, ['run', '@/tidak-ada.yaml']],
    [64, ['check', 'lab-tidak-ada']],
    [0, ['--help']],
    [0, ['labs', 'list']],
  ])(
    '%i: %j',
    (code, args) => {
      expect(alur(...args).status).toBe(code);
    },
    30_000,
  );
});

describe('--json prints one document', () => {
  test('run', () => {
    const { stdout } = alur('run', '@/halo.yaml', '-i', 'nama=Budi', '--label', 'a=b', '--json', ...home());
    const execution = JSON.parse(stdout);
    expect(execution).toMatchObject({ flowId: 'halo', outputs: { hasil: 'BUDI' }, state: { current: 'SUCCESS' } });
    expect(execution.logs).toHaveLength(1);
    expect(execution.labels).toContainEqual({ key: 'a', value: 'b' });
  });
  test('an invalid flow', () => {
    const { diagnostics } = JSON.parse(alur('run', '@/salah.yaml', '--json', ...home()).stdout);
    expect(diagnostics[0]).toMatchObject({ code: 'unknown-property', line: 4, fix: { replacement: 'message' } });
  });
  test('validate', () => {
    expect(JSON.parse(alur('validate', '@/halo.yaml', '@/salah.yaml', '--json').stdout)).toHaveLength(2);
  });
  test('validate --fix mends slips in the file, and leaves what is a choice', () => {
    const file = join(folder, 'perbaiki.yaml');
    const text = (type: string, name: string, input: string) =>
      `id: a   # komentar\nnamespace: uji\ntasks:\n  - id: a\n    type: ${type}\n    ${name}: 'Halo {{ inputs.${input} }}'\ninputs:\n  - {id: nama, type: STRING}\n  - {id: sisa, type: INT}\n`;
    writeFileSync(file, text('io.kestra.plugin.core.log.Lo', 'mesage', 'nma'));
    const { status, stdout } = alur('validate', '--fix', file, '--json');
    const [entry] = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(entry.fixed.map(({ replacement }: { replacement: string }) => replacement)).toEqual([
      'io.kestra.plugin.core.log.Log',
      'inputs.nama',
      'message',
    ]);
    expect(entry.diagnostics).toMatchObject([{ code: 'unused-input', severity: 'hint', fix: { optional: true } }]);
    expect(readFileSync(file, 'utf8')).toBe(text('io.kestra.plugin.core.log.Log', 'message', 'nama'));
  });
  test('validate of several flows looks for subflows among them', () => {
    const file = join(folder, 'induk.yaml');
    const sub = (id: string) =>
      `  - {id: ${id}, type: io.kestra.plugin.core.flow.Subflow, namespace: uji, flowId: ${id}}\n`;
    writeFileSync(file, `id: induk\nnamespace: uji\ntasks:\n${sub('halo')}${sub('tiada')}`);
    const { status, stdout } = alur('validate', file, '@/halo.yaml', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)[0].diagnostics).toMatchObject([{ code: 'unknown-subflow', severity: 'hint', line: 5 }]);
  });
  test('check', () => {
    const { status, stdout } = alur('check', 'taksi-postgres', '--json');
    const verdict = JSON.parse(stdout);
    expect(status).toBe(1);
    expect(verdict).toMatchObject({ lab: '03-etl/02-taksi-postgres', passed: false });
    expect(verdict.checks[0]).toHaveProperty('title');
  }, 30_000);
});

test('help is Indonesian', () => {
  const { stdout } = alur('run', '--help');
  expect(stdout).toContain('Pemakaian:');
  expect(stdout).toContain('Pilihan:');
  expect(stdout).not.toMatch(/Usage|Options:/);
});

test('--namespace-files gives the flow the files of a folder, but not what its links point to', () => {
  mkdirSync(join(folder, 'nsf', 'q'), { recursive: true });
  writeFileSync(join(folder, 'nsf', 'q', 'satu.sql'), 'SELECT 1');
  symlinkSync('/etc/passwd', join(folder, 'nsf', 'tautan'));
  writeFileSync(
    join(folder, 'nsf.yaml'),
    "id: nsf\nnamespace: uji\ntasks:\n  - {id: a, type: io.kestra.plugin.core.log.Log, message: x}\noutputs:\n  - {id: isi, type: STRING, value: \"{{ read('q/satu.sql') }} {{ fileExists('tautan') }}\"}\n",
  );
  const { status, stdout } = alur('run', '@/nsf.yaml', '--namespace-files', '@/nsf', '--home', '@/home', '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout).outputs).toEqual({ isi: 'SELECT 1 false' });
  expect(alur('run', '@/nsf.yaml', '--namespace-files', '@/tidak-ada', '--home', '@/home').status).toBe(64);
}, 30_000);
