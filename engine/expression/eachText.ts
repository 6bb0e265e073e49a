/** Filters that change text and reach into lists and maps too: every item and every value becomes text. */
import { Failure } from './failures.ts';
import { hashMap } from './hashMap.ts';
import { textOf } from './operators.ts';
import { type Scope, step } from './scope.ts';
import { entriesOf, isMap, isNothing } from './values.ts';

/** The room that a Java map has when nothing else is said. */
const CAPACITY = 16;

export function eachText(value: unknown, change: (text: string) => string, scope: Scope): unknown {
  step(scope);
  if (isNothing(value))
    throw new Failure(
      'Cannot invoke "Object.toString()" because "item" is null',
      'Di dalam daftar atau map ini ada null, yang tidak bisa diubah.',
      true,
    );
  if (Array.isArray(value)) return value.map((item) => eachText(item, change, scope));
  if (!isMap(value)) return change(textOf(value, scope));
  const entries = entriesOf(value).map(([key, item]) => [key, eachText(item, change, scope)] as const);
  return hashMap(entries, Math.max(CAPACITY, entries.length));
}
