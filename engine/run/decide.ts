/**
 * What follows from an event: pure, no clock, no random, no I/O, no rendering. Reads the state, never writes it; each answer is a
 * change to record (the runner stamps it and feeds it back) or something to be done in the world.
 *
 *   created -> RUNNING, first tasks          taskRun -> runIf? -> start
 *   start: a flowable asks for what it needs, then is planned; other tasks are work
 *   tried  -> again later, or ended          ended  -> the next of the lane, other lanes, or the scope's next phase
 *   phases of a scope: main -> errors (if something failed) -> finally -> the scope's own end
 */
import { answered } from './decide/answer.ts';
import { cutOff } from './decide/cut.ts';
import { planOf } from './decide/flowable.ts';
import { advance, followed } from './decide/scope.ts';
import { beginTask, dueTask, endedTry } from './decide/task.ts';
import { type Decision, record } from './decision.ts';
import type { RunEvent } from './events.ts';
import { currentState, type RunState, taskRunOf } from './state.ts';
import { isTerminal } from './states.ts';

export function decide(state: RunState, event: RunEvent): Decision[] {
  switch (event.type) {
    case 'created':
      return [record({ type: 'execution', state: 'RUNNING' }), record({ type: 'phase', scope: '', phase: 'main' })];
    case 'phase':
      return advance(state, event.scope);
    case 'taskRun':
      return beginTask(taskRunOf(state, event.id));
    case 'answer':
      return answered(state, taskRunOf(state, event.id), event);
    case 'planned':
      return planOf(state, taskRunOf(state, event.id));
    case 'tried':
      return endedTry(state, taskRunOf(state, event.id), event);
    case 'ended': {
      if (event.cut) return [];
      const taskRun = taskRunOf(state, event.id);
      return followed(state, taskRun);
    }
    case 'due':
      return dueTask(state, taskRunOf(state, event.id), event.key);
    case 'again':
      return advance(state, event.id);
    case 'flowOutputs':
      return advance(state, '');
    case 'asked':
      return event.what === 'kill' ? kill(state) : [];
    case 'execution':
      return isTerminal(event.state) ? afterwards(state, event.state) : [];
    case 'moved':
    case 'metrics':
    case 'labels':
    case 'variables':
    case 'resumed':
      return [];
  }
}

/** Whatever works is stopped; what only waits ends at once. */
function kill(state: RunState): Decision[] {
  if (isTerminal(currentState(state.histories))) return [];
  const decisions: Decision[] = [record({ type: 'execution', state: 'KILLING' }), ...cutOff(state.root, 'KILLED')];
  return [...decisions, record({ type: 'execution', state: 'KILLED' })];
}

/** Once the end is known, `afterExecution` runs; it changes nothing. */
function afterwards(state: RunState, end: string): Decision[] {
  const { root, flow } = state;
  if (root.phase === 'after' || end === 'RETRIED' || flow.afterExecution.every((task) => task.disabled)) return [];
  const failing = state.flowOutputs === null && end === 'SUCCESS';
  return failing ? [] : [record({ type: 'phase', scope: '', phase: 'after' })];
}

/** Nothing will happen any more. */
export function isOver(state: RunState): boolean {
  const { root } = state;
  if (!isTerminal(currentState(state.histories))) return false;
  if (state.flowOutputs === null && currentState(state.histories) === 'SUCCESS') return false;
  const expectsMore = root.phase !== 'after' && state.flow.afterExecution.some((task) => !task.disabled);
  return !expectsMore && root.running.size === 0 && (root.phase !== 'after' || root.nextLane >= root.plan.count);
}
