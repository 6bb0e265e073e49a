/** Values as Ion text, and back (ion-js). */
import { dumpText, load, loadAll } from 'ion-js';
import { Double } from './numbers.ts';
import { isDate, printDate, toPlain } from './values.ts';

export function ionOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (value instanceof Double) return `${value.value.toExponential().replace('+', '')}`;
  if (isDate(value)) return printDate(value);
  return dumpText(toPlain(value));
}

/** One value; all of them as a list where asked for. */
export function fromIon(text: string, allRows: boolean): unknown {
  if (allRows) return loadAll(text).map(plain);
  const value = load(text);
  return value === null ? null : plain(value);
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;
