import type * as z from 'zod';
import { type SubflowEnd, type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
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
  const ended = await started.wait(context.signal);
  for (const warning of ended.warnings) context.log.warn(warning);
  if (ended.error !== undefined) return withoutOutputs(ended.error, started.id, context);
  return taken(ended, transmitFailed, context, { id: started.id, link, name: `${namespace}.${flowId}` });
}

/** What the other flow gives can't be had: whatever its state, the task fails (Kestra 1.1.15). */
function withoutOutputs(error: string, executionId: string, context: TaskContext): TaskResult {
  context.log.error(`Failed to extract outputs with the error: '${error}'`);
  const outputs = { executionId, state: 'FAILED' };
  return { outputs, state: forgiven('FAILED', context), through: 'FAILED', unread: true };
}

/** The other flow's end becomes the task's: what is bad is forgiven as the task allows; one that was cancelled is no failure. */
function taken(
  { state, outputs }: SubflowEnd,
  transmitFailed: boolean,
  context: TaskContext,
  { id, link, name }: { id: string; link: string; name: string },
): TaskResult {
  // In this order a Kestra prints them.
  const result = { ...(outputs && { outputs }), executionId: id, state };
  const isBad = state === 'FAILED' || state === 'WARNING' || state === 'KILLED';
  const end = transmitFailed && isBad ? forgiven(state, context) : 'SUCCESS';
  if (end === 'FAILED')
    throw new TaskError(`Subflow execution ${link} ends in FAILED state`, {
      explanation: `Flow ${name} berakhir FAILED. Baca log eksekusinya: ${id}.`,
      outputs: result,
    });
  if (end === 'WARNING') context.log.warn(`Subflow execution ${link} ends in WARNING state`);
  return { outputs: result, state: end, ...(state !== end && { through: state }) };
}

function forgiven(
  state: 'FAILED' | 'WARNING' | 'KILLED',
  { task: { allowFailure, allowWarning } }: TaskContext,
): 'SUCCESS' | 'FAILED' | 'WARNING' | 'KILLED' {
  const warned = state === 'FAILED' && allowFailure ? 'WARNING' : state;
  return warned === 'WARNING' && allowWarning ? 'SUCCESS' : warned;
}

const asMap = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** A map, or a list of `key` and `value`. */
export function labelsOf(labels: unknown): Record<string, string> {
  if (!Array.isArray(labels))
    return Object.fromEntries(Object.entries(asMap(labels)).map(([key, value]) => [key, String(value)]));
  return Object.fromEntries(labels.map(({ key, value }) => [String(key), String(value)]));
}
