import type * as z from 'zod';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import type { schema } from './Labels.ts';

/** Fails for `system.*` and for empty keys or values, as a Kestra does. */
export async function run({ labels }: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const rendered = await (typeof labels === 'string' ? context.renderTyped(labels) : context.renderEach(labels));
  const pairs = pairsOf(typeof rendered === 'string' ? parsed(rendered) : rendered);
  for (const [key, value] of pairs) {
    if (key.startsWith('system.')) {
      throw new TaskError(`System labels can only be set by Kestra itself, offending label: ${key}=${value}`, {
        explanation: 'Label yang diawali `system.` hanya boleh dipasang oleh Kestra. Pakai nama lain.',
      });
    }
    if (key === '' || value === '') {
      throw new TaskError(`Label values cannot be empty, offending label: ${key}`, {
        explanation: `Label \`${key}\` bernilai kosong. Isi nilainya, atau hapus label itu.`,
      });
    }
  }
  context.setLabels(Object.fromEntries(pairs));
  return {};
}

function pairsOf(labels: unknown): (readonly [string, string])[] {
  if (Array.isArray(labels)) return labels.map(pairOf);
  if (typeof labels === 'object' && labels !== null) {
    const given = Object.entries(labels).filter(([, value]) => value !== null && value !== undefined);
    return given.map(([key, value]) => [key, String(value)] as const);
  }
  throw unknownType(labels);
}

function pairOf(item: unknown): readonly [string, string] {
  if (typeof item !== 'object' || item === null || !('key' in item)) throw unknownType(item);
  return [String(item.key), 'value' in item ? String(item.value ?? '') : ''];
}

const unknownType = (value: unknown): TaskError =>
  new TaskError(`Unknown value type: ${typeof value}`, {
    explanation: 'Tulis `labels` sebagai map `nama: nilai`, atau daftar yang setiap isinya punya `key` dan `value`.',
  });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TaskError(`Unable to parse the labels: ${text.slice(0, 200)}`, {
      explanation: 'Teks pada `labels` bukan JSON yang benar.',
    });
  }
}
