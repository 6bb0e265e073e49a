/** The small tasks of the core: what a Kestra 1.1.15 answers to the same flows. */
import { describe, expect, test } from 'vitest';
import { P, result, runTasks, task } from './run.ts';

const templated = (spec: string) => task('x', 'templating.TemplatedTask', { spec });

test('OutputValues renders text to text and leaves the rest as it is written', async () => {
  const { outputs } = await runTasks(
    task('x', 'output.OutputValues', {
      values: {
        a: '{{ 1 + 1 }}',
        b: [1, '{{ 2 }}'],
        c: { d: 'x{{ 3 }}' },
        e: null,
        f: true,
        "{{ 'k' }}": 1,
        h: '{{ null }}',
      },
    }) +
      task('y', 'output.OutputValues') +
      task('z', 'output.OutputValues', { values: "{{ {'a': 1} }}" }),
  );
  expect(outputs).toEqual({
    x: { values: { a: '2', b: [1, '2'], c: { d: 'x3' }, f: true, k: 1, h: '' } },
    y: { values: {} },
    z: { values: { a: 1 } },
  });
});

describe('succeeds', () => {
  test.each<[string, string, unknown]>([
    ['Assert', task('x', 'execution.Assert', { conditions: ['true', '{{ 1 == 1 }}'] }), {}],
    ['Assert of nothing', task('x', 'execution.Assert', { conditions: [] }), {}],
    ['Fail without a cause', task('x', 'execution.Fail', { condition: '{{ false }}' }), {}],
    [
      'a task made of a template',
      templated(`type: ${P}.debug.Return\nformat: "{{ flow.id }} {{ task.id }}"`),
      { value: 'uji x' },
    ],
    ['with an id of its own', templated(`id: lain\ntype: ${P}.debug.Return\nformat: a`), { value: 'a' }],
    [
      'a state, added to',
      task('s', 'state.Set', { name: 'n', data: { a: 1 } }) +
        task('x', 'state.Set', { name: 'n', data: { b: '{{ 2 }}' } }),
      { count: 2, key: 'uji_states_tasks-states_n' },
    ],
    [
      'a state that is read',
      task('s', 'state.Set', { data: { a: 1 } }) + task('x', 'state.Get'),
      { count: 1, data: { a: 1 } },
    ],
    [
      'a state that is gone',
      task('s', 'state.Set', { data: { a: 1 } }) + task('d', 'state.Delete') + task('x', 'state.Get'),
      { count: 0, data: {} },
    ],
  ])('%s', async (_, tasks, expected) => {
    const { state, outputs, said } = await runTasks(tasks);
    expect(state, said).toBe('SUCCESS');
    expect(outputs.x).toEqual(expected);
  });
});

describe('fails with its words', () => {
  test.each<[string, string, RegExp]>([
    ['Fail', task('x', 'execution.Fail'), /^Task failure/],
    [
      'Fail for a cause',
      task('x', 'execution.Fail', { condition: true, errorMessage: 'x {{ flow.id }}' }),
      /^x uji\n[^\n]*\nFail on a condition/,
    ],
    [
      'Assert, each condition',
      task('x', 'execution.Assert', { conditions: ['false', '{{ 1 == 2 }}', 'true'], errorMessage: 'pesan {{ 1 }}' }),
      /Assertion `false` failed![\s\S]*Assertion `\{\{ 1 == 2 \}\}` failed![\s\S]*2 assertions failed!\npesan 1/,
    ],
    [
      'Assert that can not be rendered',
      task('x', 'execution.Assert', { conditions: ['{{ zz }}'] }),
      /Assertion `\{\{ zz \}\}` failed, failed to render `Unable to find `zz`[\s\S]*1 assertion failed!/,
    ],
    [
      'a label of the system',
      task('x', 'execution.Labels', { labels: { 'system.x': 'b' } }),
      /System labels can only be set by Kestra itself, offending label: system\.x=b\n/,
    ],
    [
      'an empty label',
      task('x', 'execution.Labels', { labels: { a: '' } }),
      /Label values cannot be empty, offending label: a/,
    ],
    ['labels that are a number', task('x', 'execution.Labels', { labels: 3 }), /Unknown value type/],
    ['labels that are words', task('x', 'execution.Labels', { labels: ['a'] }), /Unknown value type/],
    [
      'a variable that is there',
      task('x', 'execution.SetVariables', { variables: { a: 1 }, overwrite: false }),
      /`overwrite` is set to false and the following variables already exist: a/,
    ],
    ['Echo of nothing', task('x', 'debug.Echo'), /Isi `format`/],
    ['a template without a type', templated('zzz'), /The templated task must be a runnable task/],
    ['a template of an unknown type', templated('type: zzz'), /No plugin registered for the defined type: 'zzz'/],
    ['a template of a flowable', templated(`type: ${P}.flow.Sequential`), /must be a runnable task/],
    ['a template of Labels', templated(`type: ${P}.execution.Labels\nlabels: {a: b}`), /must be a runnable task/],
    ['a template in a template', templated(`type: ${P}.templating.TemplatedTask\nspec: x`), /cannot be of type/],
    ['a template with an unknown property', templated(`type: ${P}.debug.Return\nzzz: a`), /Unrecognized field "zzz"/],
    ['a template that lacks one', templated(`type: ${P}.log.Log`), /message: must not be null/],
    ['a template that is no YAML', templated('a: [b'), /YAML/],
    [
      'a state that must be there',
      task('x', 'state.Get', { name: 'zz', errorOnMissing: true }),
      /State uji_states_tasks-states_zz not found/,
    ],
    [
      'a state to delete',
      task('x', 'state.Delete', { name: 'zz', errorOnMissing: true }),
      /Unable to find the state file 'zz'/,
    ],
    [
      'a timer that is none',
      task('x', 'metric.Publish', { metrics: [{ type: 'timer', name: 'a', value: 'abc' }] }),
      /durasi/,
    ],
  ])('%s', async (_, tasks, expected) => {
    const { state, said } = await runTasks(tasks, { more: 'variables:\n  a: 0\n' });
    expect(state).toBe('FAILED');
    expect(said).toMatch(expected);
  });
});

test('Echo logs at its level', async () => {
  const { logs } = await runTasks(task('x', 'debug.Echo', { format: 'hai {{ 1 }}', level: 'WARN' }));
  expect(logs).toMatchObject([{ level: 'WARN', message: 'hai 1' }]);
});

test('each turn of a loop has a state of its own', async () => {
  const loop = {
    id: 'e',
    type: `${P}.flow.ForEach`,
    values: ['p', 'q'],
    tasks: [{ id: 's', type: `${P}.state.Set`, name: 'fe', data: { v: '{{ taskrun.value }}' } }],
  };
  const { outputs } = await runTasks(`- ${JSON.stringify(loop)}\n${task('k', 'kv.GetKeys')}`);
  expect(outputs.k?.keys).toHaveLength(2);
});

test('labels that are null are left out', async () => {
  const { state } = await runTasks(
    task('x', 'execution.Labels', { labels: { a: null, b: 3 } }) + result('{{ labels.b }}'),
  );
  expect(state).toBe('SUCCESS');
});
