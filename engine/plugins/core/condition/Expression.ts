import * as z from 'zod';
import { isTruthy } from '../../../expression/truthy.ts';
import { condition } from '../../definition.ts';
import { late } from '../../property.ts';
import { example } from './shared.ts';

/** Any expression. A Kestra calls it VariableCondition in older flows. */
export default condition({
  type: 'io.kestra.plugin.core.condition.Expression',
  aliases: [
    'io.kestra.plugin.core.condition.ExpressionCondition',
    'io.kestra.core.models.conditions.types.VariableCondition',
  ],
  title: 'Benar bila ungkapan ini benar.',
  about: 'either',
  schema: z.strictObject({
    type: z.string(),
    expression: late(z.string()).describe('Ungkapan yang dirender; kosong, `false`, dan `0` dianggap salah.'),
  }),
  async holds({ expression }, at) {
    return isTruthy(await at.render(expression));
  },
  example: example(
    'tanggal-lima',
    `- type: io.kestra.plugin.core.condition.Expression
  expression: "{{ trigger.date | date('d') == '5' }}"`,
  ),
});
