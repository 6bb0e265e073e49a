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
  const type = kvType ?? typeOf(value);
  const read = kvType === undefined ? value : as(kvType, value);
  // A Kestra keeps the text only, and sees a duration in it when it reads it again.
  return type === 'STRING' && isDuration(read) ? { type: 'DURATION', value: read } : { type, value: read };
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

const isDuration = (value: unknown): boolean => typeof value === 'string' && parseDuration(value) !== undefined;

function as(type: KvType, value: unknown): unknown {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  switch (type) {
    case 'STRING':
      return text;
    case 'NUMBER':
      return text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : refuse(text, type, '12.5');
    case 'BOOLEAN':
      return text.trim().toLowerCase() === 'true';
    case 'DATETIME':
      return instantOf(text) ?? refuse(text, type, '2024-01-31T08:00:00Z');
    case 'DATE':
      return instantOf(text)?.slice(0, 10) ?? refuse(text, type, '2024-01-31T00:00:00Z');
    case 'DURATION':
      return isDuration(text) ? text : refuse(text, type, 'PT5M');
    case 'JSON':
      return parsed(text);
  }
}

/** In UTC, `2024-01-31T01:00:00Z`; a date alone is none, in a Kestra too. */
function instantOf(text: string): string | undefined {
  const isWhole = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/.test(text);
  const instant = isWhole ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? undefined : new Date(instant).toISOString().replace('.000Z', 'Z');
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
