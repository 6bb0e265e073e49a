/** What several conditions need: their names as older flows write them, dates, comparisons. */
import { zonedOf } from '../../../expression/dates.ts';
import { type Situation, TaskError } from '../../definition.ts';

/** `X`, and the two older names of it that a Kestra still takes. */
export const named = (name: string) => ({
  type: `io.kestra.plugin.core.condition.${name}`,
  aliases: [
    `io.kestra.plugin.core.condition.${name}Condition`,
    `io.kestra.core.models.conditions.types.${name}Condition`,
  ],
});

export const DATE = '{{ trigger.date }}';
export const dateHelp = 'Tanggal yang diperiksa; bawaannya `{{ trigger.date }}`, yaitu tanggal jadwalnya.';

/** The instant, in milliseconds. */
export async function instantOf(template: string, at: Situation): Promise<number> {
  if (template === DATE && at.tick !== undefined) return at.tick;
  const text = await at.render(template);
  try {
    return zonedOf(text, at.zone.id).epochMilliseconds;
  } catch {
    return refuse(
      `Text '${text}' could not be parsed`,
      `\`date\` harus berupa tanggal, misalnya 2024-01-31T09:00:00Z. Yang tertulis: ${text}.`,
    );
  }
}

/** The local date and time in the server's zone, to be read with the UTC getters. */
export async function localDateOf(template: string, at: Situation): Promise<Date> {
  const instant = await instantOf(template, at);
  return new Date(instant + at.zone.spanAt(instant).offset);
}

export function refuse(message: string, explanation: string): never {
  throw new TaskError(message, { explanation });
}

const DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];

/** 0 is Sunday. Written as a number it counts from Monday as 0, as Java's ordinals do. */
export async function weekdayOf(template: string, at: Situation): Promise<number> {
  const text = await at.render(template);
  const day = /^[0-6]$/.test(text) ? (Number(text) + 1) % 7 : DAYS.indexOf(text);
  if (day >= 0) return day;
  return refuse(
    `No enum constant java.time.DayOfWeek.${text}`,
    `\`dayOfWeek\` harus salah satu dari ${DAYS.slice(1).join(', ')}, SUNDAY, dengan huruf besar. Yang tertulis: ${text}.`,
  );
}

export const upstreamOf = ({ execution }: Situation) =>
  execution ??
  refuse('No execution to look at', 'Syarat ini memeriksa eksekusi flow lain, jadi hanya berguna di trigger Flow.');

interface Comparison {
  namespace: string;
  comparison?: string | undefined;
  prefix?: boolean | string | undefined;
}

export async function namespaceFits(given: string, { namespace, comparison, prefix }: Comparison, at: Situation) {
  const wanted = await at.render(namespace);
  const how =
    comparison === undefined ? (String(prefix) === 'true' ? 'PREFIX' : 'EQUALS') : await at.render(comparison);
  if (how === 'PREFIX') return given.startsWith(wanted);
  if (how === 'SUFFIX') return given.endsWith(wanted);
  if (how === 'EQUALS') return given === wanted;
  return refuse(`Unknown comparison ${how}`, '`comparison` harus EQUALS, PREFIX, atau SUFFIX.');
}

/** A flow with a trigger that has this condition. */
export const example = (
  id: string,
  condition: string,
  trigger = 'Schedule\n    cron: "0 9 * * *"',
): string => `id: ${id}
namespace: belajar
tasks:
  - id: halo
    type: io.kestra.plugin.core.log.Log
    message: Halo
triggers:
  - id: pemicu
    type: io.kestra.plugin.core.trigger.${trigger}
    conditions:
${condition.replace(/^/gm, '      ').trimEnd()}
`;
