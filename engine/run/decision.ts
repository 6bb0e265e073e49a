/** What `decide` can answer: a change to record, or something to be done in the world. */
import type { Change } from './events.ts';
import type { Need } from './flowable.ts';
import type { Delay } from './retry.ts';
import type { Speaker } from './say.ts';

export type NewTaskRun = Omit<Extract<Change, { type: 'taskRun' }>, 'id'>;

export type Decision =
  | { do: 'record'; change: Change }
  /** The runner gives it an id. */
  | { do: 'create'; taskRun: NewTaskRun }
  | { do: 'render'; id: string; need: Need }
  | { do: 'work'; id: string }
  | { do: 'wake'; id: string; key: string; after: Delay }
  | { do: 'abort'; id: string; because: 'killed' | 'cut' }
  /** Kestra's own line in the execution's log; '' speaks for the execution itself. */
  | { do: 'log'; id: string; level: 'WARN' | 'ERROR'; message: string; explanation?: string; speaker?: Speaker }
  | { do: 'renderOutputs' }
  /** The flow has a limit: whether this execution may run now is for the engine to say. */
  | { do: 'admit' }
  /** The flow's EXECUTION_ASSERTIONs are tried on the state as it is then. */
  | { do: 'assert' }
  /** A new execution takes this one's place. */
  | { do: 'replace' };

export const record = (change: Change): Decision => ({ do: 'record', change });
