/**
 * What the journal says, read back: flows, and executions folded from their events. An execution that had not ended goes on: a try
 * that was under way is made again, a finished task never is.
 */
import type { EngineEvent, LogEntry } from '../door.ts';
import type { Journal } from '../ports/Journal.ts';
import { isoInstant } from '../time/instant.ts';
import { apply, begin } from './apply.ts';
import { askAgain } from './decide/loop.ts';
import { advance } from './decide/scope.ts';
import type { RunEvent } from './events.ts';
import { answersTo } from './flowable.ts';
import { flowableOf } from './flowables/index.ts';
import type { Flows } from './flows.ts';
import { createLog, type ExecutionLog } from './log.ts';
import { observed } from './observed.ts';
import { nextTry, retryOf } from './retry.ts';
import type { Effect } from './runner.ts';
import { currentState, type RunState, type TaskRunState } from './state.ts';

/** A loop between two turns: its condition is asked again, or, once that is known, the wait is over. */
function turnOf(taskRun: TaskRunState): Effect[] {
  const asked = askAgain(taskRun).filter((effect) => effect.do === 'render');
  const answered = asked.some((effect) => taskRun.answers.has(effect.need.key));
  return answered ? [{ do: 'wake', id: taskRun.id, key: 'loop', after: 0 }] : asked;
}

export interface Recovered {
  state: RunState;
  log: ExecutionLog;
  events: EngineEvent[];
}

export type Kept = RunEvent | { type: 'log'; entry: LogEntry } | { type: 'flow'; source: string };

export async function recover(journal: Journal, flows: Flows): Promise<Map<string, Recovered>> {
  const found = new Map<string, Recovered>();
  for await (const { stream, data } of journal.read()) {
    const kept = data as Kept;
    if (kept.type === 'flow') flows.deploy(kept.source);
    else if (kept.type === 'log') found.get(stream)?.log.add(kept.entry);
    else if (kept.type === 'created') {
      const { namespace, flowId, revision } = kept.header;
      const state = begin(flows.get(namespace, flowId, revision), kept);
      found.set(stream, { state, log: createLog(), events: told(state, kept, []) });
    } else {
      const execution = found.get(stream);
      if (!execution) continue;
      apply(execution.state, kept);
      told(execution.state, kept, execution.events);
    }
  }
  return found;
}

function told(state: RunState, event: RunEvent, events: EngineEvent[]): EngineEvent[] {
  const body = observed(state, event);
  const facts = { executionId: state.header.id, sequence: events.length, at: isoInstant(event.at) };
  if (body) events.push({ ...facts, ...body } as EngineEvent);
  return events;
}

/** What was under way when the journal ended and has to be done again. */
export function outstanding(state: RunState, now: number): Effect[] {
  const effects: Effect[] = [];
  for (const taskRun of state.taskRuns.values()) {
    const { id, task } = taskRun;
    const at = currentState(taskRun.histories);
    const flowable = flowableOf(task.type);
    if (flowable?.life === 'loop' && at === 'RUNNING' && taskRun.children?.running.size === 0) {
      effects.push(...turnOf(taskRun));
    } else if (at === 'CREATED' && task.runIf !== undefined) {
      effects.push({ do: 'render', id, need: { key: 'runIf', template: task.runIf, as: 'truth' } });
    } else if (at === 'RETRYING') {
      const retry = retryOf(state, taskRun);
      const failed = taskRun.histories.at(-1)?.at ?? now;
      const delay = retry && nextTry(retry, taskRun, failed);
      const whole = typeof delay === 'number' ? delay : (delay?.[1] ?? 0);
      effects.push({ do: 'wake', id, key: 'retry', after: Math.max(0, failed + whole - now) });
    } else if (!flowable && (at === 'SUBMITTED' || at === 'RUNNING')) {
      effects.push({ do: 'work', id });
    } else if (flowable && at === 'RUNNING' && !answersTo(flowable.needs(task), taskRun)) {
      for (const need of flowable.needs(task))
        if (!taskRun.answers.has(need.key)) effects.push({ do: 'render', id, need });
    } else if (flowable?.after && at === 'RUNNING' && taskRun.children?.running.size === 0) {
      effects.push(...advance(state, id).filter((decision) => decision.do === 'render'));
    }
  }
  const ending = advance(state, '');
  if (ending.some((decision) => decision.do === 'renderOutputs')) effects.push({ do: 'renderOutputs' });
  return effects;
}
