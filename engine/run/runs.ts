/**
 * The executions in memory: those under way, and of those that have ended as many as fit. The others are read back from the journal when
 * somebody asks for them. What is under way is held once: nobody folds it a second time.
 *
 * Maps hold seats, not runs, and a seat that is left is emptied: V8's maps keep the tables they have outgrown, with all that was in
 * them, until a full collection, and each of these tables the next one.
 */
import { NotFoundError } from './errors.ts';
import type { Run } from './runner.ts';

/** So many task runs and log lines of executions that have ended stay at hand. */
const ROOM = 100;

export interface Runs {
  /** It is under way from now on. */
  add(run: Run): void;
  /** If it is in memory. */
  atHand(id: string): Run | undefined;
  /** Throws `NotFoundError`. */
  find(id: string): Promise<Run>;
  /** Nothing will happen to it any more, unless somebody restarts it: then it is added again. */
  ended(run: Run): void;
  forget(id: string): void;
  /** How many are held. */
  readonly held: number;
}

interface Seat {
  run: Run | undefined;
  weight: number;
}

/** `readBack`: from the journal; nothing where no such execution is known. */
export function createRuns(readBack: (id: string) => Promise<Run> | undefined, room = ROOM): Runs {
  const underWay = new Map<string, Seat>();
  /** The longest unused first. */
  const ended = new Map<string, Seat>();
  const reading = new Map<string, Promise<Run>>();
  let used = 0;

  function forget(id: string): void {
    leave(underWay, id);
    used -= leave(ended, id);
  }

  function keep(run: Run): void {
    const { id } = run.state.header;
    forget(id);
    const weight = weightOf(run);
    ended.set(id, { run, weight });
    used += weight;
    for (const [other, seat] of ended) {
      if (used <= room || other === id) return;
      seat.run?.leave();
      forget(other);
    }
  }

  function readOnce(id: string): Promise<Run> {
    const known = reading.get(id);
    if (known) return known;
    const begun = readBack(id);
    if (!begun) throw new NotFoundError(`Eksekusi ${id} tidak ada di sini.`);
    const run = begun.then((found) => {
      keep(found);
      return found;
    });
    reading.set(id, run);
    const done = () => reading.delete(id);
    run.then(done, done);
    return run;
  }

  return {
    add(run) {
      const { id } = run.state.header;
      forget(id);
      underWay.set(id, { run, weight: 0 });
    },
    atHand: (id) => underWay.get(id)?.run ?? ended.get(id)?.run,
    async find(id) {
      const run = underWay.get(id)?.run;
      if (run) return run;
      const over = ended.get(id)?.run;
      if (!over) return readOnce(id);
      keep(over);
      return over;
    },
    ended: keep,
    forget,
    get held() {
      return underWay.size + ended.size;
    },
  };
}

/** Says what the seat weighed. */
function leave(seats: Map<string, Seat>, id: string): number {
  const seat = seats.get(id);
  if (!seat) return 0;
  seats.delete(id);
  seat.run = undefined;
  return seat.weight;
}

const weightOf = ({ state, log }: Run): number => 1 + state.taskRuns.size + log.entries.length;
