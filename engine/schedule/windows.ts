/**
 * The window of time within which several executions must come, and what came in it. Pure. A window has a start and an end in the
 * server's zone; what came counts while its window lasts.
 */
import type { TimeWindow } from '../plugins/core/trigger/timeWindow.ts';
import { parseDuration } from '../time/duration.ts';
import type { Zone } from '../time/zone.ts';

const DAY = 86_400_000;

export interface Window {
  /** Epoch milliseconds. */
  start: number;
  /** Exclusive. */
  end: number;
}

/** The window that an instant falls into; nothing outside of the hours of the day that were given. */
export function windowAt(instant: number, written: Partial<TimeWindow> | undefined, zone: Zone): Window | undefined {
  const length = parseDuration(written?.window ?? 'P1D') ?? DAY;
  const local = instant + zone.spanAt(instant).offset;
  const midnight = Math.floor(local / DAY) * DAY;
  const at = (localTime: number): number => localTime - zone.spanAt(instant).offset;
  switch (written?.type) {
    case 'SLIDING_WINDOW':
      return { start: instant - length, end: instant + 1 };
    case 'DAILY_TIME_DEADLINE':
      return within(instant, at(midnight), at(midnight + timeOfDay(written.deadline)));
    case 'DAILY_TIME_WINDOW':
      return within(instant, at(midnight + timeOfDay(written.startTime)), at(midnight + timeOfDay(written.endTime)));
    default: {
      // Rows of equal windows from midnight on, moved by `windowAdvance`.
      const first = midnight + (parseDuration(written?.windowAdvance ?? 'PT0S') ?? 0);
      const start = first + Math.floor((local - first) / length) * length;
      return { start: at(start), end: at(start + length) };
    }
  }
}

const within = (instant: number, start: number, end: number): Window | undefined =>
  instant >= start && instant < end ? { start, end } : undefined;

/** Milliseconds from midnight. */
function timeOfDay(text = '00:00'): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}
