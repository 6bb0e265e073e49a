/** The taxi sample: rows as documented, dirty as documented, the same each time, made as it is read. */
import { describe, expect, test } from 'vitest';
import { type Colour, TAXI_COLUMNS, type TaxiMonth, taxiCsv, taxiRowCount } from './index.ts';

const month = (colour: Colour, year: number, of: number): TaxiMonth => ({ colour, year, month: of });
const textOf = (of: TaxiMonth, size: 'contoh' | 'nyata' | number = 'contoh') => [...taxiCsv(of, size)].join('');

function rowsOf(of: TaxiMonth, size: 'contoh' | 'nyata' | number): Record<string, string>[] {
  const [header = '', ...lines] = textOf(of, size).trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at] ?? '', cell])));
}

test.each([
  [month('green', 2019, 1), 'contoh', 5000],
  [month('yellow', 2021, 7), 'contoh', 3680],
  [month('green', 2020, 4), 'nyata', 35_612],
  [month('yellow', 2019, 2), 7, 7],
] as const)('%j in the size %s has %d rows, all of the real columns', (of, size, count) => {
  expect(taxiRowCount(of, size)).toBe(count);
  const lines = textOf(of, size).trimEnd().split('\n');
  expect(lines).toHaveLength(count + 1);
  expect(lines[0]?.split(',')).toEqual(TAXI_COLUMNS[of.colour]);
  expect(new Set(lines.map((line) => line.split(',').length)).size).toBe(1);
});

describe('dirty rows, in percent', () => {
  /** What the README says; a draw of so many rows comes that near. */
  const silent: [TaxiMonth, number][] = [
    [month('green', 2019, 3), 1],
    [month('yellow', 2020, 6), 6],
    [month('green', 2021, 3), 30],
    [month('yellow', 2021, 1), 5],
  ];
  test.each(silent)('%j', (of, expected) => {
    const rows = rowsOf(of, 40_000);
    const share = (is: (row: Record<string, string>, at: number) => boolean) =>
      (rows.filter(is).length / rows.length) * 100;
    const whole = rows.map((row) => JSON.stringify(row));
    const [pickup, dropoff] =
      of.colour === 'green'
        ? ['lpep_pickup_datetime', 'lpep_dropoff_datetime']
        : ['tpep_pickup_datetime', 'tpep_dropoff_datetime'];
    const hours = (row: Record<string, string>) =>
      (Date.parse(row[dropoff] ?? '') - Date.parse(row[pickup] ?? '')) / 3_600_000;
    expect(share(({ VendorID }) => VendorID === '')).toBeCloseTo(expected, expected > 10 ? -0.5 : 0);
    expect(share((_, at) => at > 0 && whole[at] === whole[at - 1])).toBeCloseTo(0.5, 0);
    expect(share(({ fare_amount }) => Number(fare_amount) < 0)).toBeGreaterThan(0.25);
    expect(share(({ fare_amount }) => Number(fare_amount) < 0)).toBeLessThan(0.6);
    expect(share(({ trip_distance }) => trip_distance === '0')).toBeGreaterThan(0.5);
    expect(share(({ trip_distance }) => trip_distance === '0')).toBeLessThan(1.2);
    expect(share(({ passenger_count }) => passenger_count === '0')).toBeGreaterThan(0.5);
    expect(share((row) => !row[pickup]?.startsWith(`${of.year}-`))).toBeGreaterThan(0.02);
    expect(share((row) => hours(row) > 23.9)).toBeGreaterThan(0);
    expect(share((row) => hours(row) > 23.9)).toBeLessThan(0.1);
    expect(share(({ congestion_surcharge }) => congestion_surcharge === '')).toBe(0);
  });
});

test('before February 2019 nobody pays for congestion', () => {
  expect(rowsOf(month('yellow', 2019, 1), 500).every(({ congestion_surcharge }) => congestion_surcharge === '')).toBe(
    true,
  );
});

test('the same each time; months, colours and sizes differ', () => {
  const jan = month('green', 2019, 1);
  expect(textOf(jan)).toBe(textOf(jan));
  const others = [month('green', 2019, 2), month('green', 2020, 1), month('yellow', 2019, 1)].map((of) =>
    textOf(of, 100),
  );
  expect(new Set([textOf(jan, 100), ...others]).size).toBe(4);
});

test('made as it is read, however large: in small pieces, and no more than asked for', () => {
  const whole = taxiCsv(month('yellow', 2019, 3), 'nyata');
  const sizes = Array.from({ length: 20 }, () => whole.next().value?.length ?? 0);
  whole.return();
  expect(Math.max(...sizes)).toBeLessThan(70_000);
  expect(Math.min(...sizes)).toBeGreaterThan(60_000);
});
