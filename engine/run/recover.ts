/**
 * What the journal says, read back: flows, and executions folded from their events. An execution that had not ended goes on: a try
 * that was under way is made again, a finished task never is.
 */
import type { EngineEvent, LogEntry, State } from '../door.ts';
import type { Journal, JournalRecord } from '../ports/Journal.ts';
import type { TriggerRecord } from '../schedule/index.ts';
import { isoInstant } from '../time/instant.ts';
import { apply, begin } from './apply.ts';
import type { RunEvent } from './events.ts';
import type { Flows } from './flows.ts';
import { createLog, type ExecutionLog } from './log.ts';
import { observed } from './observed.ts';
import type { RunState } from './state.ts';

export interface Recovered {
  state: RunState;
  log: ExecutionLog;
  events: EngineEvent[];
  /** The states that Flow triggers have been told of. */
  heard: Set<State>;
}

export type Kept =
  | RunEvent
  | { type: 'log'; entry: LogEntry }
  | { type: 'flow'; source: string }
  | { type: 'purged' }
  | { type: 'heard'; state: State }
  | TriggerRecord;

/** `triggers` is told what is known of each trigger. */
export async function recover(
  journal: Journal,
  flows: Flows,
  triggers: (record: TriggerRecord) => void,
): Promise<Map<string, Recovered>> {
  const found = new Map<string, Recovered>();
  for await (const { records } of journal.read()) for (const record of records) take(record);
  return found;

  function take({ stream, data }: JournalRecord): void {
    const kept = data as Kept;
    if (kept.type === 'flow') flows.deploy(kept.source);
    else if (kept.type === 'trigger') triggers(kept);
    else if (kept.type === 'purged') found.delete(stream);
    else if (kept.type === 'log') found.get(stream)?.log.add(kept.entry);
    else if (kept.type === 'heard') found.get(stream)?.heard.add(kept.state);
    else if (kept.type === 'created') {
      const { namespace, flowId, revision } = kept.header;
      const state = begin(flows.get(namespace, flowId, revision), kept);
      found.set(stream, { state, log: createLog(), events: told(state, kept, []), heard: new Set() });
    } else {
      const execution = found.get(stream);
      if (!execution) return;
      apply(execution.state, kept);
      told(execution.state, kept, execution.events);
    }
  }
}

function told(state: RunState, event: RunEvent, events: EngineEvent[]): EngineEvent[] {
  const body = observed(state, event);
  const facts = { executionId: state.header.id, sequence: events.length, at: isoInstant(event.at) };
  if (body) events.push({ ...facts, ...body } as EngineEvent);
  return events;
}
