/** A JSON file as a table that a DuckDB without its JSON extension takes: Arrow, and the CAST that gives each column its type. */
import {
  Bool,
  type DataType,
  Field,
  Float64,
  Int64,
  List,
  Struct,
  Table,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import { Precise, parseRecords } from './parse.ts';
import { merge, NOTHING, quoted, sqlType, type Type, typeOf } from './types.ts';

export interface JsonTable {
  arrow: Uint8Array;
  /** What to select from it: `CAST("a" AS BIGINT) AS "a", …`. */
  columns: string;
}

/** Of one file, or of several under each other. Throws `SyntaxError` when a text is no JSON. */
export function jsonTable(...texts: string[]): JsonTable {
  const records = texts.flatMap(parseRecords);
  const row = records.map(typeOf).reduce(merge, NOTHING);
  const fields: ReadonlyMap<string, Type> = row.kind === 'struct' ? row.fields : new Map([['json', row]]);
  const cells = (name: string): unknown[] =>
    row.kind === 'struct' ? records.map((record) => (record as Record<string, unknown> | null)?.[name]) : records;
  const names = distinct([...fields.keys()]);
  const columns = [...fields].map(([name, type], index) => ({ name: names[index] ?? name, type, cells: cells(name) }));
  const table = new Table(
    Object.fromEntries(
      columns.map(({ name, type, cells }) => [
        name,
        vectorFromArray(
          cells.map((cell) => given(cell, type)),
          arrowType(type),
        ),
      ]),
    ),
  );
  return {
    arrow: tableToIPC(table, 'stream'),
    columns: columns.map(({ name, type }) => `CAST(${quoted(name)} AS ${sqlType(type)}) AS ${quoted(name)}`).join(', '),
  };
}

/** DuckDB's names know no case: the second of two gets `_1`. */
function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const lower = name.toLowerCase();
    const before = seen.get(lower) ?? 0;
    seen.set(lower, before + 1);
    return before === 0 ? name : `${name}_${before}`;
  });
}

function arrowType(type: Type): DataType {
  switch (type.kind) {
    case 'null':
    case 'json':
      return new Utf8();
    case 'scalar':
      switch (type.name) {
        case 'BOOLEAN':
          return new Bool();
        case 'BIGINT':
          return new Int64();
        case 'DOUBLE':
          return new Float64();
        default:
          return new Utf8();
      }
    case 'list':
      return new List(new Field('item', arrowType(type.of), true));
    case 'struct':
      return new Struct([...type.fields].map(([name, one]) => new Field(name, arrowType(one), true)));
  }
}

/** The value as Arrow's builder wants it. */
function given(value: unknown, type: Type): unknown {
  if (value === null || value === undefined) return null;
  switch (type.kind) {
    case 'null':
    case 'json':
      return JSON.stringify(value);
    case 'scalar':
      if (type.name === 'BIGINT') return BigInt(value as number);
      if (type.name === 'DOUBLE') return value instanceof Precise ? Number(value.text) : value;
      return value instanceof Precise ? value.text : typeof value === 'number' ? String(value) : value;
    case 'list':
      return (value as unknown[]).map((item) => given(item, type.of));
    case 'struct':
      return Object.fromEntries(
        [...type.fields].map(([name, one]) => [name, given((value as Record<string, unknown>)[name], one)]),
      );
  }
}
