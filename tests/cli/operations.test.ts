/** Executions from one process to the next: paused in one, resumed, killed, restarted and replayed in another. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Execution, LogEntry } from '#engine/index.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alur-jeda-'));
  writeFileSync(
    join(folder, 'jeda.yaml'),
    `id: jeda
namespace: uji
tasks:
  - {id: sebelum, type: io.kestra.plugin.core.debug.Return, format: sudah}
  - id: tanya
    type: io.kestra.plugin.core.flow.Pause
    onResume:
      - {id: setuju, type: BOOLEAN}
  - {id: sesudah, type: io.kestra.plugin.core.debug.Return, format: "{{ outputs.tanya.onResume.setuju }}"}
`,
  );
  writeFileSync(
    join(folder, 'gagal.yaml'),
    `id: gagal
namespace: uji
tasks:
  - {id: a, type: io.kestra.plugin.core.debug.Return, format: "{{ execution.id }}"}
  - {id: b, type: io.kestra.plugin.core.execution.Fail, condition: "{{ taskrun.attemptsCount == 0 }}"}
`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function alur(...args: string[]) {
  const given = ['alur', ...args, '--home', join(folder, 'home')];
  const { status, stdout, stderr } = spawnSync(process.execPath, given, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

function json<T = Execution>(...args: string[]): { status: number | null; value: T } {
  const { status, stdout, stderr } = alur(...args, '--json');
  expect(stdout, stderr).not.toBe('');
  return { status, value: JSON.parse(stdout) as T };
}

const states = ({ taskRunList }: Execution) => taskRunList.map(({ taskId, state }) => `${taskId} ${state.current}`);

describe('paused in one process', () => {
  test('run ends with 3; resume checks what it is told, and goes on in another process', () => {
    const paused = json('run', join(folder, 'jeda.yaml'));
    expect([paused.status, paused.value.state.current]).toEqual([3, 'PAUSED']);
    const { id } = paused.value;
    expect(json<{ results: Execution[] }>('executions', '--state', 'PAUSED').value.results[0]?.id).toBe(id);
    expect(json('resume', id).status).toBe(2);
    const ended = json('resume', id, '-i', 'setuju=true');
    expect([ended.status, ...states(ended.value)]).toEqual([0, 'sebelum SUCCESS', 'tanya SUCCESS', 'sesudah SUCCESS']);
    expect(ended.value.taskRunList[2]?.outputs).toEqual({ value: 'true' });
    const again = alur('resume', id);
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('tidak sedang dijeda')]);
  }, 60_000);

  test('kill ends it, and what comes after it runs', () => {
    const text = readFileSync(join(folder, 'jeda.yaml'), 'utf8');
    const after = 'afterExecution:\n  - {id: akhir, type: io.kestra.plugin.core.flow.Sleep, duration: PT0.2S}\n';
    writeFileSync(join(folder, 'sesudah.yaml'), text.replace('id: jeda', 'id: sesudah') + after);
    const { id: one } = json('run', join(folder, 'sesudah.yaml')).value;
    expect(states(json('kill', one).value).at(-1)).toBe('akhir SUCCESS');

    const { id } = json('run', join(folder, 'jeda.yaml')).value;
    const killed = json('kill', id);
    expect([killed.status, killed.value.state.current]).toEqual([0, 'KILLED']);
    expect(alur('kill', id).status).toBe(1);
  }, 60_000);
});

test('restart runs what failed again, replay from a task keeps what stood before it', () => {
  const failed = json('run', join(folder, 'gagal.yaml'));
  expect(failed.status).toBe(1);
  const { id } = failed.value;
  const restarted = json('restart', id);
  expect([restarted.status, restarted.value.metadata.attemptNumber]).toEqual([0, 2]);
  const replayed = json('replay', id, '--task', 'b');
  expect([replayed.status, replayed.value.parentId]).toEqual([0, id]);
  expect(replayed.value.taskRunList[0]?.outputs).toEqual({ value: id });
  const lines = json<LogEntry[]>('logs', id, '--level', 'ERROR', '--task', 'b').value;
  expect(lines.map(({ message }) => message)).toContain('Task failure');
  expect(alur('logs', 'tidak-ada').status).toBe(1);
}, 60_000);

test('kv keeps its types from one process to the next', () => {
  expect(alur('kv', 'set', 'uji', 'angka', '42').status).toBe(0);
  expect(json('kv', 'get', 'uji', 'angka').value).toEqual({ key: 'angka', value: 42 });
  expect(json('kv', 'list', 'uji').value).toEqual([{ key: 'angka' }]);
  expect(alur('kv', 'delete', 'uji', 'angka').status).toBe(0);
  expect(alur('kv', 'get', 'uji', 'angka').status).toBe(1);
}, 60_000);

test.each([
  ['logs', 'x', '--level', 'keras'],
  ['logs', 'x', '--from', 'satu'],
  ['executions', '--limit', '-1'],
  ['executions', '--state', 'JALAN'],
])('%s %s %s %s is wrong usage, said with what there is', (...args) => {
  const { status, stderr } = alur(...args);
  expect([status, stderr]).toEqual([64, expect.stringMatching(/tidak dikenal. Yang ada|harus angka/)]);
});
