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
import { changed, created, dueExecution } from './decide/execution.ts';
import { planOf } from './decide/flowable.ts';
import { kill } from './decide/kill.ts';
import { pauseByHand, resumed } from './decide/pause.ts';
import { released } from './decide/released.ts';
import { restart, restarted } from './decide/restart.ts';
import { advance, followed } from './decide/scope.ts';
import { asserts, missed } from './decide/sla.ts';
import { beginTask, dueTask, endedTry } from './decide/task.ts';
import type { Decision } from './decision.ts';
import type { RunEvent } from './events.ts';
import { currentState, type RunState, taskRunOf } from './state.ts';
import { isTerminal } from './states.ts';

export function decide(state: RunState, event: RunEvent): Decision[] {
  const decisions = follows(state, event);
  return asserts(state, event) ? [...decisions, { do: 'assert' }] : decisions;
}

function follows(state: RunState, event: RunEvent): Decision[] {
  switch (event.type) {
    case 'created':
      return created(state);
    case 'phase':
      return advance(state, event.scope);
    case 'taskRun':
      return beginTask(state, taskRunOf(state, event.id));
    case 'answer':
      return answered(state, taskRunOf(state, event.id), event);
    case 'planned':
      return planOf(state, taskRunOf(state, event.id));
    case 'tried':
      return endedTry(state, taskRunOf(state, event.id), event);
    case 'ended':
      return event.cut ? [] : followed(state, taskRunOf(state, event.id));
    case 'due':
      return event.id === '' ? dueExecution(state, event) : dueTask(state, taskRunOf(state, event.id), event.key);
    case 'again':
      return advance(state, event.id);
    case 'flowOutputs':
      return advance(state, '');
    case 'asked':
      if (event.what === 'kill') return kill(state);
      return event.what === 'pause' ? pauseByHand(state) : restart(state);
    case 'resumed':
      return resumed(state, event);
    case 'released':
      return released(state, event.id);
    case 'restarted':
      return restarted(state, event);
    case 'sla':
      return missed(state, event);
    case 'execution':
      return changed(state, event);
    case 'moved':
    case 'metrics':
    case 'labels':
    case 'variables':
    case 'held':
    case 'copied':
    case 'replaced':
      return [];
  }
}

/** Nothing will happen any more. */
export function isOver(state: RunState): boolean {
  const { root, histories, replaced, flowOutputs } = state;
  const current = currentState(histories);
  if (!isTerminal(current)) return false;
  if (flowOutputs === null && current === 'SUCCESS') return false;
  if (replaced && current === 'FAILED') return false;
  const expectsMore = root.phase !== 'after' && state.flow.afterExecution.some((task) => !task.disabled);
  return !expectsMore && root.running.size === 0 && (root.phase !== 'after' || root.nextLane >= root.plan.count);
}
