import type * as z from 'zod';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import type { schema } from './Subflow.ts';

/** Waits for the other flow and takes its state over; a flow that isn't there, or refuses its inputs, fails. */
export async function run(properties: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const { namespace, flowId, inheritLabels, wait, transmitFailed } = properties;
  const started = await context.engine.startSubflow({
    namespace,
    flowId,
    inputs: asMap(await context.renderTyped(properties.inputs ?? {})),
    labels: labelsOf(await context.renderTyped(properties.labels ?? {})),
    inheritLabels,
  });
  const link = `[[link execution="${started.id}" flowId="${flowId}" namespace="${namespace}"]]`;
  context.log.info(`Created new execution ${link}`);
  if (!wait) return { outputs: { executionId: started.id } };
  const { state, outputs } = await started.wait();
  const result = { executionId: started.id, state, outputs };
  if (!transmitFailed || state === 'SUCCESS') return { outputs: result };
  if (state === 'WARNING') return { outputs: result, state: 'WARNING' };
  throw new TaskError(`Subflow ${namespace}.${flowId} ended in state ${state}`, {
    explanation: `Flow ${namespace}.${flowId} berakhir ${state}. Baca log eksekusinya: ${started.id}.`,
    outputs: result,
  });
}

const asMap = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

function labelsOf(labels: unknown): Record<string, string> {
  if (!Array.isArray(labels))
    return Object.fromEntries(Object.entries(asMap(labels)).map(([key, value]) => [key, String(value)]));
  return Object.fromEntries(labels.map(({ key, value }) => [String(key), String(value)]));
}
