/** What `decide` can answer: a change to record, or something to be done in the world. */
import type { Change } from './events.ts';
import type { Need } from './flowable.ts';
import type { Delay } from './retry.ts';

export type NewTaskRun = Omit<Extract<Change, { type: 'taskRun' }>, 'id'>;

export type Decision =
  | { do: 'record'; change: Change }
  /** The runner gives it an id. */
  | { do: 'create'; taskRun: NewTaskRun }
  | { do: 'render'; id: string; need: Need }
  | { do: 'work'; id: string }
  | { do: 'wake'; id: string; key: string; after: Delay }
  | { do: 'abort'; id: string }
  /** Kestra's own line in the execution's log. */
  | { do: 'log'; id: string; level: 'WARN' | 'ERROR'; message: string; explanation?: string }
  | { do: 'renderOutputs' };

export const record = (change: Change): Decision => ({ do: 'record', change });
