/** A type that a Kestra 1.1 has and we have not is told from a slip of the hand, with the reason. */
import { expect, test } from 'vitest';
import { parseFlow } from '#engine/index.ts';

test.each([
  ['core.flow.Template', /Subflow/],
  ['scripts.node.Script', /Python dan shell/],
  ['jdbc.mysql.Query', /Postgres dan DuckDB/],
])('%s', (type, why) => {
  const { diagnostics } = parseFlow(`id: a\nnamespace: b\ntasks:\n  - {id: t, type: io.kestra.plugin.${type}}\n`);
  expect(diagnostics).toMatchObject([{ code: 'unsupported-type', severity: 'error', line: 4 }]);
  expect(diagnostics[0]?.message).toMatch(why);
});
