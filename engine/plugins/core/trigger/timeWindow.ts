/** The window of time within which several executions must come: for `preconditions` and MultipleCondition. */
import * as z from 'zod';
import { duration } from '../../property.ts';

const time = () => z.iso.time();

export const timeWindow = z.strictObject({
  type: z
    .enum(['DURATION_WINDOW', 'SLIDING_WINDOW', 'DAILY_TIME_DEADLINE', 'DAILY_TIME_WINDOW'])
    .default('DURATION_WINDOW')
    .describe('Jenis rentang waktu.'),
  window: duration().optional().describe('Lamanya rentang, misalnya PT12H; bawaannya satu hari.'),
  windowAdvance: duration().optional().describe('Geseran awal rentang.'),
  deadline: time().optional().describe('Untuk DAILY_TIME_DEADLINE: tiap hari sebelum jam ini.'),
  startTime: time().optional().describe('Untuk DAILY_TIME_WINDOW: awalnya tiap hari.'),
  endTime: time().optional().describe('Untuk DAILY_TIME_WINDOW: akhirnya tiap hari.'),
});

export type TimeWindow = z.output<typeof timeWindow>;
