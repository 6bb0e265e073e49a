import { describe, expect, test } from 'vitest';
import type { Input, InputType } from '#engine/index.ts';
import { chosen, firstValue, given, toKeep } from './inputValues.ts';

const input = (type: InputType, facts: Partial<Input> = {}): Input => ({
  id: 'a',
  type,
  at: { line: 1, column: 1, endLine: 1, endColumn: 1 },
  required: true,
  options: {},
  ...facts,
});

describe('what a field starts with', () => {
  const select = input('SELECT', { defaults: 'green', options: { values: ['green', 'yellow'] } });
  test.each([
    ['the last answer', select, { a: 'yellow' }, { a: 'green' }, 'yellow'],
    ['what the lab says, before the default', select, {}, { a: 'yellow' }, 'yellow'],
    ['the default', select, {}, {}, 'green'],
    ['not an answer that is no choice any more', select, { a: 'biru' }, {}, 'green'],
    [
      'a value of one’s own, where that is allowed',
      { ...select, options: { ...select.options, allowCustomValue: true } },
      { a: 'biru' },
      {},
      'biru',
    ],
    ['the first choice, where nothing is said', { ...select, defaults: undefined }, {}, {}, 'green'],
    ['nothing, where it may be left out', { ...select, defaults: undefined, required: false }, {}, {}, ''],
    ['a number of the lab as text', input('INT'), {}, { a: 3 }, '3'],
    ['a map as JSON', input('JSON', { defaults: { x: 1 } }), {}, {}, '{"x":1}'],
  ])('%s', (_, one, last, lab, expected) => expect(firstValue(one, last, lab)).toBe(expected));
});

test('what was left empty is not handed on; a secret is not kept', () => {
  expect(given({ a: '', b: '0' })).toEqual({ b: '0' });
  expect(toKeep({ a: 'rahasia', b: 'x' }, [input('SECRET'), { ...input('STRING'), id: 'b' }])).toEqual({ b: 'x' });
});

test('choices are read from what was kept, whatever that is', () => {
  expect([chosen('["a","b"]'), chosen(''), chosen('rusak'), chosen(undefined), chosen('{}')]).toEqual([
    ['a', 'b'],
    [],
    [],
    [],
    [],
  ]);
});
