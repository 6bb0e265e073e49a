import * as z from 'zod';
import { condition } from '../../definition.ts';
import { DATE, dateHelp, example, localDateOf, named, weekdayOf } from './shared.ts';

/** One day of the week, in the server's zone. */
export default condition({
  ...named('DayWeek'),
  title: 'Benar pada satu hari dalam minggu.',
  about: 'date',
  schema: z.strictObject({
    type: z.string(),
    dayOfWeek: z.string().describe('Nama harinya: MONDAY sampai SUNDAY.'),
    date: z.string().default(DATE).describe(dateHelp),
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
