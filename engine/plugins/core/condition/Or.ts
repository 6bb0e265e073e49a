import * as z from 'zod';
import { condition } from '../../definition.ts';
import { conditions } from '../../property.ts';
import { example, named } from './shared.ts';

/** One of the conditions inside holds. */
export default condition({
  ...named('Or'),
  title: 'Benar bila salah satu syarat di dalamnya benar.',
  about: 'either',
  schema: z.strictObject({
    type: z.string(),
    conditions: conditions().describe('Syarat-syarat di dalamnya.'),
  }),
  async holds({ conditions: list }, at) {
    for (const one of list) if (await at.inner(one)) return true;
    return false;
  },
  example: example(
    'akhir-pekan-atau-senin',
    `- type: io.kestra.plugin.core.condition.Or
  conditions:
    - type: io.kestra.plugin.core.condition.Weekend
    - type: io.kestra.plugin.core.condition.DayWeek
      dayOfWeek: MONDAY`,
  ),
});
