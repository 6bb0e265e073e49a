/** What `for` goes over, and the `loop` it sees. A map gives entries with `key` and `value`. */
import { isNumeric } from './numbers.ts';
import { Failure } from './scope.ts';
import { isMap } from './values.ts';

export interface LoopVariable {
  index: number;
  length: number;
  first: boolean;
  last: boolean;
  revindex: number;
}

export function loopOver(values: unknown): { items: unknown[]; loop: (index: number) => LoopVariable } {
  const items = itemsOf(values);
  const { length } = items;
  return {
    items,
    loop: (index) => ({ index, length, first: index === 0, last: index === length - 1, revindex: length - index - 1 }),
  };
}

function itemsOf(values: unknown): unknown[] {
  if (values === null || values === undefined) return [];
  if (Array.isArray(values)) return values;
  if (values instanceof Map) return [...values].map(([key, value]) => ({ key, value }));
  if (isMap(values)) return Object.entries(values).map(([key, value]) => ({ key, value }));
  const kind = isNumeric(values) ? 'angka' : 'teks';
  throw new Failure('Not an iterable object', `\`for\` memerlukan daftar atau map, bukan ${kind}.`);
}
