import type * as z from 'zod';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import type { schema } from './Subflow.ts';

/** Waits for the other flow and takes its state over; a flow that isn't there, or refuses its inputs, fails. */
export async function run(properties: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const { namespace, flowId, revision, inheritLabels, wait, transmitFailed } = properties;
  const started = await context.engine.startSubflow({
    namespace,
    flowId,
    ...(revision !== undefined && { revision }),
    inputs: asMap(await context.renderTyped(properties.inputs ?? {})),
    labels: labelsOf(await context.renderTyped(properties.labels ?? {})),
    inheritLabels,
  });
  await context.begin();
  const link = `[[link execution="${started.id}" flowId="${flowId}" namespace="${namespace}"]]`;
  context.log.info(`Created new execution ${link}`);
  if (!wait) return { outputs: { executionId: started.id, state: 'CREATED' } };
  const { state, outputs } = await started.wait(context.signal);
  const result = { executionId: started.id, state, ...(outputs && { outputs }) };
  if (!transmitFailed || state === 'SUCCESS') return { outputs: result };
  if (state === 'WARNING') {
    context.log.warn(`Subflow execution ${link} ends in WARNING state`);
    return { outputs: result, state };
  }
  throw new TaskError(`Subflow execution ${link} ends in ${state} state`, {
    explanation: `Flow ${namespace}.${flowId} berakhir ${state}. Baca log eksekusinya: ${started.id}.`,
    outputs: result,
  });
}

const asMap = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** A map, or a list of `key` and `value`. */
export function labelsOf(labels: unknown): Record<string, string> {
  if (!Array.isArray(labels))
    return Object.fromEntries(Object.entries(asMap(labels)).map(([key, value]) => [key, String(value)]));
  return Object.fromEntries(labels.map(({ key, value }) => [String(key), String(value)]));
}
