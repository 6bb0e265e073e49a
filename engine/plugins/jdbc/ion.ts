/**
 * A row as a line of Ion text, as a Kestra's `fetchType: STORE` writes it: `{id:1,ts:LocalDateTime::"2024-01-02T03:04:05",n:12.50}`.
 * Numbers come as Postgres prints them, so that a decimal keeps its digits.
 */
import type { Column } from '../../ports/Databases.ts';
import { inZone } from './zone.ts';

export function ionLine(columns: readonly Column[], row: readonly unknown[], zone: string | undefined): string {
  const fields = columns.map(({ name, type }, index) => `${symbol(name)}:${ionCell(type, row[index], zone)}`);
  return `{${fields.join(',')}}\n`;
}

/** Java's dates have no type in Ion: they are strings that say what they are. */
const ANNOTATIONS: Record<string, string> = {
  timestamp: 'LocalDateTime',
  timestamptz: 'ZonedDateTime',
  date: 'LocalDate',
  time: 'LocalTime',
};

function ionCell(type: string, cell: unknown, zone: string | undefined): string {
  if (Array.isArray(cell) && type.startsWith('_')) {
    return `[${cell.map((item) => ionCell(type.slice(1), item, zone)).join(',')}]`;
  }
  if (typeof cell !== 'string') return ionValue(cell);
  const annotation = ANNOTATIONS[type];
  if (annotation) return `${annotation}::${JSON.stringify(inZone(cell, zone))}`;
  if (type === 'numeric') return /^-?\d+(\.\d+)?$/.test(cell) ? decimal(cell) : JSON.stringify(cell);
  if (type === 'float4' || type === 'float8') return float(cell);
  if (/^(int[248]|oid)$/.test(type)) return cell;
  if (type === 'bytea') return `{{${cell}}}`;
  return JSON.stringify(cell);
}

/** What came from JSON. */
function ionValue(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return `[${value.map(ionValue).join(',')}]`;
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : float(String(value));
  if (typeof value === 'object') {
    const fields = Object.entries(value).map(([name, item]) => `${symbol(name)}:${ionValue(item)}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value);
}

const decimal = (text: string) => (text.includes('.') ? text : `${text}.`);

function float(text: string): string {
  if (text === 'NaN') return 'nan';
  if (text.endsWith('Infinity')) return text.startsWith('-') ? '-inf' : '+inf';
  return text.includes('e') ? text : `${text}e0`;
}

const KEYWORDS = new Set(['null', 'true', 'false', 'nan']);

function symbol(name: string): string {
  if (/^[A-Za-z_$][\w$]*$/.test(name) && !/^\$\d+$/.test(name) && !KEYWORDS.has(name)) return name;
  return `'${JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
