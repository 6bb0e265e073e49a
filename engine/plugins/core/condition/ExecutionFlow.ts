import * as z from 'zod';
import { condition } from '../../definition.ts';
import { late } from '../../property.ts';
import { example, named, upstreamOf } from './shared.ts';

/** The execution is one of this flow. */
export default condition({
  ...named('ExecutionFlow'),
  title: 'Benar untuk eksekusi sebuah flow tertentu.',
  about: 'execution',
  schema: z.strictObject({
    type: z.string(),
    namespace: late(z.string()).describe('Namespace flow itu.'),
    flowId: late(z.string()).describe('Id flow itu.'),
  }),
  async holds({ namespace, flowId }, at) {
    const execution = upstreamOf(at);
    return execution.namespace === (await at.render(namespace)) && execution.flowId === (await at.render(flowId));
  },
  example: example(
    'sesudah-ambil',
    `- type: io.kestra.plugin.core.condition.ExecutionFlow
  namespace: belajar
  flowId: ambil`,
    'Flow',
  ),
});
