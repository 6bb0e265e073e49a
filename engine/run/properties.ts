/**
 * A task's properties become what its plugin asked for: defaults filled in, those marked `rendered` rendered and converted,
 * those marked `late` handed on as written.
 */
import * as z from 'zod';
import { TaskError } from '../plugins/definition.ts';
import { defaultOf, propertyFacts } from '../plugins/property.ts';
import { convert } from './convert.ts';

export async function renderProperties(
  schema: z.ZodObject,
  written: Record<string, unknown>,
  render: (template: string) => Promise<string>,
  path = '',
): Promise<Record<string, unknown>> {
  const ready: Record<string, unknown> = {};
  for (const [key, property] of Object.entries(schema.shape as Record<string, z.ZodType>)) {
    const value = written[key] ?? defaultOf(property);
    if (value === undefined || value === null) continue;
    ready[key] = await renderProperty(property, value, render, path + key);
  }
  return ready;
}

async function renderProperty(
  schema: z.ZodType,
  value: unknown,
  render: (template: string) => Promise<string>,
  path: string,
): Promise<unknown> {
  const { rendering, inner, holds, notHere } = propertyFacts(schema);
  if (notHere) throw new TaskError(`\`${path}\` is not supported`, { explanation: notHere });
  if (holds || rendering === 'late') return value;
  if (rendering === 'before') return convert(inner ?? z.unknown(), await renderDeep(value, render), path);
  const plain = bare(schema);
  if (plain instanceof z.ZodObject && isMap(value)) return renderProperties(plain, value, render, `${path}.`);
  if (
    plain instanceof z.ZodArray &&
    Array.isArray(value) &&
    bare(plain.def.element as z.ZodType) instanceof z.ZodObject
  ) {
    const element = plain.def.element as z.ZodType;
    return Promise.all(value.map((item, index) => renderProperty(element, item, render, `${path}[${index}]`)));
  }
  return convert(schema, value, path);
}

/** Every string in a list or map is rendered on its own; keys too, as in Kestra. */
export async function renderDeep(value: unknown, render: (template: string) => Promise<unknown>): Promise<unknown> {
  if (typeof value === 'string') return value.includes('{') ? render(value) : value;
  if (Array.isArray(value)) return Promise.all(value.map((item) => renderDeep(item, render)));
  if (!isMap(value)) return value;
  const entries = Object.entries(value).map(async ([key, item]) => {
    return [key.includes('{') ? String(await render(key)) : key, await renderDeep(item, render)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

function bare(schema: z.ZodType): z.ZodType {
  const { innerType } = schema.def as { innerType?: z.ZodType };
  return innerType ? bare(innerType) : schema;
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
