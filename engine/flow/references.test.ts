/** What is said about names inside `{{ }}`, and that nothing is said about flows that are right. */
import { describe, expect, test } from 'vitest';
import { allPlugins } from '../plugins/registry.ts';
import { parseFlow } from './index.ts';

const LOG = (id: string, message = 'x') => `{id: ${id}, type: io.kestra.plugin.core.log.Log, message: "${message}"}`;
const USES = (of: string) => LOG('pakai', `{{ outputs.${of}.value }}`);
const flow = (body: string) => `id: a\nnamespace: b\n${body}\n`;
const group = (type: string, more: string) => `{id: grup, type: io.kestra.plugin.core.flow.${type}, ${more}}`;

/** A flow, and whether the output that it uses can't be there. */
const OUTPUTS: [name: string, body: string, early: boolean][] = [
  ['a task further down', `tasks: [${USES('nanti')}, ${LOG('nanti')}]`, true],
  ['a task before', `tasks: [${LOG('dulu')}, ${USES('dulu')}]`, false],
  [
    'further down in a branch',
    `tasks: [${group('If', `condition: x, then: [${USES('nanti')}, ${LOG('nanti')}]`)}]`,
    true,
  ],
  ['inside a later group', `tasks: [${USES('nanti')}, ${group('Sequential', `tasks: [${LOG('nanti')}]`)}]`, true],
  ['inside an earlier group', `tasks: [${group('Sequential', `tasks: [${LOG('dulu')}]`)}, ${USES('dulu')}]`, false],
  [
    'in the other branch',
    `tasks: [${group('If', `condition: x, then: [${USES('lain')}], else: [${LOG('lain')}]`)}]`,
    true,
  ],
  [
    'in another case',
    `tasks: [${group('Switch', `value: x, cases: {a: [${USES('lain')}], b: [${LOG('lain')}]}`)}]`,
    true,
  ],
  ['of a Parallel sibling', `tasks: [${group('Parallel', `tasks: [${USES('lain')}, ${LOG('lain')}]`)}]`, false],
  ['inside a loop', `tasks: [${group('LoopUntil', `condition: x, tasks: [${USES('lain')}, ${LOG('lain')}]`)}]`, false],
  ['of the errors, in a task', `tasks: [${USES('salah')}]\nerrors: [${LOG('salah')}]`, true],
  ['of a task, in the errors', `tasks: [${LOG('dulu')}]\nerrors: [${USES('dulu')}]`, false],
  ['of finally, in the errors', `tasks: [${LOG('x')}]\nerrors: [${USES('akhir')}]\nfinally: [${LOG('akhir')}]`, true],
  [
    "of a group's errors, in its tasks",
    `tasks: [${group('Sequential', `tasks: [${USES('salah')}], errors: [${LOG('salah')}]`)}]`,
    true,
  ],
];

describe('outputs that cannot be there yet', () => {
  for (const [name, body, early] of OUTPUTS) {
    test(name, () => {
      const said = parseFlow(flow(body)).diagnostics.map(({ code }) => code);
      expect(said).toEqual(early ? ['unreachable-output'] : []);
    });
  }
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
