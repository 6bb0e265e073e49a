/** What may stand after `is`. */
import { asNumber, isNumeric } from '../numbers.ts';
import { Failure } from '../scope.ts';
import { isMap } from '../values.ts';

export interface Test {
  name: string;
  /** An unknown name is nothing here, not an error. */
  catches?: true;
  test(subject: { value?: unknown }, args: unknown[]): boolean;
}

const parity = (value: unknown, wanted: 0 | 1): boolean => {
  if (!isNumeric(value))
    throw new Failure(
      'Can not pass null or text value to "even" or "odd" test.',
      'is even dan is odd hanya untuk angka.',
    );
  return Math.abs(asNumber(value) % 2) === wanted;
};

const isEmpty = (value: unknown): boolean => {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return isMap(value) && Object.keys(value).length === 0;
};

function isJson(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

const TESTS: readonly Test[] = [
  {
    name: 'defined',
    catches: true,
    test: (subject) => 'value' in subject && subject.value !== null && subject.value !== undefined,
  },
  { name: 'null', catches: true, test: ({ value }) => value === null || value === undefined },
  { name: 'empty', catches: true, test: ({ value }) => isEmpty(value) },
  { name: 'even', test: ({ value }) => parity(value, 0) },
  { name: 'odd', test: ({ value }) => parity(value, 1) },
  { name: 'iterable', test: ({ value }) => Array.isArray(value) },
  { name: 'map', test: ({ value }) => isMap(value) },
  { name: 'json', test: ({ value }) => isJson(value) },
];

const byName = new Map(TESTS.map((test) => [test.name, test]));

export const testNamed = (name: string): Test | undefined => byName.get(name);
export const testNames = (): string[] => [...byName.keys()];
