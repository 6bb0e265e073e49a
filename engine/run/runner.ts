/**
 * One running execution. An event is folded into the state, what follows is decided, all of it is journaled in one batch; only then
 * do observers hear of it and the world is touched. Whoever works reports back by `feed`.
 *
 *   feed(change) -> fold, decide, fold … -> journal -> observers -> render, work, wake, abort
 */
import { apply } from './apply.ts';
import { decide, isOver } from './decide.ts';
import type { Decision } from './decision.ts';
import { carryOut } from './effects.ts';
import type { Change, RunEvent } from './events.ts';
import type { When } from './journal.ts';
import type { ExecutionLog } from './log.ts';
import { type Aside, observed, type Told } from './observed.ts';
import { hideSecrets } from './secretInputs.ts';
import { currentState, type RunState, scopeOf } from './state.ts';
import { isTerminal } from './states.ts';
import type { World } from './world.ts';

export type Effect = Exclude<Decision, { do: 'record' } | { do: 'create' }>;

export interface Run {
  readonly state: RunState;
  readonly log: ExecutionLog;
  /** What observers are told, from the first event on. */
  readonly events: readonly Told[];
  /** Records that something happened, as one batch. Resolves when it is in the journal. */
  feed(...changes: Change[]): Promise<void>;
  /** The same for what nobody waits for: it goes with the next batch, at the latest when the event loop turns. */
  mention(change: Change): void;
  /** Something small for whoever looks on; not kept in the journal. */
  tell(aside: Aside): void;
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

export const createRun = (state: RunState, log: ExecutionLog, world: World, past: readonly Told[] = []): Run =>
  new LiveRun(state, log, world, past);

/** A class, as there are many: getters of an object literal are kept by the engine's hidden classes, and keep it from being collected young. */
class LiveRun implements Run {
  readonly state: RunState;
  readonly log: ExecutionLog;
  readonly events: Told[];
  readonly #world: World;
  readonly #listeners = new Set<() => void>();
  #failure: unknown;
  /** Batches on their way to the journal: until they are safe, nothing is over. */
  #unsafe = 0;
  #hasLeft = false;

  constructor(state: RunState, log: ExecutionLog, world: World, past: readonly Told[]) {
    hideSecrets(state, log);
    this.state = state;
    this.log = log;
    this.#world = world;
    this.events = [...past];
  }

  get lost(): unknown {
    return this.#failure;
  }

  get settled(): boolean {
    return this.#unsafe === 0;
  }

  get over(): boolean {
    return this.#failure !== undefined || (this.#unsafe === 0 && isOver(this.state));
  }

  feed(...changes: Change[]): Promise<void> {
    return this.#take(changes, 'now');
  }

  mention(change: Change): void {
    this.#take([change], 'soon').catch(() => undefined);
  }

  tell(aside: Aside): void {
    this.events.push({ at: this.#world.ports.clock.now(), ...aside });
    this.#notify();
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  leave(): void {
    this.#hasLeft = true;
  }

  async #take(changes: readonly Change[], when: When): Promise<void> {
    if (this.#failure) throw this.#failure;
    if (this.#hasLeft) return;
    const world = this.#world;
    const { records, told, effects } = fold(this.state, changes, world);
    this.#unsafe++;
    try {
      await world.journal.write(this.state.header.id, records, when);
    } catch (error) {
      this.#failure = error;
      this.#unsafe--;
      world.lost(this, error);
      this.#notify();
      throw error;
    }
    for (const one of told) this.events.push(one);
    this.#unsafe--;
    for (const effect of effects) carryOut(effect, this, world);
    this.#notify();
    if (records.some(isEnd)) world.ended(this);
    if (this.over) world.over(this);
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

const isEnd = (event: RunEvent): boolean => event.type === 'execution' && isTerminal(event.state);

interface Folded {
  records: RunEvent[];
  /** What observers are told once the records are safe. */
  told: Told[];
  effects: Effect[];
}

/** Everything that follows from the changes, in order, until nothing more does. */
function fold(state: RunState, changes: readonly Change[], world: World): Folded {
  const { clock, random } = world.ports;
  const records: RunEvent[] = [];
  const told: Told[] = [];
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
    const seen = observed(state, event);
    if (seen) told.push(seen);
    for (const decision of decide(state, event)) {
      if (decision.do === 'record') queue.push(decision.change);
      else if (decision.do === 'assert') asserting = true;
      else if (decision.do !== 'create') effects.push(decision);
      else if (starts(state, starting, decision)) queue.push({ ...decision.taskRun, id: random.id() });
    }
  }
  if (asserting) effects.push({ do: 'assert' });
  return { records, told, effects };
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
