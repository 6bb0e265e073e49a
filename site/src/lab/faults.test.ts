import { describe, expect, test } from 'vitest';
import { diagnosticTitles, type Execution, type LogEntry, parseFlow, type TaskRun } from '#engine/index.ts';
import { causeAndRemedy, faultsOfRun, faultsOfText, placedAnew } from './faults.ts';

describe('what is said becomes cause and remedy', () => {
  test.each([
    [
      'Task `a` tidak punya properti `mesage`. Maksudmu `message`?',
      'Task `a` tidak punya properti `mesage`.',
      'Maksudmu `message`?',
    ],
    ['Flow belum punya `tasks`.', 'Flow belum punya `tasks`.', undefined],
    [
      '`x.csv` tidak ada. Mungkin sudah dihapus. Periksa `from`. Lalu jalankan lagi.',
      '`x.csv` tidak ada. Mungkin sudah dihapus.',
      'Periksa `from`. Lalu jalankan lagi.',
    ],
    ['Periksa ejaannya.', 'Periksa ejaannya.', undefined],
  ])('%s', (text, cause, remedy) =>
    expect(causeAndRemedy(text)).toEqual({ cause, ...(remedy !== undefined && { remedy }) }),
  );
});

const flow = `id: coba
namespace: belajar
tasks:
  - id: a
    type: io.kestra.plugin.core.log.Log
    mesage: halo
  - id: b
    type: io.kestra.plugin.core.debug.Retrun
`;

test('a text with several errors gives a fault each, with place, cause, remedy and change', () => {
  const faults = faultsOfText(flow, parseFlow(flow).diagnostics, diagnosticTitles);
  expect(faults).toMatchObject([
    {
      line: 6,
      title: 'Baris 6: properti tidak dikenal',
      cause: expect.stringContaining('`mesage`'),
      change: { minus: 'mesage: halo', plus: 'message: halo' },
      apply: { replacement: 'message' },
    },
    { line: 8, title: 'Baris 8: type tidak dikenal' },
  ]);
  expect(new Set(faults.map(({ key }) => key)).size).toBe(faults.length);
});

const taskRun = (taskId: string, current: 'SUCCESS' | 'FAILED'): TaskRun => ({
  id: taskId,
  executionId: 'e',
  namespace: 'n',
  flowId: 'f',
  taskId,
  attempts: [],
  outputs: null,
  state: { current, histories: [], duration: '', startDate: '' },
});
const execution = (current: 'SUCCESS' | 'FAILED', ...taskRunList: TaskRun[]): Execution => ({
  id: 'e',
  namespace: 'n',
  flowId: 'f',
  flowRevision: 1,
  taskRunList,
  inputs: {},
  labels: [],
  state: { current, histories: [], duration: '', startDate: '' },
  originalId: 'e',
  deleted: false,
  metadata: { attemptNumber: 1, originalCreatedDate: '' },
});
const error = (message: string, taskId?: string, explanation?: string): LogEntry => ({
  namespace: 'n',
  flowId: 'f',
  executionId: 'e',
  timestamp: '',
  level: 'ERROR',
  message,
  ...(taskId !== undefined && { taskId }),
  ...(explanation !== undefined && { explanation }),
});
const tasks = [
  { id: 'a', type: 'io.kestra.plugin.scripts.python.Script', line: 4 },
  { id: 'b', type: 'io.kestra.plugin.jdbc.postgresql.Query', line: 7 },
];

describe('a run that failed', () => {
  test('says for the failed task the cause, the remedy, and what Postgres itself said', () => {
    const logs = [
      error('stderr of a task that went well', 'a'),
      error('relation "x" does not exist', 'b', 'Tabel `x` belum ada. Buat dulu dengan CREATE TABLE.'),
    ];
    expect(faultsOfRun(execution('FAILED', taskRun('a', 'SUCCESS'), taskRun('b', 'FAILED')), logs, tasks)).toEqual([
      {
        key: 'run e b',
        severity: 'error',
        task: 'b',
        line: 7,
        column: 1,
        title: 'Task b gagal',
        cause: 'Tabel `x` belum ada.',
        remedy: 'Buat dulu dengan CREATE TABLE.',
        raw: { title: 'Pesan asli Postgres', text: 'relation "x" does not exist' },
      },
    ]);
  });

  test('stands where in the text the database saw it, and moves with its task', () => {
    const logs = [{ ...error('relation "x" does not exist', 'b'), place: { line: 11, column: 8 } }];
    const faults = faultsOfRun(execution('FAILED', taskRun('b', 'FAILED')), logs, tasks);
    expect(faults).toMatchObject([{ line: 11, column: 8 }]);
    expect(placedAnew(faults, [{ id: 'b', line: 9 }])).toMatchObject([{ line: 13 }]);
  });

  test('does not blame a task whose failure was allowed', () => {
    const allowed: TaskRun = { ...taskRun('group', 'SUCCESS'), id: 'g' };
    const inner: TaskRun = { ...taskRun('a', 'FAILED'), parentTaskRunId: 'g' };
    const logs = [error('boleh', 'a'), error('tidak boleh', 'b')];
    const faults = faultsOfRun(execution('FAILED', allowed, inner, taskRun('b', 'FAILED')), logs, tasks);
    expect(faults.map(({ task }) => task)).toEqual(['b']);
  });

  test('stays with its task when lines are written above it; without the task it has no place', () => {
    const [fault] = faultsOfRun(execution('FAILED', taskRun('b', 'FAILED')), [error('x', 'b')], tasks);
    if (!fault) throw new Error('no fault');
    expect(placedAnew([fault], [{ id: 'b', line: 12 }])[0]?.line).toBe(12);
    expect(placedAnew([fault], [])[0]?.line).toBeUndefined();
  });

  test('says something without an explanation too, and nothing after a success', () => {
    const logs = [error('Traceback\nNameError: x', 'a')];
    const [fault] = faultsOfRun(execution('FAILED', taskRun('a', 'FAILED')), logs, tasks);
    expect(fault).toMatchObject({ title: 'Task a gagal', cause: 'Traceback', raw: { title: 'Pesan asli Python' } });
    expect(faultsOfRun(execution('SUCCESS', taskRun('a', 'SUCCESS')), logs, tasks)).toEqual([]);
  });

  test('says what the execution itself said where no task did', () => {
    expect(faultsOfRun(execution('FAILED'), [error('Unable to render outputs')], tasks)).toMatchObject([
      { title: 'Eksekusi gagal', cause: 'Unable to render outputs' },
    ]);
  });
});
