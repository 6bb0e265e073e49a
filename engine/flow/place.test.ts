/** A place in a rendered property, back to the YAML. The mark `¦` stands where the tool points. */
import { describe, expect, test } from 'vitest';
import { parseFlow } from './index.ts';
import { placeInProperty, writtenOffset } from './place.ts';

const flow = (sql: string) => `id: a
namespace: b
tasks:
  - id: lain
    type: io.kestra.plugin.core.log.Log
    message: sql
  - id: q
    type: io.kestra.plugin.jdbc.postgresql.Query
    url: jdbc:postgresql://pgdatabase:5432/x
    sql: ${sql}
`;

/** Points at `what` in the rendered text; answers what stands at the place found in the source. */
function pointed(sql: string, what: string, render: (written: string) => string = (written) => written) {
  const source = flow(sql);
  const { flow: read } = parseFlow(source);
  const task = read?.tasks[1];
  if (!task) throw new Error(JSON.stringify(parseFlow(source).diagnostics));
  const rendered = render(String(task.properties.sql));
  const place = placeInProperty(source, task.at, 'sql', rendered, rendered.indexOf(what));
  return place && source.split('\n')[place.line - 1]?.slice(place.column - 1);
}

describe('finds the place', () => {
  test.each([
    ['plain', 'SELECT salah FROM t'],
    ['plain over lines', 'SELECT 1,\n      salah FROM t'],
    ['single quotes', "'SELECT ''a'', salah FROM t'"],
    ['double quotes', '"SELECT \\"a\\",\\n\\tsalah\\u0020FROM t"'],
    ['double quotes over lines', '"SELECT 1, \\\n      salah FROM t"'],
    ['a literal block', '|\n      SELECT 1;\n\n      SELECT\n        salah\n      FROM t'],
    ['a block with a comment and an indent', '|2- # sql\n        SELECT\n          salah'],
    ['a folded block', '>\n      SELECT 1,\n\n        2,\n      salah\n      FROM t'],
    ['letters beyond ASCII', '|\n      SELECT \'🚕 é\' AS "taksi🚕", salah'],
  ])('in %s', (_, sql) => {
    expect(pointed(sql, 'salah')).toMatch(/^salah/);
  });

  test('behind and between templates', () => {
    const render = (written: string) => written.replace('{{ inputs.a }}', 'banyak\nsekali').replace('{{ b }}', '');
    expect(pointed('|\n      SELECT {{ inputs.a }}, {{ b }}\n      salah FROM t', 'salah', render)).toMatch(/^salah/);
  });

  test('in the output of a template: the template', () => {
    const render = (written: string) => written.replace('{{ vars.tabel }}', 'tidak_ada');
    expect(pointed('SELECT * FROM {{ vars.tabel }} LIMIT 1', 'tidak_ada', render)).toMatch(/^\{\{ vars.tabel \}\}/);
  });

  test('nothing where a template changed what stands around it', () => {
    expect(writtenOffset('a {% for x in y %}b{% endfor %} c', 'a bbb c', 3)).toMatchObject({
      template: expect.any(String),
    });
    expect(writtenOffset('a {{ x }} b', 'something else', 3)).toBeUndefined();
  });

  test.each<[string, string, readonly (string | number)[], string]>([
    ['a list', '\n      - SELECT 1\n      - |\n        SELECT\n          salah', ['sql', 1], 'SELECT\n  salah\n'],
    ['a map', '\n      satu/dua.sql: |\n        SELECT\n        salah', ['sql', 'satu/dua.sql'], 'SELECT\nsalah\n'],
    ['a flow list', '[SELECT 1, "SELECT salah"]', ['sql', 1], 'SELECT salah'],
  ])('deeper, in %s', (_, sql, path, rendered) => {
    const source = flow(sql);
    const task = parseFlow(flow('SELECT 1')).flow?.tasks[1];
    const place = task && placeInProperty(source, task.at, path, rendered, rendered.indexOf('salah'));
    expect(source.split('\n')[(place?.line ?? 0) - 1]?.slice((place?.column ?? 0) - 1)).toMatch(/^salah/);
    expect(task && placeInProperty(source, task.at, ['sql', 7], rendered, 0)).toBeUndefined();
  });

  test('nothing where the property is not written in the task', () => {
    const source = flow('SELECT 1');
    const at = { line: 1, column: 1, endLine: 1, endColumn: 1 };
    expect(placeInProperty(source, at, 'sql', 'SELECT 1', 0)).toBeUndefined();
  });
});
