/** Filters on dates: formats, arithmetic, timestamps. The output zone is the argument's or the server's, not the value's own. */
import { addTo, formatDate, nanosecondsOf, zonedOf } from '../dates.ts';
import type { Scope } from '../scope.ts';
import { stringify } from '../values.ts';
import type { Filter } from './filter.ts';

const text = (value: unknown): string | undefined =>
  value === null || value === undefined ? undefined : stringify(value);

const zoneOf = ({ shared }: Scope, zone: unknown): string => text(zone) ?? shared.options.timeZone ?? 'UTC';

const timestamp = (name: string, help: string, per: bigint, prints: string): Filter => ({
  name,
  args: ['timeZone', 'existingFormat'],
  help,
  example: [`{{ '2013-09-08T17:19:12+02:00' | ${name} }}`, prints],
  apply: (value, { timeZone, existingFormat }, scope) => {
    if (value === null || value === undefined) return null;
    const nanoseconds = nanosecondsOf(zonedOf(value, zoneOf(scope, timeZone), text(existingFormat)));
    const whole = nanoseconds / per;
    return whole <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(whole) : whole;
  },
});

export const dateFilters: readonly Filter[] = [
  {
    name: 'date',
    args: ['format', 'timeZone', 'existingFormat', 'locale'],
    help: 'Menulis tanggal menurut sebuah pola.',
    example: ["{{ '2013-09-08T17:19:12+02:00' | date('yyyy-MM-dd') }}", '2013-09-08'],
    apply: (value, { format, timeZone, existingFormat, locale }, scope) =>
      value === null || value === undefined
        ? null
        : formatDate(zonedOf(value, zoneOf(scope, timeZone), text(existingFormat)), text(format), text(locale)),
  },
  {
    name: 'dateAdd',
    args: ['amount', 'unit', 'format', 'timeZone', 'existingFormat', 'locale'],
    help: 'Menambah atau mengurangi waktu, misalnya dateAdd(-1, "DAYS").',
    example: ["{{ '2013-09-08T17:19:12Z' | dateAdd(-1, 'DAYS', 'yyyy-MM-dd') }}", '2013-09-07'],
    apply: (value, { amount, unit, format, timeZone, existingFormat, locale }, scope) => {
      if (value === null || value === undefined) return null;
      const date = zonedOf(value, zoneOf(scope, timeZone), text(existingFormat));
      return formatDate(addTo(date, amount, stringify(unit)), text(format), text(locale));
    },
  },
  timestamp('timestamp', 'Detik sejak 1970.', 1_000_000_000n, '1378653552'),
  timestamp('timestampMilli', 'Milidetik sejak 1970.', 1_000_000n, '1378653552000'),
  timestamp('timestampMicro', 'Mikrodetik sejak 1970.', 1_000n, '1378653552000000'),
  timestamp('timestampNano', 'Nanodetik sejak 1970.', 1n, '1378653552000000000'),
];
