/** What may be written where the cursor stands: types, the properties of the task, the values of an enum. From the schemas. */
import * as z from 'zod';
import { propertyFacts } from '../plugins/property.ts';
import { allPlugins, findPlugin } from '../plugins/registry.ts';
import { COMMON } from './tasks.ts';

export interface Completion {
  label: string;
  detail: string;
  apply: string;
}

export interface Completions {
  from: number;
  to: number;
  options: Completion[];
}

const FLOW_KEYS: Record<string, string> = {
  id: 'Nama flow.',
  namespace: 'Tempat flow.',
  inputs: 'Yang ditanyakan sebelum mulai.',
  variables: 'Nilai yang dipakai berulang.',
  tasks: 'Yang dikerjakan, berurutan.',
  errors: 'Task bila ada yang gagal.',
  finally: 'Task yang selalu dijalankan di akhir.',
  outputs: 'Yang diserahkan flow ini.',
  triggers: 'Yang menjalankan flow dengan sendirinya.',
  pluginDefaults: 'Nilai bawaan untuk sebuah type.',
  labels: 'Tanda pada eksekusi.',
  description: 'Keterangan.',
  concurrency: 'Batas eksekusi bersamaan.',
  retry: 'Mencoba lagi bila gagal.',
};

export function completions(source: string, offset: number): Completions {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  const before = source.slice(start, offset);
  const value = /^\s*(?:- )?(\w+):\s+["']?([\w.@-]*)$/.exec(before);
  if (value) return valuesOf(source, offset, value[1] ?? '', value[2] ?? '');
  const key = /^(\s*(?:- )?)(\w*)$/.exec(before);
  if (!key) return { from: offset, to: offset, options: [] };
  const word = key[2] ?? '';
  return { from: offset - word.length, to: offset, options: keysAt(source, start, (key[1] ?? '').length) };
}

function valuesOf(source: string, offset: number, key: string, word: string): Completions {
  const range = { from: offset - word.length, to: offset };
  if (key === 'type') {
    return { ...range, options: allPlugins().map(({ type, title }) => ({ label: type, detail: title, apply: type })) };
  }
  const schema = typeAbove(source, offset)?.schema.shape[key] as z.ZodType | undefined;
  const inner = schema && (propertyFacts(schema).inner ?? schema);
  if (inner instanceof z.ZodEnum)
    return { ...range, options: inner.options.map((one) => ({ label: String(one), detail: '', apply: String(one) })) };
  if (inner instanceof z.ZodBoolean)
    return { ...range, options: ['true', 'false'].map((one) => ({ label: one, detail: '', apply: one })) };
  return { ...range, options: [] };
}

function keysAt(source: string, offset: number, indent: number): Completion[] {
  if (indent === 0) return Object.entries(FLOW_KEYS).map(([label, detail]) => ({ label, detail, apply: `${label}: ` }));
  const shape = (typeAbove(source, offset)?.schema.shape ?? {}) as Record<string, z.ZodType>;
  const own = Object.entries(shape).map(([label, schema]) => ({
    label,
    detail: schema.description ?? '',
    apply: `${label}: `,
  }));
  return [...own, ...COMMON.map((label) => ({ label, detail: '', apply: `${label}: ` }))];
}

/** The type written nearest above, in the task the cursor stands in. */
function typeAbove(source: string, offset: number) {
  const lines = source.slice(0, offset).split('\n').reverse();
  for (const line of lines) {
    const match = /^\s*(?:- )?type:\s*["']?([\w.]+)/.exec(line);
    const definition = match?.[1] === undefined ? undefined : findPlugin(match[1]);
    if (definition) return definition;
    if (/^\S/.test(line)) return undefined;
  }
  return undefined;
}
