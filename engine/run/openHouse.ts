/** Puts the engine's parts together. */
import type { Host } from '../ports/Host.ts';
import { createAborts } from './aborts.ts';
import { RefusedError } from './errors.ts';
import { createFlows } from './flows.ts';
import type { House } from './house.ts';
import { createJournalWriter } from './journal.ts';
import { mergeLabels } from './labels.ts';
import { createLedger, type Entry } from './ledger.ts';
import { preload } from './loaded.ts';
import { newRun } from './newRun.ts';
import { createOperations, successor } from './operations.ts';
import { readBack } from './recover.ts';
import { createRun, type Run, stateOf } from './runner.ts';
import { createRuns } from './runs.ts';
import { say } from './say.ts';
import { mayHaveFolders, removeFolders } from './sharedFolder.ts';
import { createSlots } from './slots.ts';
import { keepNowAndThen } from './snapshots.ts';
import { headerFor } from './start.ts';
import { currentState } from './state.ts';
import { StoppedError } from './stopped.ts';
import { engineCalls } from './subflows.ts';
import { createTriggers } from './triggers.ts';
import type { World } from './world.ts';

export function openHouse(host: Host, room?: number): House {
  const flows = createFlows();
  const world: World = {
    ports: host,
    journal: createJournalWriter(host.journal, (batch) => {
      house.ledger.take(batch);
      keepNowAndThen(house);
    }),
    aborts: createAborts(),
    calls: (run, taskRunId) => engineCalls(run, taskRunId, house),
    lost: (run) => world.aborts.abortAll(new StoppedError('closed'), run.state.header.id),
    admit: (run) => house.slots.admit(run),
    replace: (run) => void replace(house, run).catch(() => undefined),
    ended(run) {
      // What was still to come for the execution itself (a service level) has no meaning any more.
      if (stateOf(run) !== 'FAILED' || !run.state.replaced) world.aborts.abort(run.state.header.id, '', 'cut');
      house.slots.leave(run);
      tidy(house, run);
    },
    over(run) {
      house.ledger.end(run.state.header.id, stateOf(run));
      house.runs.ended(run);
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
    runs: createRuns((id) => {
      const entry = house.ledger.get(id);
      return entry && readRun(house, entry);
    }, room),
    ledger: createLedger(),
    recovered: new WeakSet(),
    asleep: new Set(),
    tidied: Promise.resolve(),
    async start(at, given, from) {
      const flow = flows.get(at.namespace, at.id, at.revision);
      if (flow.disabled) throw new RefusedError(`Flow ${at.namespace}.${at.id} dinonaktifkan (\`disabled: true\`).`);
      const { header, warnings, log } = await headerFor(flow, given, host, from);
      await preload(flow);
      const run = await newRun(house, flow, header, [], log);
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
export async function replace(house: House, { state }: Run): Promise<void> {
  const id = house.host.random.id();
  await newRun(house, state.flow, {
    ...successor(state.header, state.attemptNumber + 1, state.histories[0]?.at),
    id,
    parentId: state.header.id,
    labels: mergeLabels(state.labels, { 'system.replay': 'true' }),
  });
}

/** One that has ended comes back into memory. */
async function readRun({ host, flows, world }: House, entry: Entry): Promise<Run> {
  // Its last log lines may be on their way.
  await world.journal.flush();
  const { state, log, events } = await readBack(entry, host.journal, flows);
  return createRun(state, log, world, events);
}
