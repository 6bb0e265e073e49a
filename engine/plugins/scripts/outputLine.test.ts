import { expect, test } from 'vitest';
import { createOutputReader, type Heard } from './outputLine.ts';

function heard(...lines: string[]): Heard[] {
  const reader = createOutputReader();
  return [...lines.flatMap((line) => reader.hear(line)), ...reader.end()];
}

test.each([
  ['::{"outputs":{"a":1}}::', { outputs: { a: 1 } }],
  ['  ::{"outputs":{}}::  ', { outputs: {} }],
  [
    '::{"metrics":[{"name":"n","type":"counter","value":"2"}]}::',
    { metrics: [{ name: 'n', type: 'counter', value: 2 }] },
  ],
])('%s', (line, message) => expect(heard(line)).toEqual([{ kind: 'message', message }]));

test.each(['halo ::{"outputs":{}}::', '::halo::', '', '{"outputs":{}}', '::{"outputs":{}}:: halo'])(
  '%j is only printed',
  (text) => expect(heard(text)).toEqual([{ kind: 'text', text }]),
);

test.each([
  '::{"outputs":}::',
  '::{"outputs":[1]}::',
  '::{"metrics":[{"name":1}]}::',
  '::{"metrics":[{"name":"n","type":"timer","value":"lama"}]}::',
  '::{"logs":[{"level":"KERAS","message":"x"}]}::',
])('%s is told from plain text', (text) => expect(heard(text)).toMatchObject([{ kind: 'malformed', text }]));

test('a message goes over several lines', () => {
  expect(heard('awal', '::{"outputs": {', '  "a": [', '1]', '}}::', 'akhir')).toEqual([
    { kind: 'text', text: 'awal' },
    { kind: 'message', message: { outputs: { a: [1] } } },
    { kind: 'text', text: 'akhir' },
  ]);
});

test('what never ends is printed, and said', () => {
  expect(heard('::{"outputs": {', 'a')).toMatchObject([
    { kind: 'text', text: '::{"outputs": {' },
    { kind: 'text', text: 'a' },
    { kind: 'malformed' },
  ]);
  const reader = createOutputReader();
  reader.hear('::{');
  const [first] = reader.hear('x'.repeat(2_000_000));
  expect(first).toEqual({ kind: 'text', text: '::{' });
});
