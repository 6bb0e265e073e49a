import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import { fetchTypeOf } from '../fetch.ts';
import type { schema } from './Query.ts';
import { runDuckdb } from './runDuckdb.ts';

export async function run(properties: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const fetchType = fetchTypeOf(properties);
  const { results, ...files } = await runDuckdb({ ...properties, fetchType, transaction: true }, context);
  const result = results.find((one) => one !== undefined);
  return { outputs: { ...(fetchType === 'STORE' && result && { row: null }), ...result, ...files } };
}
