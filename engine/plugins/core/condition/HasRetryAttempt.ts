import * as z from 'zod';
import { condition } from '../../definition.ts';
import { late } from '../../property.ts';
import { example, named, upstreamOf } from './shared.ts';

/** Some task of the execution was tried more than once. */
export default condition({
  ...named('HasRetryAttempt'),
  title: 'Benar bila ada task yang perlu dicoba lebih dari sekali.',
  about: 'execution',
  schema: z.strictObject({
    type: z.string(),
    in: late(z.unknown()).optional().describe('Keadaan percobaan yang diterima.'),
    notIn: late(z.unknown()).optional().describe('Keadaan percobaan yang ditolak.'),
  }),
  holds(_, at) {
    return upstreamOf(at).retried;
  },
  example: example('bila-diulang', `- type: io.kestra.plugin.core.condition.HasRetryAttempt`, 'Flow'),
});
