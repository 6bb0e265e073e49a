/** What an earlier process left: executions that had not ended go on, or are left lying until someone asks for them. */
import type { State } from '../door.ts';
import { carryOut } from './effects.ts';
import type { House } from './house.ts';
import type { Entry, Ledger } from './ledger.ts';
import { preload } from './loaded.ts';
import { replace } from './openHouse.ts';
import { outstanding } from './outstanding.ts';
import { recover } from './recover.ts';
import { createRun, type Run, stateOf } from './runner.ts';
import { isTerminal } from './states.ts';

export async function wakeUp(house: House, goOn: boolean): Promise<void> {
  const { host, flows } = house;
  const { schedules } = house.triggers;
  const { ledger, unfinished } = await recover(host.journal, flows, schedules.read);
  house.ledger = ledger;
  const found: Run[] = [];
  for (const { state, log, events } of unfinished.values()) {
    const run = createRun(state, log, house.world, events);
    house.runs.add(run);
    house.recovered.add(run);
    found.push(run);
  }
  for (const run of found) if (isActive(stateOf(run))) house.slots.enter(run);
  if (goOn) await goesOn(found, house);
  else await lies(found, house);
}

async function goesOn(found: readonly Run[], house: House): Promise<void> {
  const { host, world, slots, ledger, runs } = house;
  const { schedules, watch } = house.triggers;
  for (const run of found) await preload(run.state.flow);
  // From here on in one breath: what one does must not move another before its turn.
  for (const run of found) {
    const { id, namespace, flowId, trigger } = run.state.header;
    watch(run, heardOf(ledger.get(id)));
    if (trigger) schedules.goesOn({ id, namespace, flowId, triggerId: trigger.id });
    // The slot it waited for may have become free just before the end: it is asked for again.
    if (stateOf(run) === 'QUEUED') slots.admit(run);
    else for (const effect of outstanding(run.state, host.clock.now())) carryOut(effect, run, world);
  }
  for (const entry of ledger.all()) {
    const { id, namespace, flowId, end, heard } = entry;
    if (!entry.watched || end === undefined || heard?.includes(end)) continue;
    if (schedules.isAwaited({ namespace, flowId, state: end })) watch(await runs.find(id), heardOf(entry));
  }
  for (const id of unreplaced(ledger)) await replace(house, await runs.find(id));
  schedules.resume();
}

async function lies(found: readonly Run[], house: House): Promise<void> {
  for (const run of found) {
    if (stateOf(run) === 'QUEUED') house.slots.queue(run);
    house.triggers.watch(run);
    house.asleep.add(run);
  }
  for (const id of unreplaced(house.ledger)) {
    const run = await house.runs.find(id);
    house.runs.add(run);
    house.asleep.add(run);
  }
}

const heardOf = (entry: Entry | undefined): ReadonlySet<State> | undefined =>
  entry?.watched && new Set(entry.heard ?? []);

const isActive = (at: State): boolean => !isTerminal(at) && at !== 'CREATED' && at !== 'QUEUED';

/** Those whose place another execution was to take when the process ended. */
function unreplaced(ledger: Ledger): string[] {
  const retried = new Set<string>();
  for (const { id, end } of ledger.all()) if (end === 'RETRIED') retried.add(id);
  if (retried.size > 0) for (const { parentId } of ledger.all()) if (parentId !== undefined) retried.delete(parentId);
  return [...retried];
}
