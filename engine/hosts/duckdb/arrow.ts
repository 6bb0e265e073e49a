/** A page's DuckDB answers in Arrow: its columns and values as the same cells that Node's DuckDB gives. */
import {
  type Data,
  DataType,
  type Decimal,
  type Field,
  type List,
  type Map_,
  Precision,
  type RecordBatch,
  type Schema,
  type Struct,
} from 'apache-arrow';
import type { Column } from '../../ports/Databases.ts';
import { exactNumber } from '../pglite/cells.ts';
import * as cells from './cells.ts';

export const columnsOf = ({ fields }: Schema): Column[] =>
  fields.map(({ name, type }) => ({ name, type: typeName(type) }));

/** DuckDB answers `Count` where rows were changed and `Success` where nothing is to be said. */
export function isNoRows({ fields }: Schema, sql: string): boolean {
  const [field, ...more] = fields;
  if (!field || more.length > 0 || QUERY.test(sql)) return false;
  return (
    (field.name === 'Count' && DataType.isInt(field.type)) || (field.name === 'Success' && DataType.isBool(field.type))
  );
}

const QUERY = /^(\s|\(|--.*\n|\/\*[\s\S]*?\*\/)*(SELECT|FROM|VALUES|TABLE|DESCRIBE|SHOW|SUMMARIZE|CALL|EXPLAIN)\b/i;

/** HUGEINT comes as the widest decimal without a scale; it is text, as on a Kestra. */
const isHugeint = ({ precision, scale }: Decimal) => precision === 38 && scale === 0;

function typeName(type: DataType): string {
  if (DataType.isBool(type)) return 'bool';
  if (DataType.isInt(type)) {
    if (type.bitWidth === 64) return type.isSigned ? 'int8' : 'numeric';
    return type.bitWidth === 32
      ? type.isSigned
        ? 'int4'
        : 'int8'
      : type.bitWidth === 16 && !type.isSigned
        ? 'int4'
        : 'int2';
  }
  if (DataType.isFloat(type)) return type.precision === Precision.DOUBLE ? 'float8' : 'float4';
  if (DataType.isDecimal(type)) return isHugeint(type) ? 'text' : 'numeric';
  if (DataType.isDate(type)) return 'date';
  if (DataType.isTime(type)) return 'time';
  if (DataType.isTimestamp(type)) return type.timezone ? 'timestamptz' : 'timestamp';
  if (DataType.isBinary(type)) return 'bytea';
  if (DataType.isList(type) || DataType.isFixedSizeList(type))
    return `_${typeName((type as List).children[0]?.type as DataType)}`;
  if (DataType.isStruct(type) || DataType.isMap(type) || DataType.isUnion(type)) return 'json';
  return 'text';
}

export function rowsOf(batch: RecordBatch, exact: boolean): unknown[][] {
  const { fields } = batch.schema;
  const vectors = fields.map((_, index) => batch.getChildAt(index));
  return Array.from({ length: batch.numRows }, (_, row) =>
    fields.map(({ type }, index) => {
      const vector = vectors[index];
      const value: unknown = vector?.get(row);
      if (value === null || value === undefined || !vector) return null;
      const data = vector.data[0];
      return DataType.isInterval(type) && data ? intervalCell(data, row) : cellOf(value, type, exact);
    }),
  );
}

function cellOf(value: unknown, type: DataType, exact: boolean): unknown {
  if (value === null || value === undefined) return null;
  if (DataType.isBool(type) || DataType.isUtf8(type)) return value;
  if (DataType.isInt(type)) return cells.integerCell(value as number | bigint, exact);
  if (DataType.isFloat(type)) {
    const number = value as number;
    return cells.floatCell(type.precision === Precision.DOUBLE ? String(number) : cells.float4Text(number), exact);
  }
  if (DataType.isDecimal(type)) {
    const text = cells.decimalText(int128(value as Uint32Array), type.scale);
    return exact || isHugeint(type) ? text : exactNumber(text);
  }
  if (DataType.isDate(type)) return cells.dateText(Math.round((value as number) / 86_400_000));
  if (DataType.isTime(type)) return cells.timeText(BigInt(value as bigint));
  if (DataType.isTimestamp(type)) {
    const text = cells.timestampText(BigInt(Math.round((value as number) * 1000)));
    return type.timezone && text.includes('T') ? `${text}Z` : text;
  }
  if (DataType.isBinary(type)) return cells.base64(value as Uint8Array);
  return nestedCell(value, type, exact);
}

function nestedCell(value: unknown, type: DataType, exact: boolean): unknown {
  if (DataType.isList(type) || DataType.isFixedSizeList(type)) {
    const element = (type as List).children[0]?.type;
    return element ? Array.from(value as Iterable<unknown>, (item) => cellOf(item, element, exact)) : [];
  }
  if (DataType.isStruct(type)) {
    const row = value as Record<string, unknown>;
    return Object.fromEntries(
      (type as Struct).children.map((field: Field) => [field.name, cellOf(row[field.name], field.type, false)]),
    );
  }
  if (DataType.isMap(type)) {
    const [key, item] = ((type as Map_).children[0]?.type as Struct | undefined)?.children ?? [];
    return Object.fromEntries(
      Array.from(value as Iterable<[unknown, unknown]>, ([name, held]) => [
        String(key ? cellOf(name, key.type, false) : name),
        item ? cellOf(held, item.type, false) : held,
      ]),
    );
  }
  return typeof value === 'object' ? JSON.parse(JSON.stringify(value)) : String(value);
}

/** Four 32-bit pieces, the lowest first, two's complement. */
function int128(pieces: Uint32Array): bigint {
  let value = 0n;
  for (let at = pieces.length - 1; at >= 0; at -= 1) value = (value << 32n) | BigInt(pieces[at] ?? 0);
  return BigInt.asIntN(pieces.length * 32, value);
}

/** Months, days, nanoseconds in 16 bytes, which the library reads as something else. */
function intervalCell(data: Data, row: number): string {
  const values = data.values as Int32Array;
  const view = new DataView(values.buffer, values.byteOffset, values.byteLength);
  const at = (data.offset + row) * 16;
  const micros = view.getBigInt64(at + 8, true) / 1000n;
  return cells.intervalText(view.getInt32(at, true), view.getInt32(at + 4, true), micros);
}
