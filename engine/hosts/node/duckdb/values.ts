/** The values of DuckDB's Node library as cells, and a flow's parameters as its values. */
import {
  BIGINT,
  type DuckDBArrayType,
  DuckDBArrayValue,
  DuckDBBlobValue,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBIntervalValue,
  type DuckDBListType,
  DuckDBListValue,
  type DuckDBMapType,
  DuckDBMapValue,
  type DuckDBStructType,
  DuckDBStructValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  DuckDBTimeValue,
  type DuckDBType,
  DuckDBTypeId,
  DuckDBUnionValue,
  type DuckDBValue,
  INTEGER,
} from '@duckdb/node-api';
import * as cells from '../../duckdb/cells.ts';
import { exactNumber } from '../../pglite/cells.ts';

const NAMES: Partial<Record<DuckDBTypeId, string>> = {
  [DuckDBTypeId.BOOLEAN]: 'bool',
  [DuckDBTypeId.TINYINT]: 'int2',
  [DuckDBTypeId.SMALLINT]: 'int2',
  [DuckDBTypeId.INTEGER]: 'int4',
  [DuckDBTypeId.BIGINT]: 'int8',
  [DuckDBTypeId.UTINYINT]: 'int2',
  [DuckDBTypeId.USMALLINT]: 'int4',
  [DuckDBTypeId.UINTEGER]: 'int8',
  [DuckDBTypeId.UBIGINT]: 'numeric',
  [DuckDBTypeId.FLOAT]: 'float4',
  [DuckDBTypeId.DOUBLE]: 'float8',
  [DuckDBTypeId.DECIMAL]: 'numeric',
  [DuckDBTypeId.DATE]: 'date',
  [DuckDBTypeId.TIME]: 'time',
  [DuckDBTypeId.TIMESTAMP]: 'timestamp',
  [DuckDBTypeId.TIMESTAMP_S]: 'timestamp',
  [DuckDBTypeId.TIMESTAMP_MS]: 'timestamp',
  [DuckDBTypeId.TIMESTAMP_NS]: 'timestamp',
  [DuckDBTypeId.TIMESTAMP_TZ]: 'timestamptz',
  [DuckDBTypeId.BLOB]: 'bytea',
  [DuckDBTypeId.STRUCT]: 'json',
  [DuckDBTypeId.MAP]: 'json',
  [DuckDBTypeId.UNION]: 'json',
};

/** `int4`, `_int4` for a list of them; `text` for what is only printed, a HUGEINT too (so that a sum is text, as on a Kestra). */
export function typeName(type: DuckDBType): string {
  if (type.typeId === DuckDBTypeId.LIST) return `_${typeName((type as DuckDBListType).valueType)}`;
  if (type.typeId === DuckDBTypeId.ARRAY) return `_${typeName((type as DuckDBArrayType).valueType)}`;
  return NAMES[type.typeId] ?? 'text';
}

export function cellOf(value: DuckDBValue, type: DuckDBType, exact: boolean): unknown {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return numberCell(value, type.typeId, exact);
  if (value instanceof DuckDBDecimalValue) {
    const text = cells.decimalText(value.value, value.scale);
    return exact ? text : exactNumber(text);
  }
  if (value instanceof DuckDBTimestampValue) return cells.timestampText(value.micros);
  if (value instanceof DuckDBTimestampTZValue) {
    const text = cells.timestampText(value.micros);
    return text.includes('T') ? `${text}Z` : text;
  }
  if (value instanceof DuckDBDateValue) return value.isFinite ? cells.dateText(value.days) : value.toString();
  if (value instanceof DuckDBTimeValue) return cells.timeText(value.micros);
  if (value instanceof DuckDBIntervalValue) return cells.intervalText(value.months, value.days, value.micros);
  if (value instanceof DuckDBBlobValue) return cells.base64(value.bytes);
  return nestedCell(value, type, exact);
}

function numberCell(value: number | bigint, type: DuckDBTypeId, exact: boolean): unknown {
  switch (type) {
    case DuckDBTypeId.FLOAT:
      return cells.floatCell(cells.float4Text(Number(value)), exact);
    case DuckDBTypeId.DOUBLE:
      return cells.floatCell(String(value), exact);
    case DuckDBTypeId.HUGEINT:
    case DuckDBTypeId.UHUGEINT:
      return String(value);
    default:
      return cells.integerCell(value, exact);
  }
}

/** Inside of lists numbers follow the column's wish; inside of structs they are numbers. */
function nestedCell(value: DuckDBValue, type: DuckDBType, exact: boolean): unknown {
  if (value instanceof DuckDBListValue || value instanceof DuckDBArrayValue) {
    const { valueType } = type as DuckDBListType | DuckDBArrayType;
    return value.items.map((item) => cellOf(item, valueType, exact));
  }
  if (value instanceof DuckDBStructValue) {
    const { entryNames, entryTypes } = type as DuckDBStructType;
    return Object.fromEntries(
      entryNames.flatMap((name, index) => {
        const entryType = entryTypes[index];
        return entryType ? [[name, cellOf(value.entries[name] ?? null, entryType, false)]] : [];
      }),
    );
  }
  if (value instanceof DuckDBMapValue) {
    const { keyType, valueType } = type as DuckDBMapType;
    return Object.fromEntries(
      value.entries.map((entry) => [String(cellOf(entry.key, keyType, false)), cellOf(entry.value, valueType, false)]),
    );
  }
  if (value instanceof DuckDBUnionValue) return String(value.value);
  return String(value);
}

/** A whole number binds as an integer: `LIMIT` and list indexes take no other. */
export function parameterOf(value: unknown): DuckDBValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isSafeInteger(value) && !isInt4(value) ? BigInt(value) : value;
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint') return value;
  if (Array.isArray(value)) return new DuckDBListValue(value.map(parameterOf));
  return JSON.stringify(value);
}

/** The library would take every number for a DOUBLE, every large whole one for a HUGEINT. */
export function parameterType(value: unknown): DuckDBType | undefined {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return undefined;
  return isInt4(value) ? INTEGER : BIGINT;
}

const isInt4 = (value: number) => (value | 0) === value;
