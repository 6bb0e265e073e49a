/** The room's door: all triggers of an engine. */
export type { TriggerRecord } from './book.ts';
export type { Cause, Launcher, StartRequest } from './launcher.ts';
export { playing } from './playing.ts';
export { createSchedules, type Schedules } from './schedules.ts';
