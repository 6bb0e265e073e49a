import type * as z from 'zod';
import type { TaskResult } from '../../definition.ts';
import type { schema } from './OutputValues.ts';

/** Keys without a value are left out, as a Kestra's answer leaves them out. */
export function run({ values }: z.output<typeof schema>): TaskResult {
  const kept = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  return { outputs: { values: Object.fromEntries(kept) } };
}
