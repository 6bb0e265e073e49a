/** Values written as text become what a schema asks for, as leniently as Kestra's JSON mapper: `"3"` is a number, `"true"` a flag. */
import * as z from 'zod';

/** The nearest value of the schema's type; what does not fit is left for the schema to refuse. */
export function coerce(schema: z.ZodType, value: unknown): unknown {
  if (value === null || value === undefined) return value;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return coerce(schema.def.innerType as z.ZodType, value);
  }
  if (schema instanceof z.ZodUnion) return coerceUnion(schema.def.options as readonly z.ZodType[], value);
  // Where a text is wanted, a list or a map is its JSON.
  if (schema instanceof z.ZodString) return typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (schema instanceof z.ZodEnum) return typeof value === 'object' ? value : String(value);
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

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
