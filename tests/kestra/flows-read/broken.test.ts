/** What is no task where tasks must stand: a Kestra 1.1.15 saves it and fails on it when it runs. Asked from it, flow by flow. */
import { expect, test } from 'vitest';
import { createMemoryHost } from '#engine/hosts/memory/index.ts';
import { createEngine, parseFlow } from '#engine/index.ts';

const LOG = '{id: satu, type: io.kestra.plugin.core.log.Log, message: x}';
const group = (type: string, more: string): string =>
  `tasks: [{id: s, type: io.kestra.plugin.core.flow.${type}, ${more}}]`;

/** The tasks that run beside the one that stands where something is no task. */
const FLOWS: [name: string, body: string, state: string, ran: string[]][] = [
  ['in tasks', `tasks: [${LOG}, null]`, 'FAILED', []],
  ['in errors, which nothing needs', `errors: [abc]\ntasks: [${LOG}]`, 'FAILED', []],
  ['in finally', `finally: [[a]]\ntasks: [${LOG}]`, 'FAILED', []],
  ['in a Sequential', group('Sequential', `tasks: [${LOG}, abc]`), 'FAILED', ['s']],
  ['in the branch that runs', group('If', 'condition: "true", then: [1]'), 'FAILED', ['s']],
  ['in the other branch', group('If', `condition: "true", then: [${LOG}], else: [null]`), 'SUCCESS', ['s', 'satu']],
  ['in a case', group('Switch', 'value: a, cases: {a: [b]}'), 'FAILED', ['s']],
  ['as onPause', group('Pause', 'pauseDuration: PT0S, onPause: [abc]'), 'SUCCESS', ['s']],
];

test.each(FLOWS)('%s', async (_, body, state, ran) => {
  const source = `id: rusak\nnamespace: uji\n${body}\n`;
  expect(parseFlow(source).diagnostics).toMatchObject([{ code: 'wrong-type', severity: 'warning' }]);
  const engine = createEngine(createMemoryHost());
  const { id } = await engine.start(await engine.deploy(source));
  const execution = await engine.wait(id);
  expect(execution.state.current).toBe(state);
  const ids = (execution.taskRunList ?? []).map(({ taskId }) => taskId);
  expect(ids.filter((one) => one !== 'bukan-task')).toEqual(ran);
  await engine.close();
});
