/** Changes of a flow's text touch what they mean and nothing else: by example, and over random texts and all flows of the project. */
import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applied } from './applied.ts';
import { type Change, change, parseText, print } from './print.ts';

const FLOW = `# Kepala berkas
id: 'contoh'   # namanya
namespace: belajar

inputs:
  - id: tahun
    type: INT

tasks:
  # yang pertama
  - id: satu
    type: io.kestra.plugin.core.log.Log
    message: |
      baris satu

      baris dua   # bukan komentar

  # bagian dua: lepas

  - id: dua            # yang kedua
    type: "io.kestra.plugin.core.debug.Return"
    format: >-
      panjang
      sekali
  - {id: tiga, type: io.kestra.plugin.core.log.Log, message: [a, 'b', "c"]}
# akhir
triggers: []
`;

/** The text after the change, with the part that differs. */
const after = (wanted: Change, text = FLOW): string | undefined => {
  const read = parseText(text);
  const made = read && change(read, wanted);
  return made && print(made);
};

/** A change, and what stands in the place of what. */
const EXAMPLES: [name: string, wanted: Change, minus: string, plus: string][] = [
  ['quotes stay', { do: 'set', path: ['id'], value: "it's" }, "'contoh'", "'it''s'"],
  ['a plain word', { do: 'set', path: ['namespace'], value: 'uji.coba' }, 'belajar\n', 'uji.coba\n'],
  ['what must be quoted', { do: 'set', path: ['namespace'], value: 'yes' }, 'belajar\n', '"yes"\n'],
  [
    'a block stays a block',
    { do: 'set', path: ['tasks', 0, 'message'], value: 'x\ny\n' },
    '|\n      baris satu\n\n      baris dua   # bukan komentar\n',
    '|\n      x\n      y\n',
  ],
  [
    'a comment behind stays',
    { do: 'set', path: ['tasks', 1, 'id'], value: 'baru' },
    'id: dua            # yang kedua',
    'id: baru            # yang kedua',
  ],
  [
    'a new property comes last',
    { do: 'set', path: ['tasks', 1, 'disabled'], value: true },
    '      sekali\n',
    '      sekali\n    disabled: true\n',
  ],
  [
    'or where it is asked for',
    { do: 'set', path: ['labels'], value: { a: 'b' }, after: 'namespace' },
    'belajar\n',
    'belajar\nlabels:\n  a: b\n',
  ],
  ['in braces', { do: 'set', path: ['tasks', 2, 'level'], value: 'WARN' }, `"c"]}`, `"c"], level: WARN}`],
  ['in brackets', { do: 'insert', path: ['tasks', 2, 'message'], at: 1, value: '{{ x }}' }, "'b'", `"{{ x }}", 'b'`],
  [
    'into an empty list',
    { do: 'insert', path: ['triggers'], at: 0, value: { id: 't', type: 'x' } },
    'triggers: []',
    'triggers:\n  - id: t\n    type: x',
  ],
  [
    'a task between',
    { do: 'insert', path: ['tasks'], at: 2, value: { id: 'baru', type: 'x.Y', list: [1, [2]], map: {} } },
    '  - {id: tiga',
    '  - id: baru\n    type: x.Y\n    list:\n      - 1\n      - - 2\n    map: {}\n  - {id: tiga',
  ],
  [
    'a task with its comment goes, a loose comment stays',
    { do: 'remove', path: ['tasks', 0] },
    FLOW.slice(FLOW.indexOf('  # yang pertama'), FLOW.indexOf('  # bagian dua')),
    '',
  ],
  ['the last of a list', { do: 'remove', path: ['inputs', 0] }, '\n  - id: tahun\n    type: INT\n', ' []\n'],
  ['a property', { do: 'remove', path: ['tasks', 1, 'type'] }, '    type: "io.kestra.plugin.core.debug.Return"\n', ''],
  ['the first property of a task', { do: 'remove', path: ['inputs', 0, 'id'] }, '- id: tahun\n    type', '- type'],
  ['in the middle of brackets', { do: 'remove', path: ['tasks', 2, 'message', 1] }, `'b', `, ''],
  ['a name', { do: 'rename', path: ['tasks', 1, 'format'], key: 'value' }, 'format: >-', 'value: >-'],
];

test.each(EXAMPLES)('%s', (_, wanted, minus, plus) => {
  expect(FLOW.split(minus)).toHaveLength(2);
  expect(after(wanted)).toBe(FLOW.replace(minus, () => plus));
});

test('moved tasks leave what is between them where it was', () => {
  const [head = '', one = '', gap = '', two = '', three = ''] =
    /^([\s\S]*?)( {2}# yang pertama[\s\S]*?komentar\n)([\s\S]*?)( {2}- id: dua[\s\S]*?sekali\n)( {2}- \{.*\n)/
      .exec(FLOW)
      ?.slice(1) ?? [];
  const rest = FLOW.slice([head, one, gap, two, three].join('').length);
  expect(after({ do: 'move', path: ['tasks', 0], to: 2 })).toBe(head + two + gap + three + one + rest);
  expect(after({ do: 'move', path: ['tasks', 2], to: 0 })).toBe(head + three + gap + one + two + rest);
});

test('what cannot be done safely is not done', () => {
  expect(after({ do: 'remove', path: ['tasks', 9] })).toBeUndefined();
  expect(after({ do: 'rename', path: ['id'], key: 'namespace' })).toBeUndefined();
  expect(after({ do: 'move', path: ['a', 0], to: 1 }, 'a:\n  - |+\n    x\n\n\n  - y\n')).toBeUndefined();
  expect(after({ do: 'set', path: ['a', 'b', 'c'], value: 1 })).toBeUndefined();
});

const FILES = globSync([
  'labs/**/*.{yaml,yml}',
  'docs/**/*.{yaml,yml}',
  'tests/kestra/flows/*.yaml',
  'tests/fixtures/**/*.yaml',
]);

test('every flow of the project: read and printed it is the same, its tasks move there and back', () => {
  expect(FILES.length).toBeGreaterThan(250);
  let moved = 0;
  for (const file of FILES) {
    const text = readFileSync(file, 'utf8');
    const read = parseText(text);
    if (!read) continue;
    expect(print(read)).toBe(text);
    const there = change(read, { do: 'move', path: ['tasks', 1], to: 0 });
    if (!there) continue;
    moved++;
    const back = change(there, { do: 'move', path: ['tasks', 1], to: 0 });
    expect(back && print(back), file).toBe(text);
    const commentsOf = (one: string) => (one.match(/#.*$/gm) ?? []).sort();
    expect(commentsOf(print(there))).toEqual(commentsOf(text));
  }
  expect(moved).toBeGreaterThan(100);
});

type Tree = string | number | boolean | Tree[] | { [key: string]: Tree };

const word = fc.constantFrom(
  'a',
  'yes',
  '010',
  'x: y',
  '#a',
  "it's",
  '"q"',
  '{{ b }}',
  'dua kata',
  '',
  ' ',
  'é',
  '1.5',
  '- a',
  '~',
);
const lines = fc.array(fc.constantFrom('satu', '  dua', '', '# bukan komentar', 'x: y'), {
  minLength: 2,
  maxLength: 4,
});
const scalar = fc.oneof(
  word,
  fc.nat(99),
  fc.boolean(),
  lines.map((all) => `mulai\n${all.join('\n')}`),
);
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('id', 'type', 'tasks', 'a b', 'yes', '1'), tie('tree'), { maxKeys: 4 }),
  ),
}));

/** Written by a person with habits of his own: some lists in brackets, some words in quotes, comments and blank lines between. */
function scribble(value: Tree, indent: number, chance: (of: number) => number): string {
  const pad = ' '.repeat(indent);
  const comment = () => (chance(4) === 0 ? `${pad}# catatan ${chance(9)}\n` : '') + (chance(5) === 0 ? '\n' : '');
  const behind = () => (chance(4) === 0 ? '  # di belakang\n' : '\n');
  if (typeof value === 'string') {
    if (value.includes('\n') && chance(2) === 0 && !/\n\n?$/.test(value) && !/^\s/.test(value))
      return ` |-\n${value
        .split('\n')
        .map((line) => (line === '' ? '' : pad + line))
        .join('\n')}\n`;
    const single = chance(2) === 0 && !value.includes('\n');
    return ` ${single ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value)}${behind()}`;
  }
  if (typeof value !== 'object') return ` ${value}${behind()}`;
  const size = Object.keys(value).length;
  if (size === 0 || chance(4) === 0) return ` ${JSON.stringify(value)}${behind()}`;
  const step = 1 + chance(3);
  const entries = Array.isArray(value)
    ? value.map((item) => `${pad}-${scribble(item, indent + 1 + step, chance)}`)
    : Object.entries(value).map(
        ([key, item]) => `${pad}${JSON.stringify(key)}:${scribble(item, indent + step, chance)}`,
      );
  return `${behind()}${entries.map((entry) => comment() + entry).join('')}`;
}

/** All paths of the tree. */
const paths = (value: unknown, path: (string | number)[] = []): (string | number)[][] =>
  typeof value !== 'object' || value === null
    ? [path]
    : [
        path,
        ...Object.entries(value).flatMap(([key, inner]) =>
          paths(inner, [...path, Array.isArray(value) ? Number(key) : key]),
        ),
      ];

test('whatever the text: what is changed reads so, and every line that is not touched stays', () => {
  const seed = { refused: 0, done: 0 };
  const map = fc.dictionary(fc.constantFrom('id', 'tasks', 'inputs', 'x'), tree, { minKeys: 1, maxKeys: 4 });
  fc.assert(
    fc.property(map, fc.infiniteStream(fc.nat(1000)), scalar, tree, (data, stream, small, large) => {
      const chance = (of: number): number => (stream.next().value ?? 0) % of;
      const text = scribble(data, 0, chance).replace(/^.*\n/, '');
      const read = parseText(text);
      if (!read) return;
      expect(print(read)).toBe(text);
      const all = paths(read.source.value).slice(1);
      const path = all[chance(Math.max(1, all.length))] ?? [];
      const wanted = (
        [
          { do: 'set', path, value: chance(2) === 0 ? small : large },
          { do: 'remove', path },
          { do: 'insert', path, at: chance(3), value: large },
          { do: 'move', path, to: chance(3) },
          { do: 'rename', path, key: 'baru' },
        ] satisfies Change[]
      )[chance(5)];
      // A flow's only property can't go.
      if (wanted?.do === 'remove' && path.length === 1 && Object.keys(data).length === 1) return;
      if (!wanted || applied(read.source.value, wanted) === undefined) return;
      const made = change(read, wanted);
      seed[made ? 'done' : 'refused']++;
      if (!made) return;
      expect(made.source.value).toEqual(applied(read.source.value, wanted));
      if (wanted.do !== 'remove' && wanted.do !== 'set')
        for (const line of text.match(/^ *# .*$/gm) ?? []) expect(print(made)).toContain(line);
    }),
    { numRuns: 2000, seed: 7 },
  );
  expect(seed.refused / (seed.done + seed.refused)).toBeLessThan(0.02);
});
