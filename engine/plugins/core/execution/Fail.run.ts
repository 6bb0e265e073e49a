import type * as z from 'zod';
import { isTruthy } from '../../../expression/truthy.ts';
import { TaskError, type TaskResult } from '../../definition.ts';
import type { schema } from './Fail.ts';

export function run({ condition, errorMessage }: z.output<typeof schema>): TaskResult {
  if (condition !== undefined && !isTruthy(condition)) return { outputs: {} };
  const explanation = 'Task Fail memang menghentikan flow dengan pesan ini.';
  if (condition === undefined) throw new TaskError(errorMessage, { explanation });
  throw new TaskError('Fail on a condition', { explanation, lines: [errorMessage] });
}
