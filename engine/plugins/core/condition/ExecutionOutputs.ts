import * as z from 'zod';
import { isTruthy } from '../../../expression/truthy.ts';
import { condition } from '../../definition.ts';
import { late } from '../../property.ts';
import { example, named, upstreamOf } from './shared.ts';

/** An expression over the flow outputs of the execution. */
export default condition({
  ...named('ExecutionOutputs'),
  title: 'Benar bila ungkapan tentang output eksekusi itu benar.',
  about: 'execution',
  schema: z.strictObject({
    type: z.string(),
    expression: late(z.string()).describe('Ungkapan atas `trigger.outputs`.'),
  }),
  async holds({ expression }, at) {
    if (upstreamOf(at).outputs === undefined) return false;
    return isTruthy(await at.render(expression));
  },
  example: example(
    'banyak-baris',
    `- type: io.kestra.plugin.core.condition.ExecutionOutputs
  expression: "{{ trigger.outputs.baris > 0 }}"`,
    'Flow',
  ),
});
