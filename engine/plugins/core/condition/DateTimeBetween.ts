import * as z from 'zod';
import type { Situation } from '../../definition.ts';
import { condition } from '../../definition.ts';
import { late } from '../../property.ts';
import { DATE, dateHelp, example, instantOf, named, refuse } from './shared.ts';

async function boundOf(template: string | undefined, at: Situation): Promise<number | undefined> {
  if (template === undefined) return undefined;
  const text = await at.render(template);
  const instant = /T.*(Z|[+-]\d\d(:?\d\d)?)(\[.*])?$/.test(text) ? Date.parse(text.replace(/\[.*]$/, '')) : Number.NaN;
  if (!Number.isNaN(instant)) return instant;
  return refuse(
    `Text '${text}' could not be parsed`,
    `\`${text}\` harus berupa waktu dengan zona, misalnya 2024-01-01T00:00:00Z atau 2024-01-01T07:00:00+07:00.`,
  );
}

/** Strictly after one instant, strictly before another. */
export default condition({
  ...named('DateTimeBetween'),
  title: 'Benar sesudah, sebelum, atau di antara dua waktu.',
  about: 'date',
  schema: z.strictObject({
    type: z.string(),
    after: late(z.string()).optional().describe('Sesudah waktu ini, dengan zona: 2024-01-01T00:00:00Z.'),
    before: late(z.string()).optional().describe('Sebelum waktu ini, dengan zona.'),
    date: z.string().default(DATE).describe(dateHelp),
  }),
  async holds({ after, before, date }, at) {
    if (after === undefined && before === undefined) {
      return refuse('Either before or after must be set', 'Isi `after`, `before`, atau keduanya.');
    }
    const instant = await instantOf(date, at);
    const [from, to] = [await boundOf(after, at), await boundOf(before, at)];
    return (from === undefined || instant > from) && (to === undefined || instant < to);
  },
  example: example(
    'sejak-2024',
    `- type: io.kestra.plugin.core.condition.DateTimeBetween
  after: "2024-01-01T00:00:00Z"`,
  ),
});
