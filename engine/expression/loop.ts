/** What `for` goes over, and the `loop` it sees. A map gives entries with `key` and `value`. */

import { shown } from './arithmetic.ts';
import { Failure } from './failures.ts';
import { Entry, entriesOf, isMap, javaString } from './values.ts';

/** In the order in which a Java map of these five gives them. */
export interface LoopVariable {
  last: boolean;
  length: number;
  index: number;
  revindex: number;
  first: boolean;
}

export function loopOver(values: unknown): { items: readonly unknown[]; loop: (index: number) => LoopVariable } {
  const items = itemsOf(values);
  const { length } = items;
  return {
    items,
    loop: (index) => ({ last: index === length - 1, length, index, revindex: length - index - 1, first: index === 0 }),
  };
}

function itemsOf(values: unknown): readonly unknown[] {
  if (Array.isArray(values)) return values;
  if (isMap(values)) return entriesOf(values).map(([key, value]) => new Entry(key, value));
  throw new Failure(
    `Not an iterable object. Value = [${javaString(values).slice(0, 200)}]`,
    `\`for\` memerlukan daftar atau map. Yang didapat: ${shown(values)}.`,
  );
}
