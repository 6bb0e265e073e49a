/** Named parameters: `:name` becomes `$1`; `::cast`, array slices, quotes and comments are left alone. */
import { scan } from './scan.ts';

export interface Bound {
  sql: string;
  values: unknown[];
  /** Maps a position in `sql` back to one in the text as written. Both 1-based. */
  original: (position: number) => number;
}

const NAME = /(?<![:\p{L}\p{N}_\]$)]):([\p{L}_][\p{L}\p{N}_]*)/gu;

/** A `:word` that names no parameter stays as it is: Postgres says what it thinks of it. */
export function bindParameters(sql: string, parameters: Readonly<Record<string, unknown>>): Bound {
  const numbers = new Map<string, number>();
  const values: unknown[] = [];
  const shifts: { after: number; by: number }[] = [];
  let bound = '';
  for (const { kind, from, to } of scan(sql)) {
    const text = sql.slice(from, to);
    if (kind !== 'code') {
      bound += text;
      continue;
    }
    let last = 0;
    for (const { index, 0: written, 1: name = '' } of text.matchAll(NAME)) {
      if (!Object.hasOwn(parameters, name)) continue;
      const number = numbers.get(name) ?? values.push(parameters[name]);
      numbers.set(name, number);
      bound += `${text.slice(last, index)}$${number}`;
      last = index + written.length;
      shifts.push({ after: bound.length, by: written.length - `$${number}`.length });
    }
    bound += text.slice(last);
  }
  const original = (position: number) =>
    shifts.reduce((moved, { after, by }) => (position > after ? moved + by : moved), position);
  return { sql: bound, values, original };
}
