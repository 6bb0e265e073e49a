import { expect, test } from 'vitest';
import { inJavaOrder } from './javaOrder.ts';

/** Each as a Kestra 1.1 printed `{{ inputs }}`. */
test.each([
  ['reason ok', 'ok reason'],
  ['taxi year month', 'month taxi year'],
  ['taxi year month zed b c', 'taxi zed b c month year'],
  ['s i f b sel multi d dt t du j y u arr em file', 'arr b d f em i j multi dt du file s t u y sel'],
])('%s', (given, printed) => {
  const map = Object.fromEntries(given.split(' ').map((key) => [key, 1]));
  expect(Object.keys(inJavaOrder(map)).join(' ')).toBe(printed);
});
