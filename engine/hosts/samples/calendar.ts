/** When the trips of a month begin: by hour of the day, day of the week, and the lockdown of March 2020; in order of time. */
import type { TaxiMonth } from './months.ts';

/** Trips by hour of the day, from midnight on, in proportion. */
const HOURS = [24, 17, 12, 8, 7, 9, 19, 36, 45, 44, 44, 45, 48, 48, 53, 54, 50, 58, 66, 61, 53, 51, 48, 38];
/** From Sunday on. */
const WEEKDAYS = [80, 92, 99, 104, 107, 110, 103];
const LOCKDOWN = Date.UTC(2020, 2, 16);
const HOUR = 3_600_000;

/**
 * Where in the month (epoch milliseconds, as if New York were UTC) the share `u` of all trips has begun; `u` must not fall from one
 * call to the next.
 */
export function calendarOf({ year, month }: TaxiMonth): (u: number) => number {
  const start = Date.UTC(year, month - 1, 1);
  const cells = (Date.UTC(year, month, 1) - start) / HOUR;
  const weights = Array.from({ length: cells }, (_, cell) => weightOf(start + cell * HOUR, cell));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let cell = 0;
  let before = 0;
  return (u) => {
    const target = u * total;
    while (cell < cells - 1 && before + (weights[cell] ?? 0) <= target) {
      before += weights[cell] ?? 0;
      cell++;
    }
    const within = Math.min(0.999999, (target - before) / (weights[cell] ?? 1));
    return start + (cell + within) * HOUR;
  };
}

function weightOf(instant: number, cell: number): number {
  const usual = (HOURS[cell % 24] ?? 0) * (WEEKDAYS[new Date(instant).getUTCDay()] ?? 0);
  const isMarch2020 = instant >= LOCKDOWN && instant < Date.UTC(2020, 3, 1);
  return isMarch2020 ? usual * 0.12 : usual;
}
