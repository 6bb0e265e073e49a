/**
 * A flow's `concurrency`: how many of its executions run at once, and what becomes of the others. Counts what runs and what is paused;
 * of executions that an earlier process left lying, only the paused ones.
 */
import type { Run } from './runner.ts';
import { stateOf } from './runner.ts';

export interface Slots {
  /** A new execution: it may run, or is told to wait, or that it ends. */
  admit(run: Run): void;
  /** It runs, whatever the limit: a restart, or one that ran before. */
  enter(run: Run): void;
  /** It waited when an earlier process ended. */
  queue(run: Run): void;
  /** It ended: the next one may run. */
  leave(run: Run): void;
}

interface Lane {
  active: Set<Run>;
  waiting: Run[];
}

export function createSlots(isAsleep: (run: Run) => boolean, refuse: (run: Run) => void): Slots {
  const lanes = new Map<string, Lane>();

  function laneOf({ state }: Run): Lane | undefined {
    if (!state.flow.concurrency) return undefined;
    const key = `${state.header.namespace}/${state.header.flowId}`;
    const lane = lanes.get(key) ?? { active: new Set(), waiting: [] };
    lanes.set(key, lane);
    return lane;
  }

  const isFree = ({ active }: Lane, { state }: Run): boolean => {
    const counted = [...active].filter((other) => !isAsleep(other) || stateOf(other) === 'PAUSED');
    return counted.length < (state.flow.concurrency?.limit ?? Number.POSITIVE_INFINITY);
  };

  function start(lane: Lane, run: Run): void {
    lane.active.add(run);
    void run.feed({ type: 'execution', state: 'RUNNING' }).catch(() => undefined);
  }

  return {
    admit(run) {
      const lane = laneOf(run);
      if (!lane || isFree(lane, run)) return start(lane ?? { active: new Set(), waiting: [] }, run);
      const behavior = run.state.flow.concurrency?.behavior ?? 'QUEUE';
      if (behavior !== 'QUEUE') {
        if (behavior === 'FAIL') refuse(run);
        void run
          .feed({ type: 'execution', state: behavior === 'FAIL' ? 'FAILED' : 'CANCELLED' })
          .catch(() => undefined);
        return;
      }
      lane.waiting.push(run);
      if (stateOf(run) !== 'QUEUED') void run.feed({ type: 'execution', state: 'QUEUED' }).catch(() => undefined);
    },
    enter: (run) => void laneOf(run)?.active.add(run),
    queue: (run) => void laneOf(run)?.waiting.push(run),
    leave(run) {
      const lane = laneOf(run);
      if (!lane) return;
      lane.active.delete(run);
      for (let next = lane.waiting[0]; next && isFree(lane, next); next = lane.waiting[0]) {
        lane.waiting.shift();
        if (stateOf(next) === 'QUEUED' && !isAsleep(next)) start(lane, next);
      }
    },
  };
}
