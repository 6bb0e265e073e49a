/** Properties against their schema, as a Kestra takes them on saving: what is missing, of the wrong kind; what can only fail when run. */
import * as z from 'zod';
import type { Fix } from '../door.ts';
import { diagnosticMessages as say } from '../messages/diagnostics.ts';
import { coerce } from '../plugins/coerce.ts';
import { isOptional, propertyFacts } from '../plugins/property.ts';
import { isDurationSchema, mapped } from './mapped.ts';
import { nearest } from './nearest.ts';
import { isMap, type Raw, type Reader } from './reader.ts';
import type { Path } from './source.ts';

export type Shape = Readonly<Record<string, z.ZodType>>;

const hasTemplate = (value: unknown): boolean =>
  typeof value === 'string'
    ? /\{[{%]/.test(value)
    : typeof value === 'object' && value !== null && Object.values(value).some(hasTemplate);

const isNothing = (value: unknown): value is null | undefined => value === undefined || value === null;
const keyOf = (path: Path): string => String(path.at(-1) ?? '');

/** What does not fit is reported. Answers the properties with those that are not rendered in their own type (`"true"` as a flag). */
export function checkProperties(reader: Reader, shape: Shape, raw: Raw, path: Path, what: string): Raw {
  const ready: Raw = { ...raw };
  for (const [key, schema] of Object.entries(shape)) {
    const at = [...path, key];
    if (isNothing(raw[key])) {
      if (!isOptional(schema) && !misspelt(key, raw, shape)) missing(reader, key, path, what);
      continue;
    }
    const value = checkProperty(reader, schema, raw[key], at);
    if (value === undefined && (!isOptional(schema) || propertyFacts(schema).filled)) missing(reader, key, path, what);
    ready[key] = value;
  }
  return ready;
}

const missing = (reader: Reader, key: string, path: Path, what: string): void =>
  reader.report('missing-property', path, say.missing(key, what), { at: reader.source.keyRangeOf([...path, 'type']) });

/** `mesage` is said once, as a slip of the hand, and not again as a missing `message`. */
const misspelt = (key: string, raw: Raw, shape: Shape): boolean =>
  Object.keys(raw).some((one) => !Object.hasOwn(shape, one) && nearest(one, [key]) === key);

function checkProperty(reader: Reader, schema: z.ZodType, value: unknown, path: Path): unknown {
  const { holds, rendering, inner, saved, notHere } = propertyFacts(schema);
  if (holds) return value;
  if (notHere)
    reader.report('wrong-value', path, say.failsWhenRun(keyOf(path), `belum ada di sini. ${notHere}`), {
      severity: 'warning',
      at: reader.source.keyRangeOf(path),
    });
  if (rendering === undefined) return fixed(reader, schema, value, path);
  if (saved && !mapped(saved, value))
    reader.report('wrong-type', path, say.wrongType(keyOf(path), wanted(bare(saved))));
  else if (rendering === 'before' && inner && !hasTemplate(value)) warnOf(reader, inner, value, path);
  return value;
}

/** Not rendered: a Kestra refuses what does not fit when the flow is saved. */
function fixed(reader: Reader, schema: z.ZodType, value: unknown, path: Path): unknown {
  const plain = bare(schema);
  if (plain instanceof z.ZodObject && isMap(value)) {
    const shape = plain.shape as Shape;
    if (plain.def.catchall instanceof z.ZodNever) reader.unknown(value, Object.keys(shape), path, `\`${keyOf(path)}\``);
    return checkProperties(reader, shape, value, path, `\`${keyOf(path)}\``);
  }
  if (
    plain instanceof z.ZodArray &&
    bare(plain.def.element as z.ZodType) instanceof z.ZodObject &&
    Array.isArray(value)
  )
    return value.map((item, index) =>
      isNothing(item) ? item : fixed(reader, plain.def.element as z.ZodType, item, [...path, index]),
    );
  const read = mapped(schema, value);
  if (!read)
    reader.report('wrong-type', path, say.wrongType(keyOf(path), wanted(plain)), slip(reader, plain, value, path));
  return read?.value ?? (read ? undefined : value);
}

/** A Kestra takes anything here and converts it once it is rendered: it can only fail then. */
function warnOf(reader: Reader, inner: z.ZodType, value: unknown, path: Path): void {
  if (bare(inner) instanceof z.ZodString && typeof value === 'object') return;
  if (inner.safeParse(coerce(inner, value)).success) return;
  const message = say.failsWhenRun(keyOf(path), `tidak cocok: ${wanted(bare(inner))}`);
  reader.report('wrong-value', path, message, { severity: 'warning', ...slip(reader, bare(inner), value, path) });
}

/** `info` where INFO is meant: the fix, in the quotes it is written in. */
function slip(reader: Reader, schema: z.ZodType, value: unknown, path: Path): { fix?: Fix } {
  if (!(schema instanceof z.ZodEnum) || typeof value !== 'string') return {};
  const meant = reader.suggest(value, schema.options.map(String));
  const at = reader.source.rangeOf(path);
  const written = reader.source.textAt(at);
  if (meant === undefined || !written.includes(value)) return {};
  return { fix: { ...at, title: `Ganti dengan ${meant}`, replacement: written.replace(value, () => meant) } };
}

function wanted(schema: z.ZodType): string {
  if (schema instanceof z.ZodEnum) return `pilih salah satu: ${schema.options.join(', ')}.`;
  if (schema instanceof z.ZodNumber) return limits(schema);
  if (schema instanceof z.ZodBoolean) return 'tulis true atau false.';
  if (schema instanceof z.ZodArray) return 'tulis sebuah daftar.';
  if (schema instanceof z.ZodRecord || schema instanceof z.ZodObject) return 'tulis sebuah map.';
  const format = formatOf(schema);
  if (format === 'date') return 'tulis tanggal, misalnya 2019-01-31.';
  if (format === 'datetime') return 'tulis waktu dengan zona, misalnya 2019-01-31T09:00:00Z.';
  if (format === 'time') return 'tulis jam, misalnya 09:00:00.';
  if (schema instanceof z.ZodString && isDurationSchema(schema)) return 'tulis durasi ISO-8601, misalnya PT5M.';
  if (schema instanceof z.ZodString) return 'tulis sebuah teks.';
  return 'periksa bentuknya di halaman referensi.';
}

/** Dates and times are kinds of their own in zod. */
const formatOf = (schema: z.ZodType): unknown => (schema.def as { format?: string }).format;

function limits(schema: z.ZodNumber): string {
  const { minValue } = schema;
  const whole = schema.format === 'safeint' ? 'angka bulat' : 'angka';
  return minValue !== null && minValue > -1_000_000_000
    ? `tulis ${whole}, paling sedikit ${minValue}.`
    : `tulis sebuah ${whole}.`;
}

function bare(schema: z.ZodType): z.ZodType {
  const { innerType } = schema.def as { innerType?: z.ZodType };
  return innerType ? bare(innerType) : schema;
}
