/**
 * pluginDefaults: applied to every map whose `type` equals or starts with theirs; deep-merged; the task wins unless they are `forced`.
 * A default under an old name (alias) counts for the new one too, not the other way round (asked from Kestra 1.1.15).
 */
import * as z from 'zod';
import { diagnosticMessages as say } from '../messages/diagnostics.ts';
import { findPlugin } from '../plugins/registry.ts';
import { checkProperties } from './properties.ts';
import { isMap, type Raw, type Reader } from './reader.ts';
import { TASK, TRIGGER } from './shapes.ts';
import type { Path } from './source.ts';

export interface PluginDefault {
  types: readonly string[];
  forced: boolean;
  values: Raw;
}

const SHAPE = {
  type: z.string(),
  forced: z.boolean().optional(),
  values: z.record(z.string(), z.unknown()),
};

export function readDefaults(reader: Reader, key: 'pluginDefaults' | 'taskDefaults', value: unknown): PluginDefault[] {
  return reader.list(value, [key], `\`${key}\``).flatMap((item, index) => {
    const path: Path = [key, index];
    const what = 'Sebuah pluginDefaults';
    // Only of the older name a Kestra takes nothing for an entry.
    if (item === null && key === 'taskDefaults') return [];
    const written = reader.map(item, path, what);
    if (!written) return [];
    reader.unknown(written, Object.keys(SHAPE), path, what);
    const { type, forced, values } = checkProperties(reader, SHAPE, written, path, what);
    if (typeof type !== 'string' || !isMap(values)) return [];
    checkValues(reader, type, values, [...path, 'values']);
    const canonical = findPlugin(type)?.type ?? type;
    return [{ types: [...new Set([type, canonical])], forced: forced === true, values }];
  });
}

/** A whole type's name: its properties are known. Under a prefix, what a type does not have is dropped. */
function checkValues(reader: Reader, type: string, values: Raw, path: Path): void {
  const definition = findPlugin(type);
  if (!definition) return;
  const common =
    definition.kind === 'trigger' ? [...Object.keys(TRIGGER), 'labels', 'stopAfter', 'conditions'] : Object.keys(TASK);
  const known = ['id', 'type', 'retry', ...common, ...Object.keys(definition.schema.shape)];
  for (const key of Object.keys(values)) {
    if (known.includes(key)) continue;
    reader.report(
      'unknown-property',
      [...path, key],
      say.unknownProperty(key, `Type \`${type}\``, reader.suggest(key, known)),
      {
        at: reader.source.keyRangeOf([...path, key]),
      },
    );
  }
}

/**
 * The properties with all defaults that fit the type as written; a nearer type's name counts more, of two alike the first; lists
 * are joined. `knows` drops what the type does not have.
 */
export function withDefaults(
  raw: Raw,
  type: string,
  defaults: readonly PluginDefault[],
  knows: (key: string) => boolean,
): Raw {
  const fitting = defaults
    .map((one) => ({ ...one, near: Math.max(...one.types.map((name) => (type.startsWith(name) ? name.length : -1))) }))
    .filter(({ near }) => near >= 0);
  if (fitting.length === 0) return raw;
  let merged: Raw = withoutNulls(raw);
  const nearestFirst = fitting.filter(({ forced }) => !forced).sort((a, b) => b.near - a.near);
  for (const { values } of nearestFirst) merged = merge(values, merged);
  const nearestLast = fitting.filter(({ forced }) => forced).sort((a, b) => a.near - b.near);
  for (const { values } of nearestLast.reverse()) merged = merge(merged, values);
  return Object.fromEntries(Object.entries(merged).filter(([key]) => Object.hasOwn(raw, key) || knows(key)));
}

/** What stands as null in the text is not there. */
const withoutNulls = (map: Raw): Raw =>
  Object.fromEntries(
    Object.entries(map).flatMap(([key, value]) =>
      value === null ? [] : [[key, isMap(value) ? withoutNulls(value) : value]],
    ),
  );

function merge(under: Raw, over: Raw): Raw {
  const merged: Raw = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    if (isMap(below) && isMap(value)) merged[key] = merge(below, value);
    else merged[key] = Array.isArray(below) && Array.isArray(value) ? [...below, ...value] : value;
  }
  return merged;
}
