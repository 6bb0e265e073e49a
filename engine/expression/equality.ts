/** When two values are the same: loosely as `==` has it, or strictly as Java's `equals` (a Long is no Integer). */
import { asNumber, Double, isNumeric, numberClass, printNumber } from './numbers.ts';
import { Character, Entry, entriesOf, isDate, isMap, isNothing, type MapValue, sizeOf } from './values.ts';

/** `==`: numbers compare as doubles; "1" is not 1; lists and maps strictly. */
export function same(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (isNothing(left) || isNothing(right)) return isNothing(left) && isNothing(right);
  if (isNumeric(left) && isNumeric(right)) return asNumber(left) === asNumber(right);
  return equals(left, right);
}

/** Java's `equals`. */
export function equals(left: unknown, right: unknown): boolean {
  if (left === right) return typeof left !== 'number' || !Number.isNaN(left);
  if (isNothing(left) || isNothing(right)) return isNothing(left) && isNothing(right);
  if (isNumeric(left) && isNumeric(right))
    return numberClass(left) === numberClass(right) && printNumber(left) === printNumber(right);
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, index) => equals(item, right[index]));
  if (isDate(left) && isDate(right)) return left.toString() === right.toString();
  if (left instanceof Character && right instanceof Character) return left.letter === right.letter;
  if (left instanceof Entry && right instanceof Entry)
    return equals(left.key, right.key) && equals(left.value, right.value);
  if (!isMap(left) || !isMap(right) || sizeOf(left) !== sizeOf(right)) return false;
  return entriesOf(left).every(([key, item]) => {
    const found = find(right, key);
    return found !== undefined && equals(item, found.value);
  });
}

/** What stands under this key, if anything. */
export function find(map: MapValue, key: unknown): { value: unknown } | undefined {
  if (!(map instanceof Map)) {
    const name = typeof key === 'string' ? Object.getOwnPropertyDescriptor(map, key) : undefined;
    return name && typeof key === 'string' ? { value: map[key] } : undefined;
  }
  if (map.has(key)) return { value: map.get(key) };
  if (!(key instanceof Double) && typeof key !== 'object') return undefined;
  const entry = [...map].find(([known]) => equals(known, key));
  return entry && { value: entry[1] };
}

/** The same text for what Java's `equals` takes as the same. */
export function identity(value: unknown): string {
  if (isNothing(value)) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (isNumeric(value)) return `${numberClass(value)} ${printNumber(value)}`;
  if (Array.isArray(value)) return `[${value.map(identity).join()}]`;
  if (value instanceof Character) return `'${value.letter}`;
  if (value instanceof Entry) return `${identity(value.key)}=${identity(value.value)}`;
  if (!isMap(value)) return `${typeof value} ${String(value)}`;
  const entries = entriesOf(value).map(([key, item]) => `${identity(key)}:${identity(item)}`);
  return `{${entries.sort().join()}}`;
}

/** Places of a value, as far down as it goes: what comparing or printing it costs. */
export function extent(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return value.length;
  return isMap(value) ? sizeOf(value) : 1;
}
