/**
 * One running execution. An event is folded into the state, what follows is decided, all of it is journaled in one batch; only then
 * do observers hear of it and the world is touched. Whoever works reports back by `feed`.
 *
 *   feed(change) -> fold, decide, fold … -> journal -> observers -> render, work, wake, abort
 */
import type { EngineEvent } from '../door.ts';
import { isoInstant } from '../time/instant.ts';
import { apply } from './apply.ts';
import { decide, isOver } from './decide.ts';
import type { Decision } from './decision.ts';
import { carryOut } from './effects.ts';
import type { Change, RunEvent } from './events.ts';
import type { ExecutionLog } from './log.ts';
import { observed } from './observed.ts';
import { currentState, type RunState, scopeOf } from './state.ts';
import type { World } from './world.ts';

export type Effect = Exclude<Decision, { do: 'record' } | { do: 'create' }>;

export interface Run {
  readonly state: RunState;
  readonly log: ExecutionLog;
  readonly events: readonly EngineEvent[];
  /** Records that something happened. Resolves when it is in the journal. */
  feed(change: Change): Promise<void>;
  /** Something small for whoever looks on; not kept in the journal. */
  tell(event: EventBody): void;
  /** Called after each batch. Returns how to stop listening. */
  listen(listener: () => void): () => void;
  readonly over: boolean;
}

export type EventBody = EngineEvent extends infer E
  ? E extends EngineEvent
    ? Omit<E, 'executionId' | 'sequence' | 'at'>
    : never
  : never;

export function createRun(state: RunState, log: ExecutionLog, world: World, past: readonly EngineEvent[] = []): Run {
  const events: EngineEvent[] = [...past];
  const listeners = new Set<() => void>();
  const executionId = state.header.id;
  let failure: unknown;
  /** Batches on their way to the journal: until they are safe, nothing is over. */
  let unsafe = 0;

  const run: Run = {
    state,
    log,
    events,
    async feed(change) {
      if (failure) throw failure;
      const { records, effects } = fold(state, change, world);
      unsafe++;
      try {
        await world.journal.write(records.map((data) => ({ stream: executionId, data })));
      } catch (error) {
        failure = error;
        unsafe--;
        world.lost(run, error);
        throw error;
      }
      for (const event of records) {
        const body = observed(state, event);
        if (body) push(body, event.at);
      }
      unsafe--;
      notify();
      for (const effect of effects) carryOut(effect, run, world);
    },
    tell(body) {
      push(body, world.ports.clock.now());
      notify();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get over() {
      return failure !== undefined || (unsafe === 0 && isOver(state));
    },
  };

  function push(body: EventBody, at: number): void {
    events.push({ executionId, sequence: events.length, at: isoInstant(at), ...body } as EngineEvent);
  }

  function notify(): void {
    for (const listener of listeners) listener();
  }

  return run;
}

/** Everything that follows from one change, in order, until nothing more does. */
function fold(state: RunState, change: Change, world: World): { records: RunEvent[]; effects: Effect[] } {
  const { clock, random } = world.ports;
  const records: RunEvent[] = [];
  const effects: Effect[] = [];
  const queue: Change[] = [change];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const event: RunEvent = { ...next, at: clock.now() };
    if (event.type !== 'created') apply(state, event);
    records.push(event);
    for (const decision of decide(state, event)) {
      if (decision.do === 'record') queue.push(decision.change);
      else if (decision.do !== 'create') effects.push(decision);
      else if (!alreadyStarted(state, queue, decision)) queue.push({ ...decision.taskRun, id: random.id() });
    }
  }
  return { records, effects };
}

/** Two ends in one batch may both find the same lane free. */
function alreadyStarted(
  state: RunState,
  queue: readonly Change[],
  { taskRun }: Extract<Decision, { do: 'create' }>,
): boolean {
  if (taskRun.position > 0) return false;
  const scope = scopeOf(state, taskRun.scope);
  const started = scope.plan.needs ? scope.startedLanes.has(taskRun.lane) : taskRun.lane < scope.nextLane;
  return (
    started ||
    queue.some(
      (change) =>
        change.type === 'taskRun' &&
        change.scope === taskRun.scope &&
        change.lane === taskRun.lane &&
        change.phase === taskRun.phase &&
        change.position === 0,
    )
  );
}

export const stateOf = (run: Run) => currentState(run.state.histories);
