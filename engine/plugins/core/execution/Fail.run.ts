import type * as z from 'zod';
import { isTruthy } from '../../../expression/truthy.ts';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import type { schema } from './Fail.ts';

export function run({ condition, errorMessage }: z.output<typeof schema>, { log }: TaskContext): TaskResult {
  if (condition !== undefined && !isTruthy(condition)) return { outputs: {} };
  if (condition !== undefined) log.error('Fail on a condition');
  throw new TaskError(errorMessage, { explanation: 'Task Fail memang menghentikan flow dengan pesan ini.' });
}
