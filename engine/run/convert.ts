/**
 * A rendered value becomes what its schema says, as Kestra's JSON mapper would: text to numbers and flags, JSON text to lists and
 * maps. What can't be is an error in Kestra's words with ours beside them.
 */
import * as z from 'zod';
import { TaskError } from '../plugins/definition.ts';

export function convert(schema: z.ZodType, value: unknown, property: string): unknown {
  const result = schema.safeParse(coerce(schema, value));
  if (result.success) return result.data;
  throw new TaskError(refusal(schema, value, property), {
    explanation: `Nilai properti \`${property}\` tidak cocok: ${show(value)}. ${expected(schema)}`,
  });
}

/** The nearest value of the schema's type; what does not fit is left for the schema to refuse. */
function coerce(schema: z.ZodType, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return coerce(schema.def.innerType as z.ZodType, value);
  }
  if (schema instanceof z.ZodUnion) return coerceUnion(schema.def.options as readonly z.ZodType[], value);
  if (schema instanceof z.ZodString || schema instanceof z.ZodEnum)
    return typeof value === 'object' ? value : String(value);
  if (schema instanceof z.ZodNumber) return typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (schema instanceof z.ZodBoolean) return flag(value);
  if (schema instanceof z.ZodArray) {
    const list = fromJson(value, '[');
    return Array.isArray(list) ? list.map((item) => coerce(schema.def.element as z.ZodType, item)) : list;
  }
  if (schema instanceof z.ZodRecord) {
    const map = fromJson(value, '{');
    if (!isMap(map)) return map;
    return Object.fromEntries(
      Object.entries(map).map(([key, item]) => [key, coerce(schema.def.valueType as z.ZodType, item)]),
    );
  }
  if (schema instanceof z.ZodObject) {
    const map = fromJson(value, '{');
    if (!isMap(map)) return map;
    const shape = schema.shape as Record<string, z.ZodType>;
    return Object.fromEntries(
      Object.entries(map).map(([key, item]) => [key, shape[key] ? coerce(shape[key], item) : item]),
    );
  }
  return value;
}

function coerceUnion(options: readonly z.ZodType[], value: unknown): unknown {
  const asWritten = options.find((option) => option.safeParse(value).success);
  if (asWritten) return value;
  for (const option of options) {
    const coerced = coerce(option, value);
    if (option.safeParse(coerced).success) return coerced;
  }
  return value;
}

function flag(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim().toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : value;
}

function fromJson(value: unknown, opening: '[' | '{'): unknown {
  if (typeof value !== 'string' || !value.trim().startsWith(opening)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function refusal(schema: z.ZodType, value: unknown, property: string): string {
  const options = schema instanceof z.ZodEnum ? `: not one of the values accepted: [${schema.options.join(', ')}]` : '';
  return `Cannot deserialize value of \`${property}\` from ${show(value)}${options}`;
}

function expected(schema: z.ZodType): string {
  if (schema instanceof z.ZodEnum) return `Pilih salah satu: ${schema.options.join(', ')}.`;
  if (schema instanceof z.ZodNumber) return 'Tulis sebuah angka.';
  if (schema instanceof z.ZodBoolean) return 'Tulis true atau false.';
  if (schema instanceof z.ZodArray) return 'Tulis sebuah daftar, atau teks JSON yang berisi daftar.';
  if (schema instanceof z.ZodRecord || schema instanceof z.ZodObject)
    return 'Tulis sebuah map, atau teks JSON yang berisi map.';
  return 'Periksa bentuk nilainya di halaman referensi.';
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function show(value: unknown): string {
  const text = typeof value === 'string' ? `String "${value}"` : (JSON.stringify(value) ?? String(value));
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
