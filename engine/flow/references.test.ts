/** What is said about names inside `{{ }}`, and that nothing is said about flows that are right. */
import { describe, expect, test } from 'vitest';
import { allPlugins } from '../plugins/registry.ts';
import { applyFixes, parseFlow } from './index.ts';

const LOG = (id: string, message = 'x') => `{id: ${id}, type: io.kestra.plugin.core.log.Log, message: "${message}"}`;
const USES = (of: string) => LOG('pakai', `{{ outputs.${of}.value }}`);
const flow = (body: string) => `id: a\nnamespace: b\n${body}\n`;
const group = (type: string, more: string) => `{id: grup, type: io.kestra.plugin.core.flow.${type}, ${more}}`;

const seq = (type: string, more: string) => group(type, more).replace('id: grup', 'id: luar');
const DAG = (...tasks: string[]) => group('Dag', `tasks: [${tasks.join(', ')}]`);
const needs = (task: string, ...ids: string[]) => `{task: ${task}${ids.length > 0 ? `, dependsOn: [${ids}]` : ''}}`;

/** A flow, and whether the output that it uses can't be there; a hint where that hangs on chance. */
const OUTPUTS: [name: string, body: string, said: 'warning' | 'hint' | 'nothing'][] = [
  ['a task further down', `tasks: [${USES('nanti')}, ${LOG('nanti')}]`, 'warning'],
  [
    'what a ForEachItem made of itself',
    `tasks: [{id: tiap, type: io.kestra.plugin.core.flow.ForEachItem, items: x, namespace: b, flowId: c}, ${LOG('pakai', '{{ outputs.tiap_merge.subflowOutputs }}')}]`,
    'nothing',
  ],
  ['a task before', `tasks: [${LOG('dulu')}, ${USES('dulu')}]`, 'nothing'],
  [
    'further down in a branch',
    `tasks: [${group('If', `condition: x, then: [${USES('nanti')}, ${LOG('nanti')}]`)}]`,
    'warning',
  ],
  ['inside a later group', `tasks: [${USES('nanti')}, ${group('Sequential', `tasks: [${LOG('nanti')}]`)}]`, 'warning'],
  ['inside an earlier group', `tasks: [${group('Sequential', `tasks: [${LOG('dulu')}]`)}, ${USES('dulu')}]`, 'nothing'],
  [
    'in the other branch',
    `tasks: [${group('If', `condition: x, then: [${USES('lain')}], else: [${LOG('lain')}]`)}]`,
    'warning',
  ],
  [
    'in another case',
    `tasks: [${group('Switch', `value: x, cases: {a: [${USES('lain')}], b: [${LOG('lain')}]}`)}]`,
    'warning',
  ],
  [
    'of a branch, used by the condition',
    `tasks: [${group('If', `condition: "{{ outputs.lain }}", then: [${LOG('lain')}]`)}]`,
    'warning',
  ],
  ['of a Parallel sibling', `tasks: [${group('Parallel', `tasks: [${LOG('lain')}, ${USES('lain')}]`)}]`, 'warning'],
  [
    'of a Parallel sibling, one at a time',
    `tasks: [${group('Parallel', `concurrent: 1, tasks: [${LOG('lain')}, ${USES('lain')}]`)}]`,
    'nothing',
  ],
  [
    'of a Parallel sibling, used by a second step',
    `tasks: [${group('Parallel', `tasks: [${LOG('lain')}, ${seq('Sequential', `tasks: [${LOG('y')}, ${USES('lain')}]`)}]`)}]`,
    'hint',
  ],
  ['of a Dag task it waits for', `tasks: [${DAG(needs(LOG('lain')), needs(USES('lain'), 'lain'))}]`, 'nothing'],
  [
    'of a Dag task it waits for by another one',
    `tasks: [${DAG(needs(LOG('lain')), needs(LOG('y'), 'lain'), needs(USES('lain'), 'y'))}]`,
    'nothing',
  ],
  ['of a Dag task it does not wait for', `tasks: [${DAG(needs(LOG('lain')), needs(USES('lain')))}]`, 'warning'],
  [
    'of a Dag task that may be faster',
    `tasks: [${DAG(needs(LOG('lain')), needs(LOG('y')), needs(USES('lain'), 'y'))}]`,
    'hint',
  ],
  ['of a Dag task that waits for it', `tasks: [${DAG(needs(USES('lain')), needs(LOG('lain'), 'pakai'))}]`, 'warning'],
  [
    'further down in a loop',
    `tasks: [${group('LoopUntil', `condition: x, tasks: [${USES('lain')}, ${LOG('lain')}]`)}]`,
    'warning',
  ],
  [
    'further down in a loop, behind a condition',
    `tasks: [${group('ForEach', `values: [1], tasks: [${seq('If', `condition: x, then: [${USES('lain')}]`)}, ${LOG('lain')}]`)}]`,
    'hint',
  ],
  [
    'used by the condition of the loop',
    `tasks: [${group('LoopUntil', `condition: "{{ outputs.lain.value }}", tasks: [{id: lain, type: io.kestra.plugin.core.debug.Return}]`)}]`,
    'nothing',
  ],
  ['its own', `tasks: [${USES('pakai')}]`, 'warning'],
  [
    'of a task that is switched off',
    `tasks: [${LOG('mati').replace('}', ', disabled: true}')}, ${USES('mati')}]`,
    'warning',
  ],
  [
    'in a task that is switched off',
    `tasks: [${USES('nanti').replace(/}$/, ', disabled: true}')}, ${LOG('nanti')}]`,
    'hint',
  ],
  ['of the errors, in a task', `tasks: [${USES('salah')}]\nerrors: [${LOG('salah')}]`, 'warning'],
  ['of a task, in the errors', `tasks: [${LOG('dulu')}]\nerrors: [${USES('dulu')}]`, 'nothing'],
  [
    'of finally, in the errors',
    `tasks: [${LOG('x')}]\nerrors: [${USES('akhir')}]\nfinally: [${LOG('akhir')}]`,
    'warning',
  ],
  [
    "of a group's errors, in its tasks",
    `tasks: [${group('Sequential', `tasks: [${USES('salah')}], errors: [${LOG('salah')}]`)}]`,
    'warning',
  ],
];

describe('outputs that cannot be there yet', () => {
  for (const [name, body, said] of OUTPUTS) {
    test(name, () => {
      const found = parseFlow(flow(body)).diagnostics.map(({ code, severity }) => [code, severity]);
      expect(found).toEqual(said === 'nothing' ? [] : [['unreachable-output', said]]);
    });
  }
});

const RETURN = '{id: r, type: io.kestra.plugin.core.debug.Return, format: x}';
const PAUSE = '{id: jeda, type: io.kestra.plugin.core.flow.Pause, onResume: [{id: alasan, type: STRING}]}';
const uses = (template: string): string => LOG('x', `{{ ${template} }}`);

/** What is said about a name, and what takes its place when the fix is applied. */
const NAMES: [name: string, body: string, said: string, severity: string, fixed?: [string, string]][] = [
  [
    'of an input',
    `inputs: [{id: tahun, type: INT}, {id: b, type: INT}]\ntasks: [${uses('inputs.tahn ~ inputs.b ~ inputs.tahun')}]`,
    'Input `tahn` tidak ada di `inputs` flow ini. Maksudmu `tahun`?',
    'warning',
    ['inputs.tahn', 'inputs.tahun'],
  ],
  [
    'of a variable',
    `variables: {berkas: x}\ntasks: [${uses('vars.berka')}]`,
    'Variabel `berka` tidak ada di `variables` flow ini. Maksudmu `berkas`?',
    'warning',
    ['vars.berka', 'vars.berkas'],
  ],
  [
    'of a property of an output',
    `tasks: [${RETURN}, ${uses('outputs.r.valeu')}]`,
    'Output task `r` tidak punya `valeu`. Maksudmu `value`? Yang ada: `value`.',
    'warning',
    ['outputs.r.valeu', 'outputs.r.value'],
  ],
  [
    'of what a Pause asked for',
    `tasks: [${PAUSE}, ${uses('outputs.jeda.onResume.alsan')}]`,
    'Output task `jeda.onResume` tidak punya `alsan`. Maksudmu `alasan`? Yang ada: `alasan`.',
    'warning',
    ['outputs.jeda.onResume.alsan', 'outputs.jeda.onResume.alasan'],
  ],
  [
    'of a task whose state is asked for',
    `tasks: [${RETURN}, ${uses('tasks.rr.state')}]`,
    'Tidak ada task `rr` di flow ini. Maksudmu `r`?',
    'warning',
    ['tasks.rr', 'tasks.r'],
  ],
  [
    'of a field',
    `tasks: [${uses('execution.startDat')}]`,
    '`execution` tidak punya `startDat`. Maksudmu `startDate`?',
    'warning',
    ['execution.startDat', 'execution.startDate'],
  ],
  [
    'of a filter',
    `tasks: [${uses('flow.id | uper')}]`,
    'Filter `uper` tidak ada. Maksudmu `upper`?',
    'warning',
    ['uper', 'upper'],
  ],
  [
    'of a whole name',
    `tasks: [${uses('input')}]`,
    '`input` tidak ada di dalam ungkapan. Maksudmu `inputs`?',
    'warning',
    ['{{ input ', '{{ inputs '],
  ],
  [
    'where not every rendering comes',
    `tasks: [${LOG('x', '{% if false %}{{ vars.a }}{% endif %}')}]`,
    'Variabel `a` tidak ada di `variables` flow ini.',
    'hint',
  ],
  [
    'of an input that is not there: it can be added',
    `tasks: [${uses('inputs.tahun')}]`,
    'Input `tahun` tidak ada di `inputs` flow ini.',
    'warning',
    ['namespace: b\n', 'namespace: b\ninputs:\n  - id: tahun\n    type: STRING\n'],
  ],
  [
    'in a default, of an input it does not wait for',
    `inputs: [{id: a, type: STRING}, {id: b, type: STRING, defaults: "{{ inputs.a }}"}]\ntasks: [${uses('inputs.b')}]`,
    'Input `b` memakai input `a` yang belum ada saat itu. Tulis `a` di `dependsOn.inputs`.',
    'warning',
    ['"{{ inputs.a }}"}', '"{{ inputs.a }}", dependsOn: {inputs: [a]}}'],
  ],
];

describe('names that lead nowhere', () => {
  for (const [name, body, said, severity, fixed] of NAMES) {
    test(name, () => {
      const source = flow(body);
      const { diagnostics } = parseFlow(source);
      expect(diagnostics.map((one) => [one.message, one.severity])).toEqual([[said, severity]]);
      const fix = diagnostics[0]?.fix;
      expect(fix && applyFixes(source, [fix]).text).toBe(fixed && source.replace(...fixed));
    });
  }
});

test.each([
  ['level: info', 'level: INFO'],
  ["level: 'WARNN'", "level: 'WARN'"],
  ['logLevel: DEBG', 'logLevel: DEBUG'],
])('a slip in one of some words: %s', (written, fixed) => {
  const source = flow(`tasks: [{id: l, type: io.kestra.plugin.core.log.Log, message: x, ${written}}]`);
  const { text } = applyFixes(
    source,
    parseFlow(source).diagnostics.flatMap(({ fix }) => fix ?? []),
  );
  expect(text).toBe(source.replace(written, fixed));
});

test('a task can be moved in front of the one that needs it, an input that nobody needs can go', () => {
  const source = flow(`inputs: [{id: a, type: INT}]\ntasks: [${USES('nanti')}, ${LOG('nanti')}]`);
  const { text } = applyFixes(
    source,
    parseFlow(source).diagnostics.flatMap(({ fix }) => fix ?? []),
  );
  expect(text).toBe(flow(`inputs: []\ntasks: [${LOG('nanti')}, ${USES('nanti')}]`));
  expect(parseFlow(text).diagnostics).toEqual([]);
});

test('an input with dots is one input', () => {
  const source = flow(`inputs: [{id: a.b, type: STRING}]\ntasks: [${LOG('x', '{{ inputs.a.b }} {{ inputs.a.c }}')}]`);
  expect(parseFlow(source).diagnostics.map(({ code }) => code)).toEqual(['unknown-reference']);
});

test.each(allPlugins().map(({ type, example }) => [type, example]))(
  'nothing is said about the example of %s',
  (_, example) => {
    const said = parseFlow(example).diagnostics.filter(({ code }) => code !== 'deprecated' && code !== 'unused-input');
    expect(said).toEqual([]);
  },
);
