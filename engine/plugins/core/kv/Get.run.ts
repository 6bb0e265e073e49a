import type * as z from 'zod';
import type { KvEntry } from '../../../ports/Kv.ts';
import type { TaskContext, TaskResult } from '../../definition.ts';
import { milliseconds } from '../../property.ts';
import type { schema } from './Get.ts';
import { checkKey, checkNamespace, missingKey } from './shared.ts';

/** The flow's own namespace inherits from its parents. An expired value is an error, whatever `errorOnMissing` says. */
export async function run(properties: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const { key, namespace, errorOnMissing } = properties;
  checkNamespace(namespace, context);
  checkKey(key);
  const spaces = namespace === context.execution.namespace ? withParents(namespace) : [namespace];
  for (const space of spaces) {
    const entry = await context.ports.kv.get(space, key);
    if (entry) return { outputs: entry.value === null ? {} : { value: shown(entry) } };
  }
  if (errorOnMissing) throw missingKey(key, namespace);
  return { outputs: {} };
}

/** `a.b.c`, `a.b`, `a`. */
const withParents = (namespace: string): string[] =>
  namespace.split('.').map((_, index, steps) => steps.slice(0, steps.length - index).join('.'));

/** A duration becomes its seconds, as in every output of a Kestra. */
const shown = ({ type, value }: KvEntry): unknown =>
  type === 'DURATION' && typeof value === 'string' ? milliseconds(value) / 1_000 : value;
