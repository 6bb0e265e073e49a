import * as z from 'zod';
import { condition } from '../../definition.ts';
import { late } from '../../property.ts';
import { DATE, dateHelp, example, localDateOf, named, weekdayOf } from './shared.ts';

/** One day of the week, in the server's zone. */
export default condition({
  ...named('DayWeek'),
  title: 'Benar pada satu hari dalam minggu.',
  about: 'date',
  schema: z.strictObject({
    type: z.string(),
    dayOfWeek: late(z.string()).describe('Nama harinya: MONDAY sampai SUNDAY.'),
    date: late(z.string()).default(DATE).describe(dateHelp),
  }),
  async holds({ dayOfWeek, date }, at) {
    return (await localDateOf(date, at)).getUTCDay() === (await weekdayOf(dayOfWeek, at));
  },
  example: example(
    'tiap-senin',
    `- type: io.kestra.plugin.core.condition.DayWeek
  dayOfWeek: MONDAY`,
  ),
});
