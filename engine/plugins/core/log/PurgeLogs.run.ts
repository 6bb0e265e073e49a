import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import { spanOf } from '../execution/span.ts';
import type { schema } from './PurgeLogs.ts';

export async function run(properties: z.output<typeof schema>, { engine }: TaskContext): Promise<TaskResult> {
  const { namespace, flowId, executionId, logLevels } = properties;
  const ids = engine
    .executions({})
    .filter(
      (one) =>
        (executionId === undefined || one.id === executionId) &&
        (flowId === undefined || one.flowId === flowId) &&
        (namespace === undefined || one.namespace === namespace),
    )
    .map(({ id }) => id);
  const count = await engine.purgeLogs(ids, { ...spanOf(properties), ...(logLevels && { levels: logLevels }) });
  return { outputs: { count } };
}
