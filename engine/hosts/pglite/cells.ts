/**
 * Cells as Kestra gives them to a flow, made of the text that Postgres prints (DateStyle ISO, intervals in Postgres' own style).
 * What has no exact JavaScript number (a large int8, a long numeric, NaN) stays text, so that no digit is lost.
 */
import type { StatementResult } from '../../ports/Databases.ts';
import { parseArray } from './arrays.ts';
import { isoInterval } from './interval.ts';
import type { TextResult } from './protocol.ts';

/** `exact` leaves numbers as text. */
export function toResult({ columns, rows, affected }: TextResult, exact: boolean): StatementResult {
  if (!columns) return { rows, affected };
  const convert = columns.map(({ type }) => converter(type, exact));
  return { columns, rows: rows.map((row) => row.map((cell, index) => convertCell(cell, convert[index]))), affected };
}

type Convert = (text: string) => unknown;

const convertCell = (cell: string | null, convert: Convert | undefined) =>
  cell === null || !convert ? cell : convert(cell);

const same: Convert = (text) => text;

const NUMBERS = new Set(['int2', 'int4', 'int8', 'oid', 'float4', 'float8', 'numeric']);

function converter(type: string, exact: boolean): Convert {
  if (type.startsWith('_')) {
    const element = converter(type.slice(1), exact);
    return (text) => parseArray(text, element);
  }
  return exact && NUMBERS.has(type) ? same : (BY_TYPE[type] ?? same);
}

const BY_TYPE: Record<string, Convert> = {
  bool: (text) => text === 't',
  int2: Number,
  int4: Number,
  int8: exactNumber,
  oid: Number,
  float4: exactNumber,
  float8: finiteNumber,
  numeric: exactNumber,
  json: fromJson,
  jsonb: fromJson,
  timestamp: localDateTime,
  timestamptz: zonedDateTime,
  interval: isoInterval,
  bytea: base64,
};

/** A number where it prints the same digits again, else the text. */
export function exactNumber(text: string): number | string {
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  return canonical(String(value)) === canonical(text) ? value : text;
}

function finiteNumber(text: string): number | string {
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
}

/** `12.50` and `12.5`, `1e-7` and `0.0000001` are the same number: sign, digits, exponent of ten. */
function canonical(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const trimmed = digits.replace(/0+$/, '');
  if (trimmed === '') return '0';
  return `${sign === '-' ? '-' : ''}${trimmed}e${Number(exponent) - fraction.length + digits.length - trimmed.length}`;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** `2024-01-02 03:04:05` to `2024-01-02T03:04:05`; `infinity` and years before Christ stay as they are. */
function localDateTime(text: string): string {
  return /^\d{4,}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?$/.test(text) ? text.replace(' ', 'T') : text;
}

/** `2024-01-02 03:04:05+07` to `2024-01-01T20:04:05Z`, keeping microseconds. */
function zonedDateTime(text: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(\.\d+)?([+-])(\d\d)(?::?(\d\d))?(?::?(\d\d))?$/.exec(text);
  if (!match) return text;
  const [, year, month, day, hour, minute, second, fraction = '', sign, hours, minutes = '0', seconds = '0'] = match;
  const local = new Date(0);
  local.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  local.setUTCHours(Number(hour), Number(minute), Number(second));
  const offset = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * (sign === '-' ? -1 : 1);
  const instant = new Date(local.getTime() - offset * 1000);
  return `${instant.toISOString().slice(0, -5)}${fraction}Z`;
}

/** `\x48656c6c6f` to base64. */
function base64(text: string): string {
  const pairs = /^\\x((?:[0-9a-f]{2})*)$/i.exec(text)?.[1]?.match(/../g);
  return pairs ? btoa(pairs.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('')) : text;
}

/** A statement's parameter as Postgres reads it. */
export function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return `{${value.map(arrayElement).join(',')}}`;
  if (value instanceof Date) return value.toISOString();
  return isPlainMap(value) ? JSON.stringify(value) : String(value);
}

function arrayElement(value: unknown): string {
  const text = toText(value);
  if (text === null) return 'NULL';
  return Array.isArray(value) ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** Dates of other kinds (Temporal) print themselves. */
function isPlainMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
