import * as z from 'zod';
import { condition } from '../../definition.ts';
import { conditions } from '../../property.ts';
import { example, named } from './shared.ts';

/** None of the conditions inside holds. */
export default condition({
  ...named('Not'),
  title: 'Benar bila tidak satu pun syarat di dalamnya benar.',
  about: 'either',
  schema: z.strictObject({
    type: z.string(),
    conditions: conditions().describe('Syarat-syarat di dalamnya.'),
  }),
  async holds({ conditions: list }, at) {
    for (const one of list) if (await at.inner(one)) return false;
    return true;
  },
  example: example(
    'bukan-akhir-pekan',
    `- type: io.kestra.plugin.core.condition.Not
  conditions:
    - type: io.kestra.plugin.core.condition.Weekend`,
  ),
});
