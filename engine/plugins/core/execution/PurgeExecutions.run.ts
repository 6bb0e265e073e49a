import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import type { schema } from './PurgeExecutions.ts';
import { spanOf } from './span.ts';

/** What is still running stays, this execution included. */
export async function run(properties: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const { namespace, flowId, states } = properties;
  const ids = context.engine
    .executions({ ...spanOf(properties), ...(states && { states }) })
    .filter((one) => isMeant(one, namespace, flowId))
    .map(({ id }) => id);
  const { executions, logs, files, metrics } = await context.engine.purge(ids, {
    executions: properties.purgeExecution,
    logs: properties.purgeLog,
    files: properties.purgeStorage,
    metrics: properties.purgeMetric,
  });
  return {
    outputs: { executionsCount: executions, logsCount: logs, storagesCount: files, metricsCount: metrics },
  };
}

function isMeant(
  one: { namespace: string; flowId: string },
  namespace: string | undefined,
  flowId: string | undefined,
): boolean {
  if (flowId !== undefined) return one.flowId === flowId && (namespace === undefined || one.namespace === namespace);
  return namespace === undefined || one.namespace === namespace || one.namespace.startsWith(`${namespace}.`);
}
