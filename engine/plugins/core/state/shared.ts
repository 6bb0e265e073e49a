/** States live in the namespace's KV store as JSON under a name of their own; a task in a loop has one for each value. */
import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod';
import type { TaskContext } from '../../definition.ts';
import { rendered } from '../../property.ts';

export const stateShape = {
  name: rendered(z.string()).default('default').describe('Nama keadaan.'),
  namespace: rendered(z.boolean()).default(false).describe('Dipakai bersama oleh semua flow di namespace.'),
  taskrunValue: rendered(z.boolean()).default(true).describe('Di dalam ForEach, satu keadaan untuk setiap nilai.'),
};

interface Named {
  name: string;
  namespace: boolean;
  taskrunValue: boolean;
}

export async function keyOf({ name, namespace, taskrunValue }: Named, context: TaskContext): Promise<string> {
  const value = taskrunValue ? await context.render("{{ taskrun.value ?? '' }}") : '';
  return [
    ...(namespace ? [] : [context.execution.flowId]),
    'states_tasks-states',
    name,
    ...(value === '' ? [] : [bytesToHex(md5(utf8ToBytes(value)))]),
  ].join('_');
}

/** Nothing where there is no such state. */
export async function readState(key: string, context: TaskContext): Promise<Record<string, unknown> | undefined> {
  const entry = await context.ports.kv.get(context.execution.namespace, key);
  const state = entry?.value;
  return typeof state === 'object' && state !== null && !Array.isArray(state) ? { ...state } : undefined;
}
