import * as z from 'zod';
import { condition } from '../../definition.ts';
import { example } from './shared.ts';

/** About the trigger's own flow: what it is for is gone from Kestra, the name is still taken. */
export default condition({
  type: 'io.kestra.plugin.core.condition.FlowCondition',
  aliases: ['io.kestra.core.models.conditions.types.FlowCondition'],
  deprecated: 'io.kestra.plugin.core.condition.ExecutionFlow',
  title: 'Benar bila trigger ini milik flow itu; sudah usang.',
  about: 'either',
  schema: z.strictObject({
    type: z.string(),
    namespace: z.string().describe('Namespace flow ini.'),
    flowId: z.string().describe('Id flow ini.'),
  }),
  holds({ namespace, flowId }, { flow }) {
    return flow.namespace === namespace && flow.id === flowId;
  },
  example: example(
    'flow-ini',
    `- type: io.kestra.plugin.core.condition.FlowCondition
  namespace: belajar
  flowId: flow-ini`,
    'Flow',
  ),
});
