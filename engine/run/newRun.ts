/** A new execution: kept in the journal, then let go. */
import type { Flow } from '../door.ts';
import { begin } from './apply.ts';
import type { Change, Header, RunEvent } from './events.ts';
import type { House } from './house.ts';
import { createLog } from './log.ts';
import { createRun, type Run } from './runner.ts';

/** `more` happens together with its creation. */
export async function newRun(
  house: House,
  flow: Flow,
  given: Header,
  more: readonly Change[] = [],
  log = createLog(),
): Promise<Run> {
  const header: Header = house.triggers.schedules.hasListeners() ? { ...given, watched: true } : given;
  const created: Extract<RunEvent, { type: 'created' }> = { type: 'created', header, at: house.host.clock.now() };
  const run = createRun(begin(flow, created), log, house.world);
  house.runs.add(run);
  house.triggers.watch(run);
  await run.feed(created, ...more);
  return run;
}
