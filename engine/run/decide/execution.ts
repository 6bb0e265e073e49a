/** The execution as a whole: its start, its end, and what comes after. */
import type { State } from '../../door.ts';
import { parseDuration } from '../../time/duration.ts';
import { type Decision, record } from '../decision.ts';
import type { RunEvent } from '../events.ts';
import { currentState, isHeld, type RunState } from '../state.ts';
import { isTerminal } from '../states.ts';
import { releaseAll } from './held.ts';
import { dueSla } from './sla.ts';

export function created({ flow, header }: RunState): Decision[] {
  if (header.copy) return [];
  if (flow.concurrency) return [{ do: 'admit' }];
  // With nothing to run it is never RUNNING.
  const idle = [...flow.tasks, ...flow.finally].every(({ disabled }) => disabled);
  return [record(idle ? { type: 'phase', scope: '', phase: 'main' } : { type: 'execution', state: 'RUNNING' })];
}

/** `passing`: FAILED only on the way to RETRYING; nothing has ended. */
export function changed(state: RunState, { state: to, passing }: Extract<RunEvent, { type: 'execution' }>): Decision[] {
  if (passing) return [];
  if (isTerminal(to)) return afterwards(state, to);
  if (to !== 'RUNNING') return [];
  const before = state.histories.at(-2)?.state;
  if (before === 'CREATED' || before === 'QUEUED')
    return [...timers(state), record({ type: 'phase', scope: '', phase: 'main' })];
  return isHeld(state) ? [] : releaseAll(state);
}

/** A MAX_DURATION counts from the start of the first task. */
function timers({ flow }: RunState): Decision[] {
  return flow.sla.flatMap(({ id, type, duration }): Decision[] => {
    const after = type === 'MAX_DURATION' && duration !== undefined ? parseDuration(duration) : undefined;
    return after === undefined ? [] : [{ do: 'wake', id: '', key: `sla:${id}`, after }];
  });
}

export function dueExecution(state: RunState, { key, at }: Extract<RunEvent, { type: 'due' }>): Decision[] {
  if (key.startsWith('sla:')) return dueSla(state, key.slice('sla:'.length), at);
  const { replaced, histories } = state;
  if (key !== 'replace' || !replaced || currentState(histories) === 'RETRIED') return [];
  return [
    record({ type: 'moved', id: replaced.id, state: 'RETRIED' }),
    record({ type: 'execution', state: 'RETRIED' }),
    { do: 'replace' },
  ];
}

/** Once the end is known, `afterExecution` runs; it changes nothing. */
function afterwards(state: RunState, end: State): Decision[] {
  const { root, flow, replaced } = state;
  if (replaced && end === 'FAILED') return [{ do: 'wake', id: '', key: 'replace', after: replaced.after }];
  if (root.phase === 'after' || flow.afterExecution.every((task) => task.disabled)) return [];
  const failing = state.flowOutputs === null && end === 'SUCCESS';
  return failing ? [] : [record({ type: 'phase', scope: '', phase: 'after' })];
}
