import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import { fetchTypeOf } from '../fetch.ts';
import { runScript } from '../statements.ts';
import type { schema } from './Query.ts';

/** Of several statements the first one's result counts, as with a JDBC driver. STORE names its empty `row`, as a Kestra does. */
export async function run(properties: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const fetchType = fetchTypeOf(properties);
  const [result] = await runScript({ ...properties, fetchType, transaction: true }, context);
  return { outputs: fetchType === 'STORE' && result ? { row: null, ...result } : { ...result } };
}
