/** What is written where a text or a duration is wanted, as a Kestra 1.1.15 takes it when the task runs. Asked from it, line by line. */
import { expect, test } from 'vitest';
import { createMemoryHost } from '#engine/hosts/memory/index.ts';
import { createEngine } from '#engine/index.ts';

const cast = (kind: string): string =>
  `class ${kind} cannot be cast to class java.lang.String (${kind} and java.lang.String are in module java.base of loader 'bootstrap')`;

/** A task, the state it comes to, and the first line of its log. */
const TASKS: [task: string, state: string, line: string][] = [
  ['flow.Sleep, duration: 0.1', 'SUCCESS', 'Waiting for PT0.1S'],
  ['flow.Sleep, duration: "0"', 'SUCCESS', 'Waiting for PT0S'],
  ['flow.Sleep, duration: "0.2"', 'SUCCESS', 'Waiting for PT0.2S'],
  ['flow.Sleep, duration: "{{ 1 }}"', 'SUCCESS', 'Waiting for PT1S'],
  ['flow.Sleep, duration: PT-1S', 'SUCCESS', 'Waiting for PT-1S'],
  ['flow.Sleep, duration: -1', 'SUCCESS', 'Waiting for PT-1S'],
  ['log.Log, message: 3', 'FAILED', "Invalid message type 'class java.lang.Integer'"],
  ['log.Log, message: 2.5', 'FAILED', "Invalid message type 'class java.lang.Double'"],
  ['log.Log, message: true', 'FAILED', "Invalid message type 'class java.lang.Boolean'"],
  ['log.Log, message: {a: b}', 'FAILED', "Invalid message type 'class java.util.LinkedHashMap'"],
  ['log.Log, message: [3]', 'FAILED', cast('java.lang.Integer')],
  ['log.Log, message: [true]', 'FAILED', cast('java.lang.Boolean')],
  ['log.Log, message: [{a: b}]', 'FAILED', cast('java.util.LinkedHashMap')],
  ['debug.Return, format: {a: "{{ 1 + 1 }}"}', 'SUCCESS', '{"a":"2"}'],
  ['debug.Return, format: [a, 2]', 'SUCCESS', '["a",2]'],
];

test.each(TASKS)('%s', async (task, state, line) => {
  const engine = createEngine(createMemoryHost());
  const source = `id: tertulis\nnamespace: uji\ntasks: [{id: s, type: io.kestra.plugin.core.${task}}]\n`;
  const { id } = await engine.start(await engine.deploy(source));
  expect((await engine.wait(id)).state.current).toBe(state);
  expect((await engine.logs(id, {}))[0]?.message).toBe(line);
  await engine.close();
});
