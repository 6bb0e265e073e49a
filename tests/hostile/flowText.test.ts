/** Text that nobody should write: reading it always ends, never throws, and says what is wrong where something is. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveInputs } from '#engine/flow/index.ts';
import { parseFlow } from '#engine/index.ts';

const HEAD = 'id: a\nnamespace: b\n';
const TASKS = 'tasks:\n  - {id: l, type: io.kestra.plugin.core.log.Log, message: x}\n';
const many = (count: number, line: (number: number) => string): string =>
  Array.from({ length: count }, (_, number) => line(number)).join('');

/** Refused with this code; nothing: accepted. */
const TEXTS: Record<string, { text: string; code?: string }> = {
  '10 MB': { text: `${HEAD}description: "${'x'.repeat(10_000_000)}"\n${TASKS}`, code: 'yaml-too-large' },
  '40,000 keys': { text: `${HEAD + TASKS}variables:\n${many(40_000, (n) => `  k${n}: 1\n`)}` },
  '40,000 keys that are not known': {
    text: HEAD + TASKS + many(40_000, (n) => `k${n}: 1\n`),
    code: 'unknown-property',
  },
  'brackets without end': { text: `${HEAD + TASKS}variables:\n  a: ${'['.repeat(100_000)}`, code: 'yaml-too-large' },
  'deeper than a Kestra reads': {
    text: `${HEAD + TASKS}variables:\n  a: ${'['.repeat(1100)}${']'.repeat(1100)}\n`,
    code: 'yaml-too-large',
  },
  'tasks in tasks in tasks': {
    text: `${HEAD}tasks:\n${many(150, (n) => `${'    '.repeat(n)}  - id: t${n}\n${'    '.repeat(n)}    type: io.kestra.plugin.core.flow.Sequential\n${'    '.repeat(n)}    tasks:\n`)}${'    '.repeat(150)}  - {id: l, type: io.kestra.plugin.core.log.Log, message: x}\n`,
  },
  'aliases of aliases': {
    text: `${HEAD + TASKS}variables:\n  a0: &a0 [x, x]\n${many(30, (n) => `  a${n + 1}: &a${n + 1} [*a${n}, *a${n}]\n`)}`,
  },
  'an alias of itself': { text: `${HEAD + TASKS}variables: &x\n  x: *x\n` },
  'inputs in a long chain': {
    text: `${HEAD + TASKS}inputs:\n${many(3000, (n) => `  - {id: t${n}, type: STRING, dependsOn: {inputs: [t${n + 1}]}}\n`)}  - {id: t3000, type: STRING}\n`,
  },
  'a Dag that is one long chain': {
    text: `${HEAD}tasks:\n  - id: d\n    type: io.kestra.plugin.core.flow.Dag\n    tasks:\n${many(3000, (n) => `      - {task: {id: t${n}, type: io.kestra.plugin.core.log.Log, message: x}, dependsOn: [t${n + 1}]}\n`)}      - {task: {id: t3000, type: io.kestra.plugin.core.log.Log, message: x}}\n`,
  },
  'a pattern that explodes': {
    text: `${HEAD + TASKS}inputs:\n  - {id: a, type: STRING, validator: "(a+)+$", defaults: "${'a'.repeat(20_000)}b"}\n`,
  },
  'templates without end': { text: `${HEAD}description: "${'{{ '.repeat(50_000)}"\n${TASKS}` },
  'control characters': { text: `${HEAD}description: "x\u0001y"\n${TASKS}`, code: 'yaml-syntax' },
  tabs: { text: `${HEAD + TASKS}\t\n`, code: 'yaml-syntax' },
  '__proto__ as a key': { text: `${HEAD + TASKS}variables:\n  __proto__: {a: 1}\n  constructor: 2\n` },
  'names that every object has': {
    text: `${HEAD}tasks:\n  - {id: constructor, type: io.kestra.plugin.core.log.Log, message: toString}\nvariables: {valueOf: hasOwnProperty}\nlabels: {constructor: valueOf}\ninputs: [{id: constructor.x, type: STRING, defaults: toString}]\n`,
  },
  'a type that every object has': { text: `${HEAD}tasks: [{id: a, type: constructor}]\n`, code: 'unknown-type' },
  'names that every object has, in a template': {
    text: `${HEAD}tasks:\n  - {id: a, type: io.kestra.plugin.core.log.Log, message: "{{ constructor.x }} {{ flow.__proto__ }} {{ toString }}"}\n`,
  },
  'a window of a type that every object has': {
    text: `${HEAD + TASKS}triggers: [{id: t, type: io.kestra.plugin.core.trigger.Flow, preconditions: {id: p, timeWindow: {type: constructor}}}]\n`,
    code: 'wrong-type',
  },
  'UTF-16': {
    text: Buffer.from(`\ufeff${HEAD}${TASKS}`, 'utf16le').toString('utf8'),
    code: 'yaml-syntax',
  },
  NUL: { text: `${HEAD}description: "a\0b"\n${TASKS}`, code: 'yaml-syntax' },
  'a byte order mark, Windows line ends': { text: `\ufeff${HEAD}${TASKS}`.replaceAll('\n', '\r\n') },
  'merge keys': { text: `${HEAD + TASKS}variables:\n  a: &a {x: 1}\n  b:\n    <<: *a\n    y: 2\n` },
  'merge keys of lists': { text: `${HEAD + TASKS}variables: {<<: [{a: 1}], b: 2}\n` },
  'an anchor that holds itself': { text: `&a\n${HEAD}variables: {a: *a}\n${TASKS}` },
  'blocks in blocks without end': {
    text: `${HEAD + TASKS}variables:\n${many(5000, (n) => `${' '.repeat(n + 1)}a:\n`)}`,
    code: 'yaml-too-large',
  },
  'brackets in brackets': {
    text: `${HEAD + TASKS}variables: ${'{a: '.repeat(20_000)}1${'}'.repeat(20_000)}\n`,
    code: 'yaml-too-large',
  },
  'tags of other languages': {
    text: `${HEAD + TASKS}variables: {a: !!java.lang.Runtime x, b: !ruby/object:X {}, c: !!binary aGFsbw==}\n`,
  },
  '20,000 aliases of 20,000 anchors': {
    text: `${HEAD + TASKS}variables:\n${many(20_000, (n) => `  a${n}: &a${n} x\n  b${n}: *a${n}\n`)}`,
  },
  'a key twice, deep inside': {
    text: `${HEAD + TASKS}variables:\n  a: {b: {c: 1, c: 2}}\n`,
    code: 'yaml-duplicate-key',
  },
};

/** Names that lead nowhere: looking for them, placing them and guessing what was meant takes time that grows with their number only. */
const NAMES: Record<string, (number: number) => string> = {
  names: (n) => `{{ nama${n} }}`,
  inputs: (n) => `{{ inputs.n${n} }}`,
  outputs: (n) => `{{ outputs.n${n}.value }}`,
  variables: (n) => `{{ vars.n${n} }}`,
  filters: (n) => `{{ flow.id | f${n} }}`,
  functions: (n) => `{{ g${n}() }}`,
  'a line each': (n) => `{{ nama${n} }}\n        `,
};

test.each(Object.entries(NAMES))(
  '20,000 unknown %s in one template',
  (_, name) => {
    const text = many(20_000, name);
    const source = `${HEAD}tasks:\n  - id: l\n    type: io.kestra.plugin.core.log.Log\n    message: >\n        ${text}\n`;
    expect(parseFlow(source).diagnostics).toHaveLength(20_000);
  },
  // A fraction of a second; half a minute where each looks through all.
  10_000,
);

describe('texts nobody should write', () => {
  for (const [name, { text, code }] of Object.entries(TEXTS)) {
    test(name, () => {
      const { flow, diagnostics } = parseFlow(text);
      const codes = diagnostics.filter(({ severity }) => severity === 'error').map((one) => one.code);
      if (code === undefined) expect(codes).toEqual([]);
      else expect(codes).toContain(code);
      expect(flow !== undefined).toBe(code === undefined);
    });
  }
});

test('what a Kestra passes over is accepted with a warning', () => {
  const said = (text: string) => parseFlow(text).diagnostics.map(({ code, severity, line }) => [code, severity, line]);
  expect(said(`${HEAD + TASKS}variables:\n  a: &x 1\n  b: *x\n`)).toEqual([['wrong-value', 'warning', 7]]);
  expect(said(`${HEAD + TASKS}---\n${HEAD}`)).toEqual([['yaml-multiple-documents', 'warning', 5]]);
});

test('what is no UTF-8 is said so', () => {
  const said = (text: string) =>
    parseFlow(text).diagnostics.map(({ severity, message, line }) => [severity, message, line]);
  const other = Buffer.from(`\ufeff${HEAD}${TASKS}`, 'utf16le').toString('utf8');
  expect(said(other)).toEqual([['error', expect.stringMatching(/bukan UTF-8/), 1]]);
  const latin = Buffer.from(`${HEAD}description: caf\xe9\n${TASKS}`, 'latin1').toString('utf8');
  expect(said(latin)).toEqual([['hint', expect.stringMatching(/bukan UTF-8/), 3]]);
});

test('no name of an input reaches what other objects are made of', async () => {
  const inputs = ['a.__proto__.terkotori', 'constructor.prototype.terkotori'].map(
    (id) => `  - {id: ${id}, type: STRING, defaults: ya}\n`,
  );
  const { flow } = parseFlow(`${HEAD + TASKS}inputs:\n${inputs.join('')}`);
  const text = async (template: string) => template;
  const { values } = await resolveInputs(flow?.inputs ?? [], {}, { render: text, renderTyped: text });
  expect(({} as Record<string, unknown>).terkotori).toBeUndefined();
  expect(JSON.stringify(values)).toContain('"constructor":{"prototype":{"terkotori":"ya"}}');
});

test('places count UTF-16 units, whatever ends a line', () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const text = ['\ufeffid: a', 'namespace: b', 'variables: {"😀": 1}', 'x😀: 1', ...TASKS.split('\n')].join(end);
    expect(parseFlow(text).diagnostics.map(({ line, column, endColumn }) => [line, column, endColumn])).toEqual([
      [4, 1, 4],
    ]);
  }
});

/** Pieces of YAML and of flows, thrown together. */
const piece = fc.oneof(
  fc.constantFrom(
    'id: a',
    'namespace: b',
    'tasks:',
    '  - id: x',
    '    type: io.kestra.plugin.core.log.Log',
    '    type: io.kestra.plugin.core.flow.Dag',
    '    message: "{{ inputs.a | foo(',
    'inputs: [',
    '{a: b}',
    '- - -',
    '&a *a',
    '<<: *a',
    '!!binary x',
    '? [a]',
    '---',
    '...',
    '%YAML',
    '|',
    '>-',
    '"\\',
    "'",
    '\t',
    '\u0085',
    '# x',
    'triggers: [{id: t, type: io.kestra.plugin.core.trigger.Schedule, cron: "* * *"}]',
    'retry: {type: random, minInterval: PT5S}',
    'pluginDefaults: [{type: io, values: {a: [1]}}]',
  ),
  fc.string({ maxLength: 12, unit: 'binary' }),
);
const text = fc
  .array(fc.tuple(fc.nat(6), piece, fc.constantFrom('\n', '\r\n', ' ', '', ': ', ', ')), { maxLength: 25 })
  .map((pieces) => pieces.map(([indent, one, end]) => ' '.repeat(indent) + one + end).join(''));

test('whatever the text: it ends, it never throws, every place is one', () => {
  fc.assert(
    fc.property(text, (source) => {
      const { flow, diagnostics } = parseFlow(source);
      expect(flow !== undefined || diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
      for (const { line, column, endLine, endColumn } of diagnostics) {
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
        expect(endLine > line || (endLine === line && endColumn >= column)).toBe(true);
      }
    }),
    { numRuns: 1500 },
  );
});
