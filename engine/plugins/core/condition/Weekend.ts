import * as z from 'zod';
import { condition } from '../../definition.ts';
import { late } from '../../property.ts';
import { DATE, dateHelp, example, localDateOf, named } from './shared.ts';

/** Saturdays and Sundays, in the server's zone. */
export default condition({
  ...named('Weekend'),
  title: 'Benar pada hari Sabtu dan Minggu.',
  about: 'date',
  schema: z.strictObject({
    type: z.string(),
    date: late(z.string()).default(DATE).describe(dateHelp),
  }),
  async holds({ date }, at) {
    const day = (await localDateOf(date, at)).getUTCDay();
    return day === 0 || day === 6;
  },
  example: example('akhir-pekan', `- type: io.kestra.plugin.core.condition.Weekend`),
});
