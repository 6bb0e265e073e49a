/**
 * A rendered value becomes what its schema says, as Kestra's JSON mapper would: text to numbers and flags, JSON text to lists and
 * maps. What can't be is an error in Kestra's words with ours beside them.
 */
import * as z from 'zod';
import { coerce } from '../plugins/coerce.ts';
import { TaskError } from '../plugins/definition.ts';

export function convert(schema: z.ZodType, value: unknown, property: string): unknown {
  const result = schema.safeParse(coerce(schema, value));
  if (result.success) return result.data;
  throw new TaskError(refusal(schema, value, property), {
    explanation: `Nilai properti \`${property}\` tidak cocok: ${show(value)}. ${expected(schema)}`,
  });
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

function show(value: unknown): string {
  const text = typeof value === 'string' ? `String "${value}"` : (JSON.stringify(value) ?? String(value));
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
