/** pluginDefaults: applied to every map whose `type` equals or starts with theirs; deep-merged; the task wins unless they are `forced`. */
import { isMap, type Raw, type Reader } from './reader.ts';
import type { Path } from './source.ts';

export interface PluginDefault {
  type: string;
  forced: boolean;
  values: Raw;
}

export function readDefaults(reader: Reader, value: unknown): PluginDefault[] {
  return reader.list(value, ['pluginDefaults'], '`pluginDefaults`').flatMap((item, index) => {
    const path: Path = ['pluginDefaults', index];
    const raw = reader.map(item, path, 'Sebuah pluginDefaults');
    if (!raw) return [];
    reader.unknown(raw, ['type', 'forced', 'values'], path, 'Sebuah pluginDefaults');
    const type = reader.required(raw, 'type', path, 'Sebuah pluginDefaults');
    const values =
      raw.values === undefined || raw.values === null ? {} : reader.map(raw.values, [...path, 'values'], '`values`');
    return type && values ? [{ type, forced: reader.flag(raw.forced, [...path, 'forced'], false), values }] : [];
  });
}

/** The properties with all defaults that fit the type. `knows` drops what the type does not have. */
export function withDefaults(
  raw: Raw,
  types: readonly string[],
  defaults: readonly PluginDefault[],
  knows: (key: string) => boolean,
): Raw {
  const fitting = defaults.filter(({ type }) => types.some((one) => one === type || one.startsWith(type)));
  let merged: Raw = {};
  for (const { values } of fitting.filter(({ forced }) => !forced)) merged = deepMerge(merged, values);
  merged = deepMerge(merged, raw);
  for (const { values } of fitting.filter(({ forced }) => forced)) merged = deepMerge(merged, values);
  return Object.fromEntries(Object.entries(merged).filter(([key]) => Object.hasOwn(raw, key) || knows(key)));
}

function deepMerge(under: Raw, over: Raw): Raw {
  const merged: Raw = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] = isMap(below) && isMap(value) ? deepMerge(below, value) : value;
  }
  return merged;
}
