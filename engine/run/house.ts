/** What the parts of the engine share: the executions it holds, and how to start, stop and move them. */
import type { StartOptions, State } from '../door.ts';
import type { Host } from '../ports/Host.ts';
import type { Header } from './events.ts';
import type { Flows } from './flows.ts';
import type { Entry, Ledger } from './ledger.ts';
import type { Operations } from './operations.ts';
import { type Run, stateOf } from './runner.ts';
import type { Runs } from './runs.ts';
import type { Slots } from './slots.ts';
import type { Triggers } from './triggers.ts';
import type { World } from './world.ts';

export interface House {
  host: Host;
  flows: Flows;
  world: World;
  slots: Slots;
  operations: Operations;
  triggers: Triggers;
  /** The executions in memory. */
  runs: Runs;
  /** All executions, in short. */
  ledger: Ledger;
  /** Read back from the journal. */
  recovered: WeakSet<Run>;
  /** Until what ended executions leave behind is gone. */
  tidied: Promise<void>;
  /** Of those, the ones that do not go on by themselves. */
  asleep: Set<Run>;
  start(
    flow: { namespace: string; id: string; revision?: number },
    given: StartOptions,
    from?: Partial<Header>,
  ): Promise<Run>;
}

/** As it is now. */
export function stateOfEntry({ runs }: House, { id, end }: Entry): State {
  const run = runs.atHand(id);
  return run ? stateOf(run) : (end ?? 'CREATED');
}

/** Whether nothing will happen to it any more. */
export function isEntryOver({ runs }: House, { id, end }: Entry): boolean {
  return runs.atHand(id)?.over ?? end !== undefined;
}
