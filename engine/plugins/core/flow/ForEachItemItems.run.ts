import type { StartedSubflow, TaskContext, TaskResult } from '../../definition.ts';
import { labelsOf } from './Subflow.run.ts';

interface Properties {
  splits: string;
  namespace: string;
  flowId: string;
  revision?: number | undefined;
  inputs?: unknown;
  labels?: unknown;
  inheritLabels: boolean;
  wait: boolean;
  transmitFailed: boolean;
}

/** So many flows run side by side. */
const AT_ONCE = 50;

/** One execution for each part; what they gave is written beside each other, for the merge. */
export async function run(properties: Properties, context: TaskContext): Promise<TaskResult> {
  const { wait, transmitFailed } = properties;
  const list = await new Response(await context.ports.storage.open(properties.splits)).text();
  const parts = list.split('\n').filter((line) => line !== '');
  if (parts.length === 0) return { outputs: null };
  const base = context.storagePrefix.replace('kestra://', '').replace(/\/$/, '');
  const iterations: Record<string, number> = wait ? { CREATED: 0, RUNNING: 0, SUCCESS: 0 } : { SUCCESS: 0, RUNNING: 0 };
  const count = (state: string): void => {
    iterations[state] = (iterations[state] ?? 0) + 1;
  };

  async function one(index: number): Promise<void> {
    const started = await startPart(properties, context, { index, part: parts[index] ?? '', of: parts.length, base });
    if (!wait) return count('SUCCESS');
    const { state, outputs } = await started.wait(context.signal);
    count(state);
    if (!outputs) return;
    const line = `${await context.render('{{ given | toIon }}', { given: outputs })}\n`;
    await context.ports.storage.put(`kestra://${base}/${index}/outputs.ion`, new TextEncoder().encode(line));
  }

  // The first one alone: when it can't be started, none can.
  const first = one(0);
  let next = 1;
  const lane = async (): Promise<void> => {
    while (next < parts.length) await one(next++);
  };
  if (!wait) await first;
  await Promise.all([first, ...Array.from({ length: wait ? AT_ONCE - 1 : 1 }, lane)]);
  const outputs = { subflowOutputsBaseUri: base, iterations, numberOfBatches: parts.length };
  return { outputs, state: transmitFailed ? worst(iterations) : 'SUCCESS' };
}

interface Part {
  index: number;
  part: string;
  of: number;
  base: string;
}

async function startPart(
  { namespace, flowId, revision, inputs, labels, inheritLabels }: Properties,
  context: TaskContext,
  { index, part, of, base }: Part,
): Promise<StartedSubflow> {
  const taskrun = (await context.renderTyped('{{ taskrun }}')) as Record<string, unknown>;
  const extra = { taskrun: { ...taskrun, items: part, iteration: index } };
  const started = await context.engine.startSubflow({
    namespace,
    flowId,
    ...(revision !== undefined && { revision }),
    inputs: (await context.renderTyped(inputs ?? {}, extra)) as Record<string, unknown>,
    labels: labelsOf(await context.renderTyped(labels ?? {}, extra)),
    inheritLabels,
    iteration: index,
    variables: { taskRunOutputs: { numberOfBatches: of, uri: `//${base}/${index}/outputs.ion` } },
  });
  await context.begin();
  context.log.info(
    `Created new execution [[link execution="${started.id}" flowId="${flowId}" namespace="${namespace}"]]`,
  );
  return started;
}

function worst(iterations: Record<string, number>): NonNullable<TaskResult['state']> {
  for (const state of ['KILLED', 'CANCELLED', 'FAILED', 'WARNING'] as const)
    if ((iterations[state] ?? 0) > 0) return state === 'WARNING' ? state : 'FAILED';
  return 'SUCCESS';
}
