import * as z from 'zod';
import { condition } from '../../definition.ts';
import { late } from '../../property.ts';
import { example, named, namespaceFits, upstreamOf } from './shared.ts';

/** The execution's namespace is this one, or starts or ends with it. */
export default condition({
  ...named('ExecutionNamespace'),
  title: 'Benar untuk eksekusi dari sebuah namespace.',
  about: 'execution',
  schema: z.strictObject({
    type: z.string(),
    namespace: late(z.string()).describe('Namespace-nya.'),
    comparison: late(z.string()).optional().describe('Cara membandingkan: EQUALS, PREFIX, atau SUFFIX.'),
    prefix: late(z.union([z.boolean(), z.string()]))
      .optional()
      .describe('Bentuk lama dari `comparison: PREFIX`.'),
  }),
  holds(properties, at) {
    return namespaceFits(upstreamOf(at).namespace, properties, at);
  },
  example: example(
    'dari-belajar',
    `- type: io.kestra.plugin.core.condition.ExecutionNamespace
  namespace: belajar
  comparison: PREFIX`,
    'Flow',
  ),
});
