import * as z from 'zod';
import { condition } from '../../definition.ts';
import { late } from '../../property.ts';
import { example, named, upstreamOf } from './shared.ts';

const states = () => late(z.union([z.array(z.string()), z.string().transform((one) => [one])]));

/** The state it came to. */
export default condition({
  ...named('ExecutionStatus'),
  title: 'Benar bila keadaan akhir eksekusi itu ada di daftar.',
  about: 'execution',
  schema: z.strictObject({
    type: z.string(),
    in: states().optional().describe('Keadaan yang diterima.'),
    notIn: states().optional().describe('Keadaan yang ditolak.'),
  }),
  holds({ in: wanted, notIn }, at) {
    const { state } = upstreamOf(at);
    return (wanted === undefined || wanted.includes(state)) && !notIn?.includes(state);
  },
  example: example(
    'bila-berhasil',
    `- type: io.kestra.plugin.core.condition.ExecutionStatus
  in: [SUCCESS]`,
    'Flow',
  ),
});
