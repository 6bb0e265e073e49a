/** Puts the engine's parts together, and reads back what an earlier process left. */
import type { State } from '../door.ts';
import type { Host } from '../ports/Host.ts';
import { createAborts } from './aborts.ts';
import { carryOut } from './effects.ts';
import { RefusedError } from './errors.ts';
import { createFlows } from './flows.ts';
import { enlist, type House } from './house.ts';
import { createJournalWriter } from './journal.ts';
import { mergeLabels } from './labels.ts';
import { preload } from './loaded.ts';
import { newRun } from './newRun.ts';
import { createOperations, successor } from './operations.ts';
import { outstanding } from './outstanding.ts';
import { recover } from './recover.ts';
import { createRun, type Run, stateOf } from './runner.ts';
import { say } from './say.ts';
import { mayHaveFolders, removeFolders } from './sharedFolder.ts';
import { createSlots } from './slots.ts';
import { headerFor } from './start.ts';
import { currentState } from './state.ts';
import { isTerminal } from './states.ts';
import { engineCalls } from './subflows.ts';
import { createTriggers } from './triggers.ts';
import type { World } from './world.ts';

export function openHouse(host: Host): House {
  const flows = createFlows();
  const world: World = {
    ports: host,
    journal: createJournalWriter(host.journal),
    aborts: createAborts(),
    calls: (run, taskRunId) => engineCalls(run, taskRunId, house),
    lost: () => undefined,
    admit: (run) => house.slots.admit(run),
    replace: (run) => void replace(house, run).catch(() => undefined),
    ended(run) {
      // What was still to come for the execution itself (a service level) has no meaning any more.
      if (stateOf(run) !== 'FAILED' || !run.state.replaced) world.aborts.abort(run.state.header.id, '', 'cut');
      house.slots.leave(run);
      tidy(house, run);
    },
  };
  const refuse = (run: Run): void =>
    say(
      run,
      world,
      'ERROR',
      'Execution is FAILED due to concurrency limit exceeded',
      undefined,
      'Batas `concurrency` flow ini sudah tercapai. Tunggu eksekusi yang lain selesai, atau pakai `behavior: QUEUE`.',
    );
  const house: House = {
    host,
    flows,
    world,
    slots: createSlots((run) => house.asleep.has(run), refuse),
    get operations() {
      return operations;
    },
    get triggers() {
      return triggers;
    },
    runs: new Map(),
    children: new Map(),
    recovered: new WeakSet(),
    asleep: new Set(),
    tidied: Promise.resolve(),
    async start(at, given, from) {
      const flow = flows.get(at.namespace, at.id, at.revision);
      if (flow.disabled) throw new RefusedError(`Flow ${at.namespace}.${at.id} dinonaktifkan (\`disabled: true\`).`);
      const { header, warnings } = await headerFor(flow, given, host, from);
      await preload(flow);
      const run = await newRun(house, flow, header);
      for (const warning of warnings) say(run, world, 'WARN', warning.message, undefined, warning.explanation);
      return run;
    },
  };
  const operations = createOperations(house);
  const triggers = createTriggers(house);
  return house;
}

/** A failed one keeps its folders: a restart goes on with them. */
function tidy(house: House, { state }: Run): void {
  const end = currentState(state.histories);
  if ((end !== 'SUCCESS' && end !== 'WARNING') || !mayHaveFolders(state.flow)) return;
  const gone = () => removeFolders(state.header.id, house.host.storage);
  house.tidied = house.tidied.then(gone).catch(() => undefined);
}

/** The execution that takes the place of one that is RETRIED. */
async function replace(house: House, { state }: Run): Promise<void> {
  const id = house.host.random.id();
  await newRun(house, state.flow, {
    ...successor(state.header, state.attemptNumber + 1, state.histories[0]?.at),
    id,
    parentId: state.header.id,
    labels: mergeLabels(state.labels, { 'system.replay': 'true' }),
  });
}

/** Executions that had not ended go on, or are left lying until someone asks for them. */
export async function wakeUp(house: House, goOn: boolean): Promise<void> {
  const { host, flows, world } = house;
  const found: Run[] = [];
  const { schedules, watch } = house.triggers;
  const told = new Map<Run, ReadonlySet<State>>();
  for (const { state, log, events, heard } of (await recover(host.journal, flows, schedules.read)).values()) {
    const run = createRun(state, log, world, events);
    enlist(house, run);
    house.recovered.add(run);
    found.push(run);
    if (state.header.watched) told.set(run, heard);
  }
  const replaced = new Set(found.map(({ state }) => state.header.parentId));
  const isActive = (at: State): boolean => !isTerminal(at) && at !== 'CREATED' && at !== 'QUEUED';
  for (const run of found) if (isActive(stateOf(run))) house.slots.enter(run);
  for (const run of found) {
    const at = stateOf(run);
    // The slot it waited for may have become free just before the end: it is asked for again.
    if (at === 'QUEUED' && goOn) house.slots.admit(run);
    else if (at === 'QUEUED') house.slots.queue(run);
    const missing = at === 'RETRIED' && !replaced.has(run.state.header.id);
    if (goOn || !run.over) watch(run, goOn ? told.get(run) : undefined);
    if (run.over && !missing) continue;
    const { id, namespace, flowId, trigger } = run.state.header;
    if (goOn && trigger) schedules.goesOn({ id, namespace, flowId, triggerId: trigger.id });
    if (!goOn) house.asleep.add(run);
    else if (missing) await replace(house, run);
    else {
      await preload(run.state.flow);
      for (const effect of outstanding(run.state, host.clock.now())) carryOut(effect, run, world);
    }
  }
  if (goOn) schedules.resume();
}
