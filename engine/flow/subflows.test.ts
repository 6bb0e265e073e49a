import { expect, test } from 'vitest';
import { missingSubflows, parseFlow } from './index.ts';

const SUB = (flowId: string) =>
  `{id: ${flowId.replace(/\W/g, '')}, type: io.kestra.plugin.core.flow.Subflow, namespace: b, flowId: ${flowId}}`;

test('a hint at each flow that is called and not there, wherever it is called', () => {
  const source = `id: a\nnamespace: b\ntasks:\n  - ${SUB('ada')}\n  - ${SUB('tiada')}\n  - ${SUB('"{{ flow.id }}"')}\nerrors:\n  - {id: g, type: io.kestra.plugin.core.flow.Sequential, tasks: [${SUB('juga')}]}\n`;
  const { flow } = parseFlow(source);
  const said = flow && missingSubflows(flow, (namespace, id) => namespace === 'b' && id === 'ada');
  expect(said?.map(({ severity, line, column, message }) => [severity, line, column, message])).toEqual([
    ['hint', 5, 81, expect.stringContaining('`b.tiada` belum ada')],
    ['hint', 8, expect.any(Number), expect.stringContaining('`b.juga` belum ada')],
  ]);
});
