/** What a Kestra 1.1.15 accepts as cron and as a zone, and what it refuses; each refusal says why in Indonesian. */
import { describe, expect, test } from 'vitest';
import { cronProblem, isTimeZone } from './cron.ts';

const ACCEPTED =
  `* * * * *|*/7 * * * *|1-5/2 * * * *|5/15 * * * *|59 23 31 12 *|0 0 * * 7|0 0 * * 0|0 0 * jan *|0 0 * JAN-MAR *
0 0 * * mon|0 0 * * MON-FRI|0 0 * * SAT-SUN|0 0 * * 5-7|0 0 * * 0-7|0 0 30 2 *|1,2-4,*/5 * * * *|*/1 * * * *|@daily|@midnight
@yearly|@annually|@monthly|@weekly|@hourly| 0  0 * * * |0 0 1-31/2 * 1|0 0 * * MON,WED|00 09 01 * *|0 0 * * */2|0 0 * * 1/2
5-5 * * * *|0 0 * FEB-DEC/2 *|0 0 * * MON-FRI/2|+5 * * * *`.split(/[|\n]/);

const REFUSED =
  `0 9 L * *|0 9 LW * *|0 9 1W * *|0 9 * * 5L|0 9 * * 5#2|0 9 ? * 1|60 * * * *|* 24 * * *|0 0 0 * *|0 0 32 * *|0 0 * 13 *
0 0 * 0 *|0 0 * * 8|0 0 * * SUN-TUE|0 0 * * FRI-MON|0 22-2 * * *|1,,2 * * * *|,1 * * * *|1, * * * *|*/0 * * * *|*/60 * * * *
-1 * * * *|a * * * *|* * * *|* * * * * *||@reboot|@DAILY|@every 1m|0 0 * * MON#1|0 0 * * MONDAY|H * * * *|*-5 * * * *|1.5 * * * *
*/-5 * * * *|0 0 1 1 * 2024|0 0 15,L * *|1/2/3 * * * *|1-2-3 * * * *`.split(/[|\n]/);

describe('five fields', () => {
  test.each(ACCEPTED)('%j is taken', (text) => expect(cronProblem(text)).toBeUndefined());
  test.each(REFUSED)('%j is refused', (text) => expect(cronProblem(text)).toMatch(/\.$/));
});

describe('six fields', () => {
  test.each(['* * * * * *', '*/2 * * * * *', '@daily', '30 0 0 29 2 *', '0 0 0 * * MON-FRI'])('%j is taken', (text) =>
    expect(cronProblem(text, { withSeconds: true })).toBeUndefined(),
  );
  test.each(['0 9 1 * *', '60 * * * * *', '* * * * * * *', '0 0 0 L * *'])('%j is refused', (text) =>
    expect(cronProblem(text, { withSeconds: true })).toMatch(/\.$/),
  );
});

describe('what is said', () => {
  test.each([
    ['0 9 L * *', 'tanda `L`, `W`, `#`, dan `?` di kolom tanggal tidak dikenal Kestra'],
    ['0 22-2 * * *', 'Tulis sebagai dua bagian: `22-23,0-2`'],
    ['*/10 * * * * *', 'withSeconds: true'],
    ['61 * * * *', 'nilai 61 di kolom menit harus dari 0 sampai 59'],
    ['@often', '@hourly'],
  ])('%s', (text, words) => expect(cronProblem(text)).toContain(words));
});

describe('zones', () => {
  const TAKEN = 'Asia/Jakarta UTC Z GMT GMT+7 UTC+7 +07:00 +7 CET US/Pacific EST5EDT Etc/GMT-7 UTC+07:00'.split(' ');
  test.each(TAKEN)('%s is taken', (zone) => expect(isTimeZone(zone)).toBe(true));
  test.each(['WIB', 'EST', 'Asia/jakarta', 'asia/jakarta', 'Mars/Base', '', 'PST', '+19:00'])('%j is refused', (zone) =>
    expect(isTimeZone(zone)).toBe(false),
  );
});
