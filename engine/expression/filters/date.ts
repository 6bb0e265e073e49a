/** Filters on dates: formats, arithmetic, timestamps. The output zone is the argument's or the server's, not the value's own. */
import { optionalText } from '../convert.ts';
import { addTo, datedOf, formatDate, nanosecondsOf, zonedOf } from '../dates.ts';
import { Failure } from '../failures.ts';
import type { Scope } from '../scope.ts';
import { isNothing } from '../values.ts';
import type { Filter } from './filter.ts';

const zoneOf = ({ shared }: Scope, zone: unknown): string =>
  optionalText(zone, 'timeZone') ?? shared.options.timeZone ?? 'UTC';

/** A format that is written down but null is refused, as in a Kestra. */
const formatOf = (format: unknown): string | undefined => {
  if (format === null) throw new Failure('pattern', 'Pola tanggal tidak boleh null.', true);
  return optionalText(format, 'date');
};

const timestamp = (name: string, help: string, of: (nanoseconds: bigint) => unknown, prints: string): Filter => ({
  name,
  args: ['timeZone', 'existingFormat'],
  cost: 20,
  help,
  example: [`{{ '2013-09-08T17:19:12+02:00' | ${name} }}`, prints],
  apply: (value, { timeZone, existingFormat }, scope) =>
    isNothing(value)
      ? null
      : of(nanosecondsOf(zonedOf(value, zoneOf(scope, timeZone), optionalText(existingFormat, name)))),
});

/** Towards the past, also before 1970. */
const per = (unit: bigint) => (nanoseconds: bigint) => (nanoseconds - (((nanoseconds % unit) + unit) % unit)) / unit;

/** Beyond 64 bits it stays at their end. */
const within64 = (value: bigint): bigint => {
  const most = 2n ** 63n - 1n;
  return value > most ? most : value < -most - 1n ? -most - 1n : value;
};

export const dateFilters: readonly Filter[] = [
  {
    name: 'date',
    args: ['format', 'timeZone', 'existingFormat', 'locale'],
    cost: 25,
    help: 'Menulis tanggal menurut sebuah pola.',
    example: ["{{ '2013-09-08T17:19:12+02:00' | date('yyyy-MM-dd') }}", '2013-09-08'],
    apply: (value, { format, timeZone, existingFormat, locale }, scope) =>
      isNothing(value)
        ? null
        : formatDate(
            zonedOf(value, zoneOf(scope, timeZone), optionalText(existingFormat, 'date')),
            formatOf(format),
            optionalText(locale, 'date'),
          ),
  },
  {
    name: 'dateAdd',
    args: ['amount', 'unit', 'format', 'timeZone', 'existingFormat', 'locale'],
    cost: 25,
    help: 'Menambah atau mengurangi waktu, misalnya dateAdd(-1, "DAYS").',
    example: ["{{ '2013-09-08T17:19:12Z' | dateAdd(-1, 'DAYS', 'yyyy-MM-dd') }}", '2013-09-07'],
    apply: (value, { amount, unit, format, timeZone, existingFormat, locale }, scope) => {
      if (isNothing(value)) return null;
      const zone = zoneOf(scope, timeZone);
      const date = datedOf(value, zone, optionalText(existingFormat, 'dateAdd'));
      const moved = zonedOf(addTo(date, amount, optionalText(unit, 'dateAdd')), zone);
      return formatDate(moved, formatOf(format), optionalText(locale, 'dateAdd'));
    },
  },
  timestamp('timestamp', 'Detik sejak 1970.', per(1_000_000_000n), '1378653552'),
  timestamp('timestampMilli', 'Milidetik sejak 1970.', per(1_000_000n), '1378653552000'),
  timestamp(
    'timestampMicro',
    'Mikrodetik sejak 1970, sebagai teks.',
    (nanoseconds) => String(per(1_000n)(nanoseconds)),
    '1378653552000000',
  ),
  timestamp(
    'timestampNano',
    'Nanodetik sejak 1970, sebagai teks.',
    (nanoseconds) => String(within64(nanoseconds)),
    '1378653552000000000',
  ),
];
