/** What happens while a flow runs, line by line on stderr: states of task runs, and the log as it comes. */
import type { EngineEvent, LogEntry } from '../door.ts';
import { cliMessages as say } from '../messages/cli.ts';
import type { Hands } from './home.ts';

const QUIET = new Set(['CREATED', 'SUBMITTED']);
const LEVEL: Record<string, string> = { WARN: 'peringatan', ERROR: 'galat' };

/** Until the execution ends; what happened before `since` (epoch milliseconds) is not shown again. */
export async function showProgress(engine: Hands, id: string, since = 0): Promise<void> {
  let shown = (await engine.logs(id)).filter(({ timestamp }) => Date.parse(timestamp) < since).length;
  const started = new Map<string, number>();
  const drain = async () => {
    const entries = await engine.logs(id, { from: shown });
    shown += entries.length;
    for (const entry of entries) if (entry.level !== 'TRACE' && entry.level !== 'DEBUG') logLine(entry);
  };
  for await (const event of engine.follow(id)) {
    if (Date.parse(event.at) < since) continue;
    if (event.type === 'logs') await drain();
    else if (event.type === 'taskRun' && !QUIET.has(event.state)) {
      await drain();
      stateLine(event, started);
    }
  }
  await drain();
}

function logLine({ taskId, level, message, explanation }: LogEntry): void {
  const kind = LEVEL[level];
  console.error(`    ${taskId ?? ''}${kind ? ` ${kind}` : ''} | ${message.trimEnd().replaceAll('\n', '\n    | ')}`);
  if (explanation !== undefined) console.error(`    → ${explanation}`);
}

function stateLine(event: Extract<EngineEvent, { type: 'taskRun' }>, started: Map<string, number>): void {
  const at = Date.parse(event.at);
  if (event.state === 'RUNNING') started.set(event.taskRunId, at);
  const since = started.get(event.taskRunId);
  const took = event.state === 'RUNNING' || since === undefined ? '' : `  ${seconds(at - since)} dtk`;
  const value = event.value === undefined ? '' : ` [${event.value}]`;
  console.error(`  ${(say.states[event.state] ?? event.state).padEnd(10)} ${event.taskId}${value}${took}`);
}

/** `0,42` */
export const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2).replace('.', ',');
