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
import { hideSecrets } from './secretInputs.ts';
import { currentState, type RunState, scopeOf } from './state.ts';
import { isTerminal } from './states.ts';
import type { World } from './world.ts';

export type Effect = Exclude<Decision, { do: 'record' } | { do: 'create' }>;

export interface Run {
  readonly state: RunState;
  readonly log: ExecutionLog;
  readonly events: readonly EngineEvent[];
  /** Records that something happened, as one batch. Resolves when it is in the journal. */
  feed(...changes: Change[]): Promise<void>;
  /** Something small for whoever looks on; not kept in the journal. */
  tell(event: EventBody): void;
  /** Called after each batch. Returns how to stop listening. */
  listen(listener: () => void): () => void;
  readonly over: boolean;
  /** Why the journal took no more of it: what it came to since is not to be told. */
  readonly lost: unknown;
  /** Everything that happened is in the journal, and what follows from it is under way. */
  readonly settled: boolean;
  /** It is over and not held any more: another object may be read back. What still lingers of its tasks changes nothing. */
  leave(): void;
}

export type EventBody = EngineEvent extends infer E
  ? E extends EngineEvent
    ? Omit<E, 'executionId' | 'sequence' | 'at'>
    : never
  : never;

export function createRun(state: RunState, log: ExecutionLog, world: World, past: readonly EngineEvent[] = []): Run {
  hideSecrets(state, log);
  const events: EngineEvent[] = [...past];
  const listeners = new Set<() => void>();
  const executionId = state.header.id;
  let failure: unknown;
  /** Batches on their way to the journal: until they are safe, nothing is over. */
  let unsafe = 0;
  let hasLeft = false;

  const run: Run = {
    state,
    log,
    events,
    async feed(...changes) {
      if (failure) throw failure;
      if (hasLeft) return;
      const { records, effects } = fold(state, changes, world);
      unsafe++;
      try {
        await world.journal.write(records.map((data) => ({ stream: executionId, data })));
      } catch (error) {
        failure = error;
        unsafe--;
        world.lost(run, error);
        notify();
        throw error;
      }
      for (const event of records) {
        const body = observed(state, event);
        if (body) push(body, event.at);
      }
      unsafe--;
      for (const effect of effects) carryOut(effect, run, world);
      notify();
      if (records.some((event) => event.type === 'execution' && isTerminal(event.state))) world.ended(run);
      if (run.over) world.over(run);
    },
    tell(body) {
      push(body, world.ports.clock.now());
      notify();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    leave() {
      hasLeft = true;
    },
    get lost() {
      return failure;
    },
    get settled() {
      return unsafe === 0;
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

/** Everything that follows from the changes, in order, until nothing more does. */
function fold(state: RunState, changes: readonly Change[], world: World): { records: RunEvent[]; effects: Effect[] } {
  const { clock, random } = world.ports;
  const records: RunEvent[] = [];
  const effects: Effect[] = [];
  const queue: Change[] = [...changes];
  /** Lanes about to start: two ends in one batch may both find the same one free. */
  const starting = new Set<string>();
  /** Assertions are tried once, on what the batch has led to. */
  let asserting = false;
  for (let at = 0; at < queue.length; at++) {
    const next = queue[at];
    if (!next) break;
    if (next.type === 'ended' && hasEnded(state, next.id)) continue;
    const event: RunEvent = { ...next, at: clock.now() };
    if (event.type !== 'created') apply(state, event);
    records.push(event);
    for (const decision of decide(state, event)) {
      if (decision.do === 'record') queue.push(decision.change);
      else if (decision.do === 'assert') asserting = true;
      else if (decision.do !== 'create') effects.push(decision);
      else if (starts(state, starting, decision)) queue.push({ ...decision.taskRun, id: random.id() });
    }
  }
  return { records, effects: asserting ? [...effects, { do: 'assert' }] : effects };
}

function starts(state: RunState, starting: Set<string>, { taskRun }: Extract<Decision, { do: 'create' }>): boolean {
  if (taskRun.position > 0) return true;
  const scope = scopeOf(state, taskRun.scope);
  const started = scope.plan.needs ? scope.startedLanes.has(taskRun.lane) : taskRun.lane < scope.nextLane;
  const key = `${taskRun.scope} ${taskRun.phase} ${taskRun.lane}`;
  if (started || starting.has(key)) return false;
  starting.add(key);
  return true;
}

/** What fails beside another failure ends once, by itself. */
const hasEnded = ({ taskRuns }: RunState, id: string): boolean =>
  isTerminal(currentState(taskRuns.get(id)?.histories ?? []));

export const stateOf = (run: Run) => currentState(run.state.histories);
