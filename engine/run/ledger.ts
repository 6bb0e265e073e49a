/**
 * What the journal holds, in short: of each execution the few facts by which it is found, and where its batches stand. So an execution
 * that has ended can leave memory, and a snapshot of the ledger spares the next process to read everything.
 */
import type { State } from '../door.ts';
import type { JournalBatch, JournalSnapshot } from '../ports/Journal.ts';
import type { Cause, TriggerRecord } from '../schedule/index.ts';
import type { Header } from './events.ts';
import type { Kept } from './kept.ts';

const VERSION = 1;

export interface Entry {
  readonly id: string;
  readonly namespace: string;
  readonly flowId: string;
  /** Epoch milliseconds; of one that goes on from where another stood, when that one started. */
  startedAt: number;
  /** The execution that it replays or replaces. */
  readonly parentId?: string;
  readonly triggerId?: string;
  readonly cause?: Cause;
  /** A Flow trigger started it, after this. */
  readonly after?: { executionId: string; state: string };
  /** Flow triggers wait for it; they have been told of these states. */
  readonly watched?: true;
  heard?: State[];
  /** The task that started it. */
  readonly by?: { executionId: string; taskRunId: string; iteration?: unknown };
  /** Of its batches, as the journal knows them. */
  readonly places: number[];
  /** Its state, once nothing will happen any more. */
  end?: State;
}

interface Content {
  version: number;
  batches: number;
  flows: string[];
  triggers: TriggerRecord[];
  executions: Entry[];
}

export interface Ledger {
  /** A batch that is safe. */
  take(batch: JournalBatch): void;
  /** Nothing will happen any more to this execution. */
  end(id: string, state: State): void;
  get(id: string): Entry | undefined;
  /** Oldest first. */
  all(): IterableIterator<Entry>;
  /** Those that a task run started, oldest first. */
  startedBy(taskRunId: string): Entry[];
  readonly flows: readonly string[];
  readonly triggers: Iterable<TriggerRecord>;
  /** Where the last batch stands. */
  readonly upTo: number | undefined;
  /** How many batches there are, and how many of them came after the last snapshot. */
  readonly batches: number;
  readonly fresh: number;
  /** Nothing where there is nothing yet. */
  snapshot(): JournalSnapshot | undefined;
}

export function createLedger(snapshot?: JournalSnapshot): Ledger {
  const content = contentOf(snapshot);
  const flows = content?.flows ?? [];
  const triggers = new Map<string, TriggerRecord>();
  const executions = new Map<string, Entry>();
  const children = new Map<string, string[]>();
  let upTo = content && snapshot ? snapshot.upTo : undefined;
  let batches = content?.batches ?? 0;
  let fresh = 0;

  for (const trigger of content?.triggers ?? []) triggers.set(keyOf(trigger), trigger);
  for (const entry of content?.executions ?? []) add(entry);

  function add(entry: Entry): void {
    executions.set(entry.id, entry);
    const by = entry.by?.taskRunId;
    if (by !== undefined) children.set(by, [...(children.get(by) ?? []), entry.id]);
  }

  function forget(id: string): void {
    const by = executions.get(id)?.by?.taskRunId;
    executions.delete(id);
    if (by === undefined) return;
    const left = (children.get(by) ?? []).filter((other) => other !== id);
    if (left.length > 0) children.set(by, left);
    else children.delete(by);
  }

  function takeOf(stream: string, kept: Kept, place: number): void {
    if (kept.type === 'flow') flows.push(kept.source);
    else if (kept.type === 'trigger') triggers.set(keyOf(kept), kept);
    else if (kept.type === 'purged') forget(stream);
    else {
      if (kept.type === 'created') add(entryOf(kept.header, kept.at));
      const entry = executions.get(stream);
      if (!entry) return;
      if (entry.places.at(-1) !== place) entry.places.push(place);
      if (kept.type === 'copied') entry.startedAt = kept.histories[0]?.at ?? entry.startedAt;
      if (kept.type === 'heard') entry.heard = [...(entry.heard ?? []), kept.state];
      else if (kept.type !== 'log' && kept.type !== 'forgotten') delete entry.end;
    }
  }

  return {
    take({ place, records }) {
      for (const { stream, data } of records) takeOf(stream, data as Kept, place);
      upTo = place;
      batches++;
      fresh++;
    },
    end(id, state) {
      const entry = executions.get(id);
      if (entry) entry.end = state;
    },
    get: (id) => executions.get(id),
    all: () => executions.values(),
    startedBy: (taskRunId) => (children.get(taskRunId) ?? []).flatMap((id) => executions.get(id) ?? []),
    flows,
    get triggers() {
      return triggers.values();
    },
    get batches() {
      return batches;
    },
    get fresh() {
      return fresh;
    },
    get upTo() {
      return upTo;
    },
    snapshot() {
      if (upTo === undefined) return undefined;
      fresh = 0;
      const data: Content = {
        version: VERSION,
        batches,
        flows,
        triggers: [...triggers.values()],
        executions: [...executions.values()],
      };
      return { upTo, data };
    },
  };
}

/** One of another version does not count. */
function contentOf(snapshot: JournalSnapshot | undefined): Content | undefined {
  const content = snapshot?.data as Content | undefined;
  return content?.version === VERSION ? content : undefined;
}

function entryOf({ id, namespace, flowId, parentId, trigger, cause, watched }: Header, startedAt: number): Entry {
  const by = trigger?.type.startsWith('io.kestra.plugin.core.flow.') ? trigger.variables : undefined;
  const after = trigger?.type === 'io.kestra.plugin.core.trigger.Flow' ? trigger.variables : undefined;
  return {
    id,
    namespace,
    flowId,
    startedAt,
    ...(parentId !== undefined && { parentId }),
    ...(trigger && !by && { triggerId: trigger.id }),
    ...(cause && { cause }),
    ...(after && { after: { executionId: String(after.executionId), state: String(after.state) } }),
    ...(watched && { watched }),
    ...(by && {
      by: {
        executionId: String(by.executionId),
        taskRunId: String(by.taskRunId),
        ...(by.taskRunIteration !== undefined && { iteration: by.taskRunIteration }),
      },
    }),
    places: [],
  };
}

const keyOf = ({ namespace, flowId, triggerId }: TriggerRecord): string => `${namespace}/${flowId}/${triggerId}`;
