/** Firings of triggers on the terminal, and moments as a person writes them. */
import type { Tick } from '../door.ts';
import { cliMessages as say } from '../messages/cli.ts';
import { EXIT, UsageError } from './exit.ts';

const MOMENT = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/;

/** Epoch milliseconds; without a zone in UTC, a date alone at its midnight. */
export function readMoment(option: string, text: string): number {
  const [, day, time = '00:00', zone = 'Z'] = MOMENT.exec(text) ?? [];
  const moment = day === undefined ? Number.NaN : Date.parse(`${day}T${time}${zone}`);
  if (Number.isNaN(moment)) throw new UsageError(say.badTime(option, text));
  return moment;
}

/** `name` where the trigger's own id is not enough. */
export function printTick({ triggerId, date, executionId, state, problem }: Tick, name = triggerId): void {
  const what = state === undefined ? 'Dilewati' : (say.states[state] ?? state);
  console.error(`  ${date}  ${what.padEnd(10)} ${name}${executionId === undefined ? '' : `  ${executionId}`}`);
  if (problem !== undefined) console.error(`    → ${problem}`);
}

const isGood = ({ state }: Tick): boolean => state === 'SUCCESS' || state === 'WARNING';

export const countOf = (ticks: readonly Tick[]): string => say.playedTicks(ticks.length, ticks.filter(isGood).length);

export const exitOfTicks = (ticks: readonly Tick[]): number => (ticks.every(isGood) ? EXIT.ok : EXIT.failed);
