/**
 * Cron as Kestra reads it (cron-utils' UNIX form): five fields, six with seconds, `@daily` and its kin, Sunday as 0 and 7.
 * What it refuses is said in Indonesian, with what to write instead.
 */
import { zoneOf } from './zone.ts';

export interface CronOptions {
  withSeconds?: boolean;
}

export interface Cron {
  /** Sorted. */
  readonly seconds: readonly number[];
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  /** Sorted days of each month, from what month and day-of-week fields say. */
  daysOf(year: number, month: number): readonly number[];
}

const NICKNAMES: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
};

interface Field {
  name: string;
  least: number;
  most: number;
  names?: readonly string[];
  /** The last value is the first one again: Sunday. */
  wraps?: true;
}

const SECOND: Field = { name: 'detik', least: 0, most: 59 };
const FIELDS: readonly Field[] = [
  { name: 'menit', least: 0, most: 59 },
  { name: 'jam', least: 0, most: 23 },
  { name: 'tanggal', least: 1, most: 31 },
  {
    name: 'bulan',
    least: 1,
    most: 12,
    names: ['', 'JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  },
  { name: 'hari', least: 0, most: 7, names: ['', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'], wraps: true },
];

class CronError extends Error {
  override name = 'CronError';
}

export function parseCron(text: string, options: CronOptions = {}): { cron: Cron } | { problem: string } {
  try {
    return { cron: compiled(fieldsOf(text, options)) };
  } catch (error) {
    if (error instanceof CronError) return { problem: error.message };
    throw error;
  }
}

/** Why it is no cron expression, in Indonesian; nothing when it is one. */
export function cronProblem(text: string, options: CronOptions = {}): string | undefined {
  const read = parseCron(text, options);
  return 'problem' in read ? read.problem : undefined;
}

export const isTimeZone = (zone: string): boolean => zoneOf(zone) !== undefined;

/** Seconds first, always six of them. */
function fieldsOf(text: string, { withSeconds = false }: CronOptions): string[] {
  const trimmed = text.trim();
  if (trimmed === '') throw new CronError('masih kosong.');
  const nickname = NICKNAMES[trimmed];
  if (nickname) return ['0', ...nickname.split(' ')];
  if (trimmed.startsWith('@'))
    throw new CronError(`nama \`${trimmed}\` tidak ada. Yang ada: ${Object.keys(NICKNAMES).join(', ')}.`);
  const fields = trimmed.split(/\s+/);
  const wanted = withSeconds ? 6 : 5;
  if (fields.length !== wanted) {
    const hint = fields.length === 6 && !withSeconds ? ' Kolom pertama detik? Tulis juga `withSeconds: true`.' : '';
    throw new CronError(`ada ${fields.length} kolom, padahal perlu ${wanted}.${hint}`);
  }
  return withSeconds ? fields : ['0', ...fields];
}

function compiled([second = '', minute = '', hour = '', day = '', month = '', weekday = '']: string[]): Cron {
  const [minutes, hours, days, months, weekdays] = FIELDS;
  if (!minutes || !hours || !days || !months || !weekdays) throw new Error('five fields');
  const monthSet = new Set(valuesOf(month, months));
  const dayList = valuesOf(day, days);
  const weekdaySet = new Set(valuesOf(weekday, weekdays).map((value) => value % 7));
  const cache = new Map<number, readonly number[]>();

  /** A star in one of the two day fields leaves it to the other; two restricted ones are either-or. */
  function isDay(year: number, inMonth: number, date: number): boolean {
    const onWeekday = weekdaySet.has(new Date(Date.UTC(year, inMonth - 1, date)).getUTCDay());
    if (isStar(day)) return isStar(weekday) || onWeekday;
    return dayList.includes(date) || (!isStar(weekday) && onWeekday);
  }

  return {
    seconds: valuesOf(second, SECOND),
    minutes: valuesOf(minute, minutes),
    hours: valuesOf(hour, hours),
    daysOf(year, inMonth) {
      if (!monthSet.has(inMonth)) return [];
      const key = year * 12 + inMonth;
      const found =
        cache.get(key) ??
        Array.from({ length: new Date(Date.UTC(year, inMonth, 0)).getUTCDate() }, (_, index) => index + 1).filter(
          (date) => isDay(year, inMonth, date),
        );
      cache.set(key, found);
      return found;
    },
  };
}

const isStar = (field: string): boolean => field === '*' || field === '*/1';

/** Sorted, without doubles. */
function valuesOf(text: string, field: Field): number[] {
  const values = text.split(',').flatMap((part) => partOf(part, field));
  return [...new Set(values)].sort((a, b) => a - b);
}

/** `*`, `5`, `1-5`, each with or without `/step`; `5/15` runs to the field's end. */
function partOf(part: string, field: Field): number[] {
  const [range = '', step, ...rest] = part.split('/');
  if (rest.length > 0 || range === '') throw new CronError(`bagian \`${part}\` di kolom ${field.name} tidak terbaca.`);
  const every = step === undefined ? 1 : stepOf(step, field);
  const [from, to] = boundsOf(range, step !== undefined, field);
  return Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, index) => from + index * every);
}

function stepOf(text: string, { name, most }: Field): number {
  const step = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (step >= 1 && step <= most) return step;
  throw new CronError(`langkah \`/${text}\` di kolom ${name} harus dari 1 sampai ${most}.`);
}

function boundsOf(range: string, hasStep: boolean, field: Field): [number, number] {
  if (range === '*') return [field.least, field.most];
  const ends = range.split('-');
  if (ends.length > 2 || ends.includes(''))
    throw new CronError(`rentang \`${range}\` di kolom ${field.name} tidak terbaca.`);
  const from = numberOf(ends[0] ?? '', field);
  if (ends.length === 1) {
    if (!hasStep) return [from, from];
    return [field.wraps && from === field.most ? field.least : from, field.most];
  }
  const to = numberOf(ends[1] ?? '', field);
  if (from <= to) return [from, to];
  throw new CronError(
    `rentang \`${range}\` di kolom ${field.name} terbalik. Tulis sebagai dua bagian: \`${from}-${field.most},${field.least}-${to}\`.`,
  );
}

function numberOf(text: string, { name, least, most, names = [] }: Field): number {
  const named = names.indexOf(text.toUpperCase());
  if (named > 0) return named;
  if (/^\+?\d+$/.test(text)) {
    const value = Number(text);
    if (value >= least && value <= most) return value;
    throw new CronError(`nilai ${value} di kolom ${name} harus dari ${least} sampai ${most}.`);
  }
  throw new CronError(
    /[LW#?]/i.test(text) && !/[A-KM-VX-Z]/i.test(text)
      ? `tanda \`L\`, \`W\`, \`#\`, dan \`?\` di kolom ${name} tidak dikenal Kestra. Pakai \`conditions\`, misalnya DayWeekInMonth.`
      : `\`${text}\` di kolom ${name} tidak terbaca.`,
  );
}
