/** What a record of the journal can be: an event or a log line of an execution, a flow, what is known of a trigger. */
import type { LogEntry, State } from '../door.ts';
import type { LogQuery } from '../plugins/definition.ts';
import type { TriggerRecord } from '../schedule/index.ts';
import type { RunEvent } from './events.ts';

/** Without what the execution itself says. */
export type KeptLine = Omit<LogEntry, 'namespace' | 'flowId' | 'executionId'>;

export type KeptOfRun =
  | RunEvent
  | { type: 'log'; line: KeptLine }
  /** Flow triggers have been told of the state. */
  | { type: 'heard'; state: State }
  /** Log lines that were there until now. */
  | { type: 'forgotten'; which: LogQuery };

export type Kept = KeptOfRun | { type: 'flow'; source: string } | { type: 'purged' } | TriggerRecord;
