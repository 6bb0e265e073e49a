import { expect, test } from 'vitest';
import { parseOutputLine } from './outputLine.ts';

test.each([
  ['::{"outputs":{"a":1}}::', { outputs: { a: 1 } }],
  ['  ::{"outputs":{}}::  ', { outputs: {} }],
  [
    '::{"metrics":[{"name":"n","type":"counter","value":2}]}::',
    { metrics: [{ name: 'n', type: 'counter', value: 2 }] },
  ],
  ['halo ::{"outputs":{}}::', undefined],
  ['::halo::', undefined],
  ['', undefined],
])('%s', (line, expected) => {
  expect(parseOutputLine(line)).toEqual(expected);
});

test('a broken message is told from plain text', () => {
  expect(parseOutputLine('::{"outputs":}::')).toHaveProperty('malformed');
  expect(parseOutputLine('::{"metrics":[{"name":1}]}::')).toHaveProperty('malformed');
});
