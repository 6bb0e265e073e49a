import * as z from 'zod';
import { condition } from '../../definition.ts';
import { late } from '../../property.ts';
import { DATE, dateHelp, example, localDateOf, named, refuse, weekdayOf } from './shared.ts';

const week = (number: number) => (local: Date) => Math.ceil(local.getUTCDate() / 7) === number;
const WHICH: Readonly<Record<string, (local: Date) => boolean>> = {
  FIRST: week(1),
  SECOND: week(2),
  THIRD: week(3),
  FOURTH: week(4),
  LAST: (local) => new Date(local.getTime() + 7 * 86_400_000).getUTCMonth() !== local.getUTCMonth(),
};

/** The first, second, … or last of a weekday in its month. */
export default condition({
  ...named('DayWeekInMonth'),
  title: 'Benar pada, misalnya, Senin pertama sebuah bulan.',
  about: 'date',
  schema: z.strictObject({
    type: z.string(),
    dayOfWeek: late(z.string()).describe('Nama harinya: MONDAY sampai SUNDAY.'),
    dayInMonth: late(z.string()).describe('Yang ke berapa di bulan itu: FIRST, SECOND, THIRD, FOURTH, atau LAST.'),
    date: z.string().default(DATE).describe(dateHelp),
  }),
  async holds({ dayOfWeek, dayInMonth, date }, at) {
    const local = await localDateOf(date, at);
    const which = WHICH[await at.render(dayInMonth)];
    if (!which) {
      return refuse(
        `No enum constant DayInMonth.${await at.render(dayInMonth)}`,
        `\`dayInMonth\` harus salah satu dari ${Object.keys(WHICH).join(', ')}.`,
      );
    }
    return local.getUTCDay() === (await weekdayOf(dayOfWeek, at)) && which(local);
  },
  example: example(
    'senin-pertama',
    `- type: io.kestra.plugin.core.condition.DayWeekInMonth
  dayOfWeek: MONDAY
  dayInMonth: FIRST`,
  ),
});
