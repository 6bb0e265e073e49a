import * as z from 'zod';
import { condition } from '../../definition.ts';
import { example, namespaceFits } from './shared.ts';

/** About the namespace of the trigger's own flow. */
export default condition({
  type: 'io.kestra.plugin.core.condition.FlowNamespaceCondition',
  aliases: ['io.kestra.core.models.conditions.types.FlowNamespaceCondition'],
  deprecated: 'io.kestra.plugin.core.condition.ExecutionNamespace',
  title: 'Benar bila flow ini ada di namespace itu; sudah usang.',
  about: 'either',
  schema: z.strictObject({
    type: z.string(),
    namespace: z.string().describe('Namespace-nya.'),
    comparison: z.string().optional().describe('Cara membandingkan: EQUALS, PREFIX, atau SUFFIX.'),
    prefix: z.union([z.boolean(), z.string()]).optional().describe('Bentuk lama dari `comparison: PREFIX`.'),
  }),
  holds(properties, at) {
    return namespaceFits(at.flow.namespace, properties, at);
  },
  example: example(
    'namespace-ini',
    `- type: io.kestra.plugin.core.condition.FlowNamespaceCondition
  namespace: belajar`,
    'Flow',
  ),
});
