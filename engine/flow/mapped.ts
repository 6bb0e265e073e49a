/**
 * A value that is not rendered, as Kestra's JSON mapper (Jackson) takes it when a flow is saved: lenient in its own way (`0` is a flag,
 * `2.9` a whole number 2, an empty text is nothing). Asked from 1.1.15, kind by kind.
 */
import * as z from 'zod';
import { isDuration } from '../plugins/property.ts';

/** What it becomes; `undefined` where Kestra takes it for nothing, or no answer where it refuses. */
export type Mapped = { value: unknown } | undefined;

const LEAST = -2_147_483_648;
const MOST = 2_147_483_647;

const isContainer = (value: unknown): boolean => typeof value === 'object' && value !== null;

export function mapped(schema: z.ZodType, value: unknown): Mapped {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return value === null || value === undefined
      ? { value: undefined }
      : mapped(schema.def.innerType as z.ZodType, value);
  }
  const { format } = schema.def as { format?: string };
  if (schema instanceof z.ZodString && isDurationSchema(schema)) return duration(value);
  if (schema instanceof z.ZodNumber) return checked(schema, number(value, schema.format === 'safeint'));
  if (schema instanceof z.ZodBoolean) return flag(value);
  if (schema instanceof z.ZodEnum) return name(value, schema.options.map(String));
  if (format === 'date') return date(value);
  if (format === 'datetime') return instant(value);
  if (format === 'time') return time(value);
  if (schema instanceof z.ZodString) return isContainer(value) ? undefined : checked(schema, { value: String(value) });
  if (schema instanceof z.ZodArray) return list(schema.def.element as z.ZodType, value);
  if (schema instanceof z.ZodRecord) return record(schema.def.valueType as z.ZodType, value);
  if (schema instanceof z.ZodUnion) return firstFitting(schema.def.options as readonly z.ZodType[], value);
  return schema.safeParse(value).success ? { value } : undefined;
}

/** Its own limits (`min`, `regex`, …) hold for what it became. */
const checked = (schema: z.ZodType, read: Mapped): Mapped =>
  read === undefined || read.value === undefined || schema.safeParse(read.value).success ? read : undefined;

function number(value: unknown, whole: boolean): Mapped {
  if (value === '') return { value: undefined };
  const given = typeof value === 'string' ? Number(value.trim()) : value;
  if (typeof given !== 'number' || Number.isNaN(given)) return undefined;
  if (!whole) return { value: given };
  const cut = Math.trunc(given);
  return cut < LEAST || cut > MOST ? undefined : { value: cut };
}

function flag(value: unknown): Mapped {
  if (typeof value === 'boolean') return { value };
  if (typeof value === 'number') return Number.isInteger(value) ? { value: value !== 0 } : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (text === '') return { value: undefined };
  if (text === 'true' || text === 'True' || text === 'TRUE') return { value: true };
  return text === 'false' || text === 'False' || text === 'FALSE' ? { value: false } : undefined;
}

/** By name, or by its place in the list. */
function name(value: unknown, names: readonly string[]): Mapped {
  if (typeof value === 'number') return names[value] === undefined ? undefined : { value: names[value] };
  return typeof value === 'string' && names.includes(value) ? { value } : undefined;
}

/** `duration()` of the schemas, told from other patterns. */
export const isDurationSchema = (schema: z.ZodString): boolean =>
  schema.format === 'regex' && schema.safeParse('PT1S').success;

/** A number is seconds. */
function duration(value: unknown): Mapped {
  if (value === '') return { value: undefined };
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  if (/^[-+]?\d+(\.\d+)?$/.test(text)) return { value: `PT${Number(text)}S` };
  return isDuration(text) ? { value: text } : undefined;
}

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/;

/** A number is days since 1970. */
function date(value: unknown): Mapped {
  if (value === '' || isEmptyList(value)) return { value: undefined };
  if (typeof value === 'number')
    return Number.isInteger(value) ? { value: new Date(value * 86_400_000).toISOString().slice(0, 10) } : undefined;
  const text = String(value);
  const rest = text.slice(10);
  if (isContainer(value) || !DATE.test(text) || (rest !== '' && !rest.startsWith('T'))) return undefined;
  return Number.isNaN(Date.parse(text.slice(0, 10))) ? undefined : { value: text.slice(0, 10) };
}

/** With a zone; a number is seconds since 1970. */
function instant(value: unknown): Mapped {
  if (value === '') return { value: undefined };
  if (typeof value === 'number') return { value: new Date(value * 1000).toISOString() };
  const text = String(value);
  const zoned = DATE.test(text) && /T\d{2}:\d{2}(:\d{2}([.,]\d+)?)?(Z|[-+]\d{2}(:?\d{2})?)$/i.test(text);
  return isContainer(value) || !zoned ? undefined : { value: text };
}

/** Text, or a list of hours and minutes. */
function time(value: unknown): Mapped {
  if (value === '' || isEmptyList(value)) return { value: undefined };
  const text = Array.isArray(value) ? value.map((part) => String(part).padStart(2, '0')).join(':') : String(value);
  return /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?$/.test(text) ? { value: text } : undefined;
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

function list(element: z.ZodType, value: unknown): Mapped {
  if (!Array.isArray(value)) return undefined;
  // A map of its own kind is made from each: from null it can't be.
  const made = element instanceof z.ZodObject;
  const items = value.map((item) => (item === null ? (made ? undefined : { value: null }) : mapped(element, item)));
  return items.every((item) => item !== undefined) ? { value: items.map((item) => item?.value) } : undefined;
}

function record(element: z.ZodType, value: unknown): Mapped {
  if (!isContainer(value) || Array.isArray(value)) return undefined;
  const entries = Object.entries(value as Record<string, unknown>).map(
    ([key, item]) => [key, item === null ? { value: null } : mapped(element, item)] as const,
  );
  if (entries.some(([, item]) => item === undefined)) return undefined;
  return { value: Object.fromEntries(entries.map(([key, item]) => [key, item?.value])) };
}

function firstFitting(options: readonly z.ZodType[], value: unknown): Mapped {
  for (const option of options) {
    const read = option instanceof z.ZodObject ? object(option, value) : mapped(option, value);
    if (read) return read;
  }
  return undefined;
}

/** Inside a union: every known key fits, none is missing. */
function object(schema: z.ZodObject, value: unknown): Mapped {
  return schema.safeParse(value).success ? { value } : undefined;
}
