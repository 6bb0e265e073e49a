import { parse } from 'yaml';
import * as z from 'zod';
import { type RunnableDefinition, type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import { isOptional } from '../../property.ts';
import type { schema } from './TemplatedTask.ts';

const OWN = 'io.kestra.plugin.core.templating.TemplatedTask';
/** What every task has and a task inside another has no use for. */
const COMMON: readonly string[] = ['id', 'type', 'description', 'version', 'logLevel', 'timeout', 'retry', 'disabled'];
const MOST_ALIASES = 50;

export async function run({ spec }: z.output<typeof schema>, context: TaskContext): Promise<TaskResult | undefined> {
  const written = read(spec);
  const definition = definitionOf(written, context);
  check(written, definition);
  return context.runOther(definition, written);
}

const map = z.record(z.string(), z.unknown());

function read(spec: string): Record<string, unknown> {
  try {
    return map.safeParse(parse(spec, { maxAliasCount: MOST_ALIASES })).data ?? {};
  } catch (error) {
    throw new TaskError(error instanceof Error ? error.message : String(error), {
      explanation: '`spec` yang sudah dirender bukan YAML yang benar.',
    });
  }
}

function definitionOf({ type }: Record<string, unknown>, context: TaskContext): RunnableDefinition {
  const definition = typeof type === 'string' ? context.definitionOf(type) : undefined;
  if (type !== undefined && !definition) {
    throw new TaskError(`No plugin registered for the defined type: '${String(type)}'`, {
      explanation: `Tipe \`${String(type)}\` di dalam \`spec\` tidak dikenal. Periksa ejaannya.`,
    });
  }
  if (definition?.type === OWN) {
    throw new TaskError(`The templated task cannot be of type '${OWN}'`, {
      explanation: 'Sebuah TemplatedTask tidak boleh berisi TemplatedTask lagi.',
    });
  }
  if (definition?.kind === 'runnable' && !definition.inExecutor) return definition;
  throw new TaskError('The templated task must be a runnable task', {
    explanation: '`spec` harus berisi `type` sebuah task biasa, bukan If, ForEach, atau Labels.',
  });
}

function check(written: Record<string, unknown>, { schema, type }: RunnableDefinition): void {
  const unknown = Object.keys(written).find((key) => !COMMON.includes(key) && !Object.hasOwn(schema.shape, key));
  if (unknown !== undefined) {
    throw new TaskError(`Unrecognized field "${unknown}" (class ${type}), not marked as ignorable`, {
      explanation: `\`${unknown}\` bukan properti dari ${type}.`,
    });
  }
  for (const [key, property] of Object.entries(schema.shape)) {
    if (written[key] !== undefined || isOptional(property as z.ZodType)) continue;
    throw new TaskError(`${key}: must not be null`, { explanation: `Tulis \`${key}\` di dalam \`spec\`.` });
  }
}
