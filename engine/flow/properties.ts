/** A type's own properties against its plugin's schema: what is unknown, missing, of the wrong kind; what can only fail when run. */
import * as z from 'zod';
import { diagnosticMessages as say } from '../messages/diagnostics.ts';
import { coerce } from '../plugins/coerce.ts';
import { isOptional, propertyFacts } from '../plugins/property.ts';
import { nearest } from './nearest.ts';
import { isMap, type Raw, type Reader } from './reader.ts';
import type { Path } from './source.ts';

const hasTemplate = (value: unknown): boolean =>
  typeof value === 'string'
    ? /\{[{%]/.test(value)
    : typeof value === 'object' && value !== null && Object.values(value).some(hasTemplate);

/** `written`: which keys stand in the text itself; others came from pluginDefaults and are not blamed. */
export function checkProperties(
  reader: Reader,
  schema: z.ZodObject,
  raw: Raw,
  path: Path,
  what: string,
  written: (key: string) => boolean,
): void {
  for (const [key, property] of Object.entries(schema.shape as Record<string, z.ZodType>)) {
    const value = raw[key];
    const { holds, rendering, inner } = propertyFacts(property);
    if (value === undefined || value === null) {
      if (!isOptional(property) && !misspelt(key, raw, schema.shape))
        reader.report('missing-property', path, say.missing(key, what), {
          at: reader.source.keyRangeOf([...path, 'type']),
        });
    } else if (holds || !written(key)) continue;
    else if (rendering === undefined) checkFixed(reader, property, value, [...path, key]);
    else if (rendering === 'before' && inner && !hasTemplate(value)) warnOf(reader, inner, value, [...path, key]);
  }
}

/** `mesage` is said once, as a slip of the hand, and not again as a missing `message`. */
const misspelt = (key: string, raw: Raw, shape: Record<string, unknown>): boolean =>
  Object.keys(raw).some((one) => !Object.hasOwn(shape, one) && nearest(one, [key]) === key);

/** Not rendered: a Kestra refuses what does not fit when the flow is saved. */
function checkFixed(reader: Reader, schema: z.ZodType, value: unknown, path: Path): void {
  const plain = bare(schema);
  if (plain instanceof z.ZodObject && isMap(value)) {
    const shape = plain.shape as Record<string, z.ZodType>;
    if (plain.def.catchall instanceof z.ZodNever)
      reader.unknown(value, Object.keys(shape), path, `\`${String(path.at(-1))}\``);
    checkNested(reader, shape, value, path);
    return;
  }
  if (schema.safeParse(coerce(schema, value)).success) return;
  reader.report('wrong-type', path, say.wrongType(String(path.at(-1)), wanted(plain)));
}

function checkNested(reader: Reader, shape: Record<string, z.ZodType>, value: Raw, path: Path): void {
  for (const [key, property] of Object.entries(shape)) {
    const item = value[key];
    const { rendering, inner } = propertyFacts(property);
    if (item === undefined || item === null) {
      if (!isOptional(property))
        reader.report('missing-property', path, say.missing(key, `\`${String(path.at(-1))}\``));
    } else if (rendering === undefined) checkFixed(reader, property, item, [...path, key]);
    else if (rendering === 'before' && inner && !hasTemplate(item)) warnOf(reader, inner, item, [...path, key]);
  }
}

function warnOf(reader: Reader, inner: z.ZodType, value: unknown, path: Path): void {
  if (inner.safeParse(coerce(inner, value)).success) return;
  const isText = bare(inner) instanceof z.ZodString && (Array.isArray(value) || isMap(value));
  const severity = isText ? ('error' as const) : ('warning' as const);
  const key = String(path.at(-1));
  const message = isText
    ? say.wrongType(key, wanted(inner))
    : say.failsWhenRun(key, `tidak cocok: ${wanted(bare(inner))}`);
  reader.report(isText ? 'wrong-type' : 'wrong-value', path, message, { severity });
}

function wanted(schema: z.ZodType): string {
  if (schema instanceof z.ZodEnum) return `pilih salah satu: ${schema.options.join(', ')}.`;
  if (schema instanceof z.ZodNumber) return 'tulis sebuah angka.';
  if (schema instanceof z.ZodBoolean) return 'tulis true atau false.';
  if (schema instanceof z.ZodArray) return 'tulis sebuah daftar.';
  if (schema instanceof z.ZodRecord || schema instanceof z.ZodObject) return 'tulis sebuah map.';
  if (schema instanceof z.ZodString)
    return schema.format === 'regex' ? 'tulis durasi ISO-8601, misalnya PT5M.' : 'tulis sebuah teks.';
  return 'periksa bentuknya di halaman referensi.';
}

function bare(schema: z.ZodType): z.ZodType {
  const { innerType } = schema.def as { innerType?: z.ZodType };
  return innerType ? bare(innerType) : schema;
}
