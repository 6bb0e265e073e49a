import type * as z from 'zod';
import { type TaskContext, TaskError, type TaskResult } from '../../definition.ts';
import type { schema } from './Count.ts';
import { spanOf } from './span.ts';

type Counted = { namespace: string; flowId?: string; count: number };

export async function run(properties: z.output<typeof schema>, context: TaskContext): Promise<TaskResult> {
  const { flows, namespaces, states, expression } = properties;
  if (!flows && !namespaces) {
    throw new TaskError('You must provide a list of flows or namespaces.', {
      explanation: 'Sebutkan yang dihitung: `flows` (daftar `namespace` dan `flowId`), atau `namespaces`.',
    });
  }
  const known = context.engine.executions({ ...spanOf(properties), ...(states && { states }) });
  const count = (namespace: string, flowId?: string): number =>
    known.filter((one) => one.namespace === namespace && (flowId === undefined || one.flowId === flowId)).length;
  const all: Counted[] = [
    ...(flows ?? []).map(({ namespace, flowId }) => ({ namespace, flowId, count: count(namespace, flowId) })),
    // A namespace without any is not there; a flow is named, and has none.
    ...(namespaces ?? []).flatMap((namespace) => {
      const found = count(namespace);
      return found > 0 ? [{ namespace, count: found }] : [];
    }),
  ];
  context.log.trace(`${all.length} flows matching filters`);
  const results: Counted[] = [];
  for (const one of all)
    if ((await context.render(expression, { count: one.count })).trim() === 'true') results.push(one);
  context.log.debug(`${results.length} flows matching the expression`);
  return { outputs: { results, total: results.reduce((sum, one) => sum + one.count, 0) } };
}
