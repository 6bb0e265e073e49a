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
  const message = refusal(schema, value, property);
  throw new TaskError(message, {
    explanation: `Nilai properti \`${property}\` tidak cocok: ${show(value)}. ${expected(schema)}`,
  });
}

/** As Java names and lists the log levels. */
const LEVELS = { name: 'org.slf4j.event.Level', options: ['ERROR', 'DEBUG', 'TRACE', 'INFO', 'WARN'] };

function refusal(schema: z.ZodType, value: unknown, property: string): string {
  const from = (type: string) => `Cannot deserialize value of type \`${type}\` from ${show(value)}`;
  if (schema instanceof z.ZodEnum) {
    const isLevel = LEVELS.options.every((level) => schema.options.includes(level));
    const { name, options } = isLevel ? LEVELS : { name: property, options: schema.options };
    return `${from(name)}: not one of the values accepted for Enum class: [${options.join(', ')}]`;
  }
  if (schema instanceof z.ZodNumber) return `${from('java.lang.Integer')}: not a valid \`java.lang.Integer\` value`;
  if (schema instanceof z.ZodBoolean) return `${from('java.lang.Boolean')}: only "true" or "false" recognized`;
  return `Cannot deserialize value of \`${property}\` from ${show(value)}`;
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
