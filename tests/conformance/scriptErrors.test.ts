/** The line that Python or the shell complains of, shown where the flow has it. The comment `# sini` stands there. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createEngine } from '#engine/index.ts';

/** Python's start in the sandbox takes its time on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

const CASES: [what: string, source: string][] = [
  [
    'a Python script',
    'python.Script\n    script: |\n      x = 1\n\n      def f():\n          return x / 0  # sini\n      f()\n',
  ],
  [
    'a script with an expression before it',
    'python.Script\n    script: |\n      x = "{{ flow.id }}"\n      kosong  # sini\n',
  ],
  ['Python that can not be read', 'python.Script\n    script: |\n      x = 1\n      if x  # sini\n        pass\n'],
  [
    'a script behind commands',
    'python.Script\n    beforeCommands: [echo hai]\n    script: |\n      print(1)\n      {}["a"]  # sini\n',
  ],
  [
    'the innermost line of the flow, not the library',
    'python.Script\n    script: |\n      import json\n      json.loads("{")  # sini\n',
  ],
  [
    'a file of the flow',
    'python.Commands\n    inputFiles:\n      a/utama.py: |\n        def g():\n          [][1]  # sini\n        g()\n    commands:\n      - python a/utama.py\n',
  ],
  [
    'a file that the script imports',
    'python.Script\n    inputFiles:\n      bantu.py: |\n        def g():\n          [][1]  # sini\n    script: |\n      import bantu\n      bantu.g()\n',
  ],
  ['a shell script', 'shell.Script\n    script: |\n      echo satu\n      perintahaneh  # sini\n'],
  [
    'one of many commands',
    'shell.Commands\n    beforeCommands: ["echo a"]\n    commands:\n      - echo b\n      - |\n        echo c\n        perintahaneh  # sini\n',
  ],
  [
    'a script with an interpreter',
    'shell.Script\n    interpreter: [/bin/bash, -c]\n    script: |\n      echo a\n      perintahaneh  # sini\n',
  ],
];

const IN_PROCESS_ONLY = new Set([
  'a script with an expression before it',
  'a script behind commands',
  'the innermost line of the flow, not the library',
  'a file that the script imports',
]);

describe.each(['sandbox', 'process'] as const)('in the runner %s', (runner) => {
  const home = mkdtempSync(join(tmpdir(), 'alur-baris-'));
  const engine = createEngine(createNodeHost({ home, runner }));
  afterAll(async () => {
    await engine.close();
    rmSync(home, { recursive: true, force: true });
  });

  async function failed(task: string) {
    const source = `id: baris\nnamespace: uji\ntasks:\n  - id: a\n    type: io.kestra.plugin.scripts.${task}`;
    const { id } = await engine.start(await engine.deploy(source));
    await engine.wait(id);
    const logs = await engine.logs(id, { minLevel: 'ERROR' });
    return { source, last: logs.at(-1) };
  }

  /** Starting Python in the sandbox takes a while: three of its cases stand for all. */
  const cases = CASES.filter(([what]) => runner === 'process' || !IN_PROCESS_ONLY.has(what));

  test.each(cases)('%s', async (_, task) => {
    const { source, last } = await failed(task);
    const line = source.split('\n').findIndex((text) => text.includes('# sini')) + 1;
    expect(last?.explanation).toContain(`Di baris ${line} flow ini. `);
    expect(last?.place).toMatchObject({ line });
  });

  test('no line is named where the script only gave a code', async () => {
    const { last } = await failed('shell.Script\n    script: exit 7\n');
    expect(last?.explanation).toBe('Script berhenti dengan kode 7. Baris log merah sebelumnya menyebut sebabnya.');
    expect(last?.place).toBeUndefined();
  });

  test('a module that is missing is said with what helps there', async () => {
    const { last } = await failed('python.Script\n    script: import pandas_tidak_ada\n');
    expect(last?.explanation).toMatch(
      runner === 'sandbox' ? /--runner process.*dependencies: \[pandas_tidak_ada\]/ : /Tulis `dependencies: \[pandas/,
    );
  });
});
