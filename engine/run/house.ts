/** What the parts of the engine share: the executions it holds, and how to start, stop and move them. */
import type { StartOptions } from '../door.ts';
import type { Host } from '../ports/Host.ts';
import type { Header } from './events.ts';
import type { Flows } from './flows.ts';
import type { Operations } from './operations.ts';
import type { Run } from './runner.ts';
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
  runs: Map<string, Run>;
  /** By the task run that started them. */
  children: Map<string, Run[]>;
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

/** Keeps a run where it is found again. */
export function enlist({ runs, children }: House, run: Run): void {
  const { header } = run.state;
  runs.set(header.id, run);
  const by = header.trigger?.variables.taskRunId;
  if (typeof by === 'string') children.set(by, [...(children.get(by) ?? []), run]);
}
