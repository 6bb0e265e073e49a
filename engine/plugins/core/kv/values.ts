/** A rendered value becomes a KV value: by its own type, or by the `kvType` that was asked for. */
import type { KvType } from '../../../ports/Kv.ts';
import { parseDuration } from '../../../time/duration.ts';
import { TaskError } from '../../definition.ts';

export interface TypedValue {
  type: KvType;
  value: unknown;
}

export function typed(rendered: unknown, kvType: KvType | undefined): TypedValue {
  const value = plain(rendered);
  if (kvType === undefined || typeof value !== 'string') return { type: kvType ?? typeOf(value), value };
  return { type: kvType, value: read(value, kvType) };
}

function typeOf(value: unknown): KvType {
  if (typeof value === 'string') return 'STRING';
  if (typeof value === 'number') return 'NUMBER';
  return typeof value === 'boolean' ? 'BOOLEAN' : 'JSON';
}

/** Dates and the like become their text; what JSON can hold stays. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  return JSON.parse(JSON.stringify(value)) as unknown;
}

function read(text: string, type: KvType): unknown {
  switch (type) {
    case 'STRING':
      return text;
    case 'NUMBER':
      return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : refuse(text, type, '12.5');
    case 'BOOLEAN':
      return text.trim().toLowerCase() === 'true';
    case 'DATETIME':
      return isInstant(text) ? text : refuse(text, type, '2024-01-31T08:00:00Z');
    case 'DATE':
      return isDate(text) ? text : refuse(text, type, '2024-01-31');
    case 'DURATION':
      return parseDuration(text) === undefined ? refuse(text, type, 'PT5M') : text;
    case 'JSON':
      return parsed(text);
  }
}

const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d.*Z$/.test(text) && !Number.isNaN(Date.parse(text));

function isDate(text: string): boolean {
  const instant = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse(text, 'JSON', '{"kota": "Bandung"}');
  }
}

function refuse(text: string, type: KvType, example: string): never {
  throw new TaskError(`Cannot read '${text.slice(0, 100)}' as ${type}`, {
    explanation: `Nilai itu tidak bisa dibaca sebagai ${type}. Contoh yang benar: ${example}.`,
  });
}
