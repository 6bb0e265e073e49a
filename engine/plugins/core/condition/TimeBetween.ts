import * as z from 'zod';
import { zoneOf } from '../../../time/zone.ts';
import type { Situation } from '../../definition.ts';
import { condition } from '../../definition.ts';
import { late } from '../../property.ts';
import { DATE, dateHelp, example, instantOf, named, refuse } from './shared.ts';

const DAY = 86_400_000;
const TIME = /^(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(Z|[+-]\d\d(?::?\d\d)?)$/;

/** Milliseconds of the day, less the offset. */
async function timeOf(template: string | undefined, at: Situation): Promise<number | undefined> {
  if (template === undefined) return undefined;
  const text = await at.render(template);
  const [, hours, minutes, seconds = '0', zone] = TIME.exec(text) ?? [];
  const offset = zone === undefined ? undefined : zoneOf(zone)?.spanAt(0).offset;
  if (offset === undefined) {
    return refuse(
      `Text '${text}' could not be parsed`,
      `\`${text}\` harus berupa jam dengan zona, misalnya 08:00:00Z atau 08:00:00+07:00.`,
    );
  }
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 - offset;
}

/** A time of the day, each bound with an offset of its own; compared as Java's OffsetTime, which does not turn over at midnight. */
export default condition({
  ...named('TimeBetween'),
  title: 'Benar pada jam tertentu tiap hari.',
  about: 'date',
  schema: z.strictObject({
    type: z.string(),
    after: late(z.string()).optional().describe('Sesudah jam ini, dengan zona: 08:00:00+07:00.'),
    before: late(z.string()).optional().describe('Sebelum jam ini, dengan zona.'),
    date: late(z.string()).default(DATE).describe(dateHelp),
  }),
  async holds({ after, before, date }, at) {
    if (after === undefined && before === undefined) {
      return refuse('Either before or after must be set', 'Isi `after`, `before`, atau keduanya.');
    }
    const instant = await instantOf(date, at);
    const { offset } = at.zone.spanAt(instant);
    const time = ((((instant + offset) % DAY) + DAY) % DAY) - offset;
    const [from, to] = [await timeOf(after, at), await timeOf(before, at)];
    return (from === undefined || time > from) && (to === undefined || time < to);
  },
  example: example(
    'jam-kerja',
    `- type: io.kestra.plugin.core.condition.TimeBetween
  after: "01:00:00Z"
  before: "10:00:00Z"`,
  ),
});
