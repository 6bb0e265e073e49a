/** As a Kestra: `bytes` goes before `partitions`, then `rows`, then the pattern. An empty file gives no parts. */
import type * as z from 'zod';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import { learnersPattern } from '../../pattern.ts';
import { endingOf, openFile } from './files.ts';
import { linesOf } from './lines.ts';
import { inTurn, sideBySide } from './parts.ts';
import type { schema } from './Split.ts';

type Properties = z.output<typeof schema>;

export async function run(properties: Properties, context: TaskContext): Promise<TaskResult> {
  return { outputs: { uris: await parts(properties, context) } };
}

async function parts(properties: Properties, context: TaskContext): Promise<string[]> {
  const { from, bytes, partitions, rows, regexPattern, separator } = properties;
  const target = { ending: endingOf(from), separator };
  const lines = async () => linesOf(await openFile(from, context));
  if (bytes !== undefined) {
    const limit = sizeOf(bytes);
    return inTurn(await lines(), (_, size) => size >= limit, target, context);
  }
  if (partitions !== undefined) {
    if (partitions < 1) throw noPartition(partitions);
    return sideBySide(await lines(), (_, index) => String(index % partitions), target, context);
  }
  if (rows !== undefined) return inTurn(await lines(), (count) => count >= rows, target, context);
  if (regexPattern !== undefined) {
    const keyOf = groupOf(regexPattern);
    return sideBySide(await lines(), keyOf, target, context);
  }
  throw new TaskError('Invalid configuration with no size, count, rows, nor regexPattern', {
    explanation: 'Tulis salah satu: `rows`, `bytes`, `partitions` atau `regexPattern`.',
  });
}

const UNITS = { '': 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 } as const;

/** `10MB` in bytes. */
function sizeOf(text: string): number {
  const [, digits, unit = ''] = /^(\d+)(KB|MB|GB)?$/i.exec(text.trim()) ?? [];
  if (digits !== undefined) return Number(digits) * UNITS[unit.toUpperCase() as keyof typeof UNITS];
  throw new TaskError(`Invalid size with value '${text}'`, {
    explanation: 'Tulis ukuran tanpa spasi, misalnya 500KB, 10MB atau 1GB.',
  });
}

/** The first group's text; a line without it belongs to no part. */
function groupOf(pattern: string): (line: string) => string | undefined {
  const compiled = learnersPattern(pattern);
  if (compiled.groupCount() === 0) return () => undefined;
  return (line) => {
    const matcher = compiled.matcher(line);
    return matcher.find() ? (matcher.group(1) ?? undefined) : undefined;
  };
}

const noPartition = (count: number): TaskError =>
  new TaskError(`Index 0 out of bounds for length ${count}`, {
    explanation: '`partitions` harus 1 atau lebih.',
  });
