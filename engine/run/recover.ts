/**
 * What the journal says, read back: flows, triggers, and executions folded from their events. An execution that had not ended goes on:
 * a try that was under way is made again, a finished task never is. One that had ended is folded when somebody asks for it.
 */
import { type Journal, type JournalBatch, JournalError } from '../ports/Journal.ts';
import type { TriggerRecord } from '../schedule/index.ts';
import { apply, begin } from './apply.ts';
import { isOver } from './decide.ts';
import type { Flows } from './flows.ts';
import type { Kept, KeptOfRun } from './kept.ts';
import { createLedger, type Entry, type Ledger } from './ledger.ts';
import { createLog, type ExecutionLog } from './log.ts';
import { observed, type Told } from './observed.ts';
import { currentState, type RunState } from './state.ts';

export interface Recovered {
  state: RunState;
  log: ExecutionLog;
  events: Told[];
}

/** So many batches of an execution are read at once. */
const AT_ONCE = 1_000;

/** `triggers` is told what is known of each trigger. Beside the ledger come the executions that had not ended. */
export async function recover(
  journal: Journal,
  flows: Flows,
  triggers: (record: TriggerRecord) => void,
): Promise<{ ledger: Ledger; unfinished: Map<string, Recovered> }> {
  const ledger = createLedger(await journal.kept());
  for (const source of ledger.flows) flows.deploy(source);
  for (const trigger of ledger.triggers) triggers(trigger);
  const unfinished = new Map<string, Recovered>();
  for (const entry of ledger.all())
    if (entry.end === undefined) unfinished.set(entry.id, await readBack(entry, journal, flows));
  for await (const batch of journal.read(ledger.upTo)) {
    for (const [stream, kept] of sorted(batch)) await fold(stream, kept);
    ledger.take(batch);
    for (const { stream } of batch.records) settle(stream);
  }
  return { ledger, unfinished };

  /** What belongs to executions, each one's together. */
  function sorted({ records }: JournalBatch): Map<string, KeptOfRun[]> {
    const byStream = new Map<string, KeptOfRun[]>();
    for (const { stream, data } of records) {
      const kept = data as Kept;
      if (kept.type === 'flow') flows.deploy(kept.source);
      else if (kept.type === 'trigger') triggers(kept);
      else if (kept.type !== 'purged') {
        const known = byStream.get(stream);
        if (known) known.push(kept);
        else byStream.set(stream, [kept]);
      }
    }
    return byStream;
  }

  async function fold(stream: string, kept: readonly KeptOfRun[]): Promise<void> {
    const known = unfinished.get(stream);
    if (known) return foldBatch(known, kept);
    const entry = ledger.get(stream);
    if (!entry) return begun(stream, kept);
    // What came after the end changes nothing else; a restart does.
    if (kept.every(({ type }) => type === 'log' || type === 'heard' || type === 'forgotten')) return;
    const again = await readBack(entry, journal, flows);
    foldBatch(again, kept);
    unfinished.set(stream, again);
  }

  function begun(stream: string, kept: readonly KeptOfRun[]): void {
    const created = createdFrom(kept, flows);
    if (created) unfinished.set(stream, created);
  }

  /** Purged, or over: it need not be held. */
  function settle(stream: string): void {
    const known = unfinished.get(stream);
    if (!known) return;
    if (isOver(known.state)) ledger.end(stream, currentState(known.state.histories));
    else if (ledger.get(stream)) return;
    unfinished.delete(stream);
  }
}

/** An execution from its batches. */
export async function readBack({ id, places }: Entry, journal: Journal, flows: Flows): Promise<Recovered> {
  let found: Recovered | undefined;
  for (let from = 0; from < places.length; from += AT_ONCE) {
    for (const { records } of await journal.at(places.slice(from, from + AT_ONCE))) {
      const kept = records.flatMap(({ stream, data }) => (stream === id ? [data as KeptOfRun] : []));
      if (found) foldBatch(found, kept);
      else found = createdFrom(kept, flows);
    }
  }
  if (!found) throw new JournalError(`Jurnal tidak memuat awal eksekusi ${id}.`);
  return found;
}

/** Nothing where the batch does not create it. */
function createdFrom(kept: readonly KeptOfRun[], flows: Flows): Recovered | undefined {
  const created = kept.find((one) => one.type === 'created');
  if (!created) return undefined;
  const { namespace, flowId, revision } = created.header;
  const state = begin(flows.get(namespace, flowId, revision), created);
  const recovered: Recovered = { state, log: createLog(), events: [] };
  foldBatch(recovered, kept);
  return recovered;
}

/** What observers are told of the batch is what they were told at first; of the log its new length, once. */
function foldBatch({ state, log, events }: Recovered, kept: readonly KeptOfRun[]): void {
  const { id: executionId, namespace, flowId } = state.header;
  let lastLine = '';
  for (const one of kept) {
    if (one.type === 'forgotten') log.forget(one.which);
    if (one.type !== 'log') continue;
    log.add({ namespace, flowId, executionId, ...one.line });
    lastLine = one.line.timestamp;
  }
  if (lastLine !== '') events.push({ type: 'logs', count: log.entries.length, at: Date.parse(lastLine) });
  for (const one of kept) {
    if (one.type === 'log' || one.type === 'heard' || one.type === 'forgotten') continue;
    apply(state, one);
    const told = observed(state, one);
    if (told) events.push(told);
  }
}
