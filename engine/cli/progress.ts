/** What happens while a flow runs, line by line on stderr: states of task runs, and the log as it comes. */
import type { EngineEvent, LogEntry } from '../door.ts';
import { cliMessages as say } from '../messages/cli.ts';
import type { Hands } from './home.ts';

const QUIET = new Set(['CREATED', 'SUBMITTED']);
const LEVEL: Record<string, string> = { WARN: 'peringatan', ERROR: 'galat' };

/** Until the execution ends; what happened before `since` (epoch milliseconds) is not shown again. */
export async function showProgress(engine: Hands, id: string, since = 0): Promise<void> {
  let read = (await engine.logs(id)).filter(({ timestamp }) => Date.parse(timestamp) < since).length;
  let held: LogEntry[] = [];
  const started = new Map<string, Started>();
  const show = async (isDue: (entry: LogEntry) => boolean) => {
    const entries = await engine.logs(id, { from: read });
    read += entries.length;
    const due = [...held, ...entries].filter(isDue);
    held = [...held, ...entries].filter((entry) => !isDue(entry));
    for (const entry of due) if (entry.level !== 'TRACE' && entry.level !== 'DEBUG') logLine(entry);
  };
  for await (const event of engine.follow(id)) {
    const at = Date.parse(event.at);
    if (at < since || (event.type === 'taskRun' && QUIET.has(event.state))) continue;
    // The log may be further than the events: what belongs to a try that has not been shown waits for it.
    await show((entry) => Date.parse(entry.timestamp) <= at && hasStarted(started, entry));
    if (event.type === 'taskRun') stateLine(event, started);
  }
  await show(() => true);
}

interface Started {
  at: number;
  attempt: number;
}

function hasStarted(started: ReadonlyMap<string, Started>, { taskRunId, attemptNumber = 0 }: LogEntry): boolean {
  if (taskRunId === undefined) return true;
  const one = started.get(taskRunId);
  return one !== undefined && one.attempt >= attemptNumber;
}

function logLine({ taskId, level, message, explanation }: LogEntry): void {
  const kind = LEVEL[level];
  console.error(`    ${taskId ?? ''}${kind ? ` ${kind}` : ''} | ${message.trimEnd().replaceAll('\n', '\n    | ')}`);
  if (explanation !== undefined) console.error(`    → ${explanation}`);
}

function stateLine(event: Extract<EngineEvent, { type: 'taskRun' }>, started: Map<string, Started>): void {
  const at = Date.parse(event.at);
  const before = started.get(event.taskRunId);
  if (event.state === 'RUNNING' || !before) started.set(event.taskRunId, { at, attempt: event.attempt });
  const took = event.state === 'RUNNING' || !before ? '' : `  ${seconds(at - before.at)} dtk`;
  const value = event.value === undefined ? '' : ` [${event.value}]`;
  console.error(`  ${(say.states[event.state] ?? event.state).padEnd(10)} ${event.taskId}${value}${took}`);
}

/** `0,42` */
export const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2).replace('.', ',');
