/**
 * The type that DuckDB's `read_json` gives to values, found as it does: the narrowest that holds all of them, JSON where nothing does.
 * (https://duckdb.org/docs/stable/data/json/loading_json)
 */
import { Precise } from './parse.ts';

export type Scalar = 'BOOLEAN' | 'BIGINT' | 'HUGEINT' | 'DOUBLE' | 'DATE' | 'TIME' | 'TIMESTAMP' | 'UUID' | 'VARCHAR';
export type Type =
  | { kind: 'null' }
  | { kind: 'json' }
  | { kind: 'scalar'; name: Scalar }
  | { kind: 'list'; of: Type }
  | { kind: 'struct'; fields: ReadonlyMap<string, Type> };

export const NOTHING: Type = { kind: 'null' };
const JSON_TEXT: Type = { kind: 'json' };
const NUMBERS: readonly Scalar[] = ['BIGINT', 'HUGEINT', 'DOUBLE'];
const TEXTS: readonly Scalar[] = ['DATE', 'TIME', 'TIMESTAMP', 'UUID', 'VARCHAR'];

const scalar = (name: Scalar): Type => ({ kind: 'scalar', name });

/** The type of one value. */
export function typeOf(value: unknown): Type {
  if (value === null) return NOTHING;
  if (typeof value === 'boolean') return scalar('BOOLEAN');
  if (typeof value === 'number') return scalar(Number.isSafeInteger(value) ? 'BIGINT' : 'DOUBLE');
  if (value instanceof Precise) return scalar(value.type);
  if (typeof value === 'string') return scalar(typeOfText(value));
  if (Array.isArray(value)) return { kind: 'list', of: value.map(typeOf).reduce(merge, NOTHING) };
  const fields = Object.entries(value as Record<string, unknown>);
  return fields.length === 0
    ? JSON_TEXT
    : { kind: 'struct', fields: new Map(fields.map(([name, one]) => [name, typeOf(one)])) };
}

/** The type that holds what either holds. */
export function merge(one: Type, other: Type): Type {
  if (one.kind === 'null') return other;
  if (other.kind === 'null') return one;
  if (one.kind === 'scalar' && other.kind === 'scalar') return mergeScalars(one.name, other.name);
  if (one.kind === 'list' && other.kind === 'list') return { kind: 'list', of: merge(one.of, other.of) };
  if (one.kind === 'struct' && other.kind === 'struct') {
    const fields = new Map(one.fields);
    for (const [name, type] of other.fields) fields.set(name, merge(fields.get(name) ?? NOTHING, type));
    return { kind: 'struct', fields };
  }
  return JSON_TEXT;
}

function mergeScalars(one: Scalar, other: Scalar): Type {
  if (one === other) return scalar(one);
  if (NUMBERS.includes(one) && NUMBERS.includes(other))
    return scalar(NUMBERS[Math.max(NUMBERS.indexOf(one), NUMBERS.indexOf(other))] ?? 'DOUBLE');
  return TEXTS.includes(one) && TEXTS.includes(other) ? scalar('VARCHAR') : JSON_TEXT;
}

const FORMS: readonly [Scalar, RegExp][] = [
  ['DATE', /^\d{4}-\d{2}-\d{2}$/],
  ['TIME', /^\d{2}:\d{2}:\d{2}(\.\d{1,6})?$/],
  ['TIMESTAMP', /^\d{4}-\d{2}-\d{2}( \d{2}:\d{2}:\d{2}|T\d{2}:\d{2}:\d{2}Z)$/],
  ['UUID', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i],
];

function typeOfText(text: string): Scalar {
  const form = FORMS.find(([, form]) => form.test(text))?.[0];
  if (form === undefined || form === 'UUID') return form ?? 'VARCHAR';
  const instant = form === 'DATE' ? text : form === 'TIME' ? `2000-01-01T${text}Z` : text.replace(' ', 'T');
  const read = new Date(form === 'TIMESTAMP' && !instant.endsWith('Z') ? `${instant}Z` : instant);
  // The 31st of February is read as a day of March, and is text to DuckDB.
  return Number.isNaN(read.getTime()) || (form !== 'TIME' && read.toISOString().slice(0, 10) !== text.slice(0, 10))
    ? 'VARCHAR'
    : form;
}

/** As DuckDB writes it in a CAST. JSON is text here: its type belongs to the extension that is not there. */
export function sqlType(type: Type): string {
  switch (type.kind) {
    case 'null':
    case 'json':
      return 'VARCHAR';
    case 'scalar':
      return type.name;
    case 'list':
      return `${sqlType(type.of)}[]`;
    case 'struct':
      return `STRUCT(${[...type.fields].map(([name, one]) => `${quoted(name)} ${sqlType(one)}`).join(', ')})`;
  }
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
