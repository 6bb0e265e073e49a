/** Script tasks from flow to outputs, on the sandbox of Node: what section 2 of Kestra's behaviour says of all of them. */
import { afterAll, expect, test } from 'vitest';
import { realClock } from '#engine/hosts/common/realClock.ts';
import { createMemoryHost } from '#engine/hosts/memory/index.ts';
import { createTableHttp } from '#engine/hosts/memory/tableHttp.ts';
import { createNodeSandbox } from '#engine/hosts/node/scripts/index.ts';
import { createEngine } from '#engine/index.ts';

const scripts = createNodeSandbox(createTableHttp({}));
const engine = createEngine(createMemoryHost({ clock: realClock, scripts }));
afterAll(async () => {
  await engine.close();
  await scripts.close();
});

async function run(tasks: string) {
  const { id } = await engine.start(await engine.deploy(`id: uji\nnamespace: uji\ntasks:\n${tasks}`));
  const execution = await engine.wait(id);
  const logs = await engine.logs(id);
  const last = execution.taskRunList.at(-1);
  return {
    state: execution.state.current,
    outputs: last?.outputs,
    said: (level: string) => logs.filter((entry) => entry.level === level).map(({ message }) => message),
    explained: logs.map(({ explanation = '' }) => explanation).join('\n'),
  };
}

test('commands share one shell; stderr is red and harmless; vars are always there', async () => {
  const { state, outputs, said } = await run(`  - id: a
    type: io.kestra.plugin.scripts.shell.Commands
    taskRunner: {type: io.kestra.plugin.core.runner.Process}
    beforeCommands: ["export A=1", "mkdir d"]
    commands: ["cd d", "echo $A {{ flow.id }} > x.txt", "pwd", "echo salah >&2"]
    outputFiles: ["d/*.txt"]
`);
  expect(state).toBe('SUCCESS');
  expect(outputs).toMatchObject({
    vars: {},
    exitCode: 0,
    outputFiles: { 'd/x.txt': expect.stringContaining('kestra:///') },
  });
  expect(said('INFO')[0]).toMatch(/\/d$/);
  expect(said('ERROR')).toEqual(['salah']);
});

test('a failure keeps outputs, and says its exit code', async () => {
  const { state, outputs, said } = await run(`  - id: a
    type: io.kestra.plugin.scripts.shell.Commands
    commands: ["echo '::{\\"outputs\\":{\\"x\\":1}}::'", "exit 3", "echo tidak"]
`);
  expect(state).toBe('FAILED');
  expect(outputs).toEqual({ vars: { x: 1 }, exitCode: 3, outputFiles: {} });
  expect(said('ERROR')).toContain('Command failed with exit code 3');
  expect(said('INFO')).toEqual([]);
});

test('files go from task to task by their address', async () => {
  const { state, outputs } = await run(`  - id: a
    type: io.kestra.plugin.scripts.shell.Script
    script: echo 20 > a.txt
    outputFiles: [a.txt]
  - id: b
    type: io.kestra.plugin.scripts.python.Script
    inputFiles:
      masuk.txt: "{{ outputs.a.outputFiles['a.txt'] }}"
      kosong.txt: null
    script: |
      import os
      from kestra import Kestra
      sama = open("{{ outputs.a.outputFiles['a.txt'] }}").read()
      Kestra.outputs({"n": int(open("masuk.txt").read()) + int(sama), "ada": os.path.exists("kosong.txt")})
      print(open("{{ workingDir }}/masuk.txt").read())
`);
  expect({ state, outputs }).toMatchObject({ state: 'SUCCESS', outputs: { vars: { n: 40, ada: false } } });
});

test('commands before a Python script run in the same place', async () => {
  const { state, outputs } = await run(`  - id: a
    type: io.kestra.plugin.scripts.python.Script
    beforeCommands: ["pip install requests kestra", "echo 7 > n.txt", "export A=1"]
    script: |
      import os
      from kestra import Kestra
      Kestra.outputs({"n": open("n.txt").read().strip() + os.environ["A"]})
`);
  expect({ state, outputs }).toMatchObject({ state: 'SUCCESS', outputs: { vars: { n: '71' }, outputFiles: {} } });
});

test('a package that is not there fails before the script starts', async () => {
  const { state, said } = await run(`  - id: a
    type: io.kestra.plugin.scripts.python.Script
    beforeCommands: ["pip install pandas"]
    script: print("tidak")
`);
  expect(state).toBe('FAILED');
  expect(said('ERROR').join('\n')).toContain('pandas tidak bisa dipasang');
  expect(said('INFO')).toEqual([]);
});

test('python commands run the files they are given', async () => {
  const { state, said } = await run(`  - id: a
    type: io.kestra.plugin.scripts.python.Commands
    inputFiles: '{"utama.py": "import sys; print(sys.argv[1])"}'
    commands: ["python utama.py halo"]
`);
  expect(state).toBe('SUCCESS');
  expect(said('INFO')).toEqual(['halo']);
});

test.each(['commands', 'beforeCommands'])(
  'a command in %s that YAML reads as a map is said to be one',
  async (property) => {
    const { state, explained } = await run(
      `  - id: a
    type: io.kestra.plugin.scripts.shell.Commands
    commands: [echo a]
    ${property}:
      - python3 -c "for i in range(3): print(i)"
`.replace(property === 'commands' ? '    commands: [echo a]\n' : '\0', ''),
    );
    expect(state).toBe('FAILED');
    expect(explained).toContain('terbaca sebagai map');
  },
);

test.each(['../a.txt', '/etc/a.txt', 'a/../../b'])('an input file named %s is refused', async (name) => {
  const { state, said } = await run(`  - id: a
    type: io.kestra.plugin.scripts.shell.Script
    inputFiles: {"${name}": x}
    script: echo tidak
`);
  expect(state).toBe('FAILED');
  expect(said('ERROR').join('\n')).toContain('Invalid file name');
});

test("the host's own files are refused", async () => {
  const { state, explained } = await run(`  - id: a
    type: io.kestra.plugin.scripts.shell.Script
    inputFiles: {a: "file:///etc/passwd"}
    script: cat a
`);
  expect(state).toBe('FAILED');
  expect(explained).toContain('tidak bisa dibaca dari sebuah flow');
});
