import type * as z from 'zod';
import type { TaskContext, TaskResult } from '../../definition.ts';
import type { schema } from './Toggle.ts';

export async function run(
  properties: z.output<typeof schema>,
  { engine, execution }: TaskContext,
): Promise<TaskResult> {
  const { trigger, enabled, namespace = execution.namespace, flowId = execution.flowId } = properties;
  await engine.toggleTrigger({ namespace, flowId, triggerId: trigger }, !enabled);
  return { outputs: {} };
}
