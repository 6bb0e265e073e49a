/** What was under way when the journal ended and has to be done again: a finished task never is. */
import { parseDuration } from '../time/duration.ts';
import { askAgain } from './decide/loop.ts';
import { advance } from './decide/scope.ts';
import { notRun } from './decide/unrun.ts';
import { answersTo } from './flowable.ts';
import { flowableOf } from './flowables/index.ts';
import { nextTry, retryOf } from './retry.ts';
import type { Effect } from './runner.ts';
import { currentState, type RunState, type TaskRunState } from './state.ts';
import { isTerminal } from './states.ts';

export function outstanding(state: RunState, now: number): Effect[] {
  const current = currentState(state.histories);
  if (current === 'CREATED') return [{ do: 'admit' }];
  if (current === 'RETRIED') return state.root.running.size > 0 ? ofTaskRuns(state, now) : [{ do: 'replace' }];
  const ending = advance(state, '').filter((decision) => decision.do === 'renderOutputs' || decision.do === 'wake');
  return [...ofTaskRuns(state, now), ...ofExecution(state, now), ...ending];
}

const ofTaskRuns = (state: RunState, now: number): Effect[] =>
  [...state.taskRuns.values()].flatMap((taskRun) => ofTaskRun(state, taskRun, now));

function ofTaskRun(state: RunState, taskRun: TaskRunState, now: number): Effect[] {
  const { id, task, histories, answers, children } = taskRun;
  const at = currentState(histories);
  const since = histories.at(-1)?.at ?? now;
  const flowable = flowableOf(task.type);
  if (isTerminal(at) || state.held.has(id)) return [];
  if (at === 'RETRYING') {
    const retry = retryOf(state, taskRun);
    const delay = retry && nextTry(retry, taskRun, since);
    const whole = typeof delay === 'number' ? delay : (delay?.[1] ?? 0);
    return [{ do: 'wake', id, key: 'retry', after: left(since, whole, now) }];
  }
  if (at === 'PAUSED') return waits(taskRun, since, now);
  const runs = answers.get('runIf');
  if (at === 'CREATED' && flowable && runs && runs.value !== true)
    return notRun(taskRun, runs.error === undefined ? 'SKIPPED' : 'FAILED').filter((effect) => effect.do === 'render');
  if (at === 'CREATED' && task.runIf !== undefined && task.runIf !== 'true' && runs?.value !== true)
    return [{ do: 'render', id, need: { key: 'runIf', template: task.runIf, as: 'truth' } }];
  if (!flowable) return [{ do: 'work', id }];
  if (!answersTo(flowable.needs(task), taskRun)) {
    const missing = flowable.needs(task).filter(({ key }) => !answers.has(key));
    return missing.map((need) => ({ do: 'render', id, need }));
  }
  if (!children || children.running.size > 0) return [];
  const asked = flowable.life === 'loop' ? askAgain(taskRun) : flowable.after ? advance(state, id) : [];
  return asked.filter((effect) => effect.do === 'render');
}

/** Of a wait; a clock that was set back makes it no longer than it was. */
const left = (since: number, whole: number, now: number): number => Math.min(whole, Math.max(0, since + whole - now));

/** A Pause or a LoopUntil goes on waiting for what is left of its time. */
function waits({ id, answers }: TaskRunState, since: number, now: number): Effect[] {
  return Object.entries({ pauseDuration: 'pauseDuration', timeout: 'timeout', interval: 'loop' }).flatMap(
    ([answer, key]): Effect[] => {
      const time = answers.get(answer)?.value;
      return typeof time === 'number' ? [{ do: 'wake', id, key, after: left(since, time, now) }] : [];
    },
  );
}

/** Service levels that are still to come, and an execution that is to be replaced. */
function ofExecution(state: RunState, now: number): Effect[] {
  const { flow, histories, missed, replaced } = state;
  const started = histories.find(({ state: at }) => at === 'RUNNING')?.at ?? now;
  const since = histories.at(-1)?.at ?? now;
  if (replaced && currentState(histories) === 'FAILED')
    return [{ do: 'wake', id: '', key: 'replace', after: left(since, replaced.after, now) }];
  if (isTerminal(currentState(histories))) return [];
  return flow.sla.flatMap(({ id, type, duration }): Effect[] => {
    const longest = type === 'MAX_DURATION' && duration !== undefined ? parseDuration(duration) : undefined;
    if (longest === undefined || missed.has(id)) return [];
    return [{ do: 'wake', id: '', key: `sla:${id}`, after: left(started, longest, now) }];
  });
}
