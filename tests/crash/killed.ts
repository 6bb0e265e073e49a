/** A real `alur run` that is killed in the middle, and what `alur resume` makes of it. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recordsOf } from '#engine/hosts/common/records.ts';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createFileJournal } from '#engine/hosts/node/journal.ts';
import { createEngine, type Execution } from '#engine/index.ts';
import { cliMessages } from '#engine/messages/cli.ts';
import { DEPLOYED, FOLDER, finish } from './flows.ts';

const KILLER = fileURLToPath(new URL('./killer.ts', import.meta.url));
const PAUSED = 3;
const ENDED = new Set(['tried', 'ended']);

/** `after:7`: after the seventh batch of the journal; `within:7`: in the middle of writing it; `full:7`: it no longer fits the disk. */
export type Kill = `${'after' | 'within' | 'full'}:${number}`;

/** Where tasks leave their marks: what asked, in order. */
export interface Marks {
  of(key: string): string[];
  address(key: string): string;
  close(): void;
}

export async function openMarks(): Promise<Marks> {
  const marks = new Map<string, string[]>();
  const server: Server = createServer(({ url = '' }, answer) => {
    const [, key = '', id = ''] = url.split('/');
    marks.set(key, [...(marks.get(key) ?? []), id]);
    answer.end('ya');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    of: (key) => marks.get(key) ?? [],
    address: (key) => `http://127.0.0.1:${port}/${key}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

interface Ended {
  status: number | null;
  said: string;
}

function alur(args: string[], home: string, env: Record<string, string>, kill?: Kill): Promise<Ended> {
  const given = [...(kill ? ['--import', KILLER] : []), 'alur', ...args, '--home', home];
  const journal = join(home, 'journal.jsonl');
  const child = spawn(process.execPath, given, {
    env: { ...process.env, ...env, ...(kill && { KILL: kill, KILL_JOURNAL: journal }) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, said })));
}

/** What one record of the journal says, as far as it matters here. */
interface Kept {
  stream: string;
  data: {
    type: string;
    id?: string;
    state?: string;
    taskId?: string;
    header?: { flowId: string };
    line?: { message: string };
  };
}

/** Read from a copy: what the dead process left is not touched. */
async function keptIn(home: string): Promise<Kept[]> {
  const path = join(home, 'journal.jsonl');
  if (!existsSync(path)) return [];
  const copy = mkdtempSync(join(tmpdir(), 'alur-salinan-'));
  cpSync(path, join(copy, 'journal.jsonl'));
  const journal = createFileJournal(join(copy, 'journal.jsonl'));
  try {
    const kept: Kept[] = [];
    for await (const record of recordsOf(journal)) kept.push(record as Kept);
    return kept;
  } finally {
    await journal.close();
    rmSync(copy, { recursive: true });
  }
}

/** States and log lines that stderr told and the journal does not know. */
function lostIn(said: string, kept: readonly Kept[]): string[] {
  const tasks = new Map(kept.flatMap(({ data }) => (data.type === 'taskRun' ? [[data.id, data.taskId]] : [])));
  const known: string[] = kept.flatMap(({ data }) => {
    if (data.type === 'log') return (data.line?.message ?? '').split('\n').map((line) => `| ${line}`);
    if (data.type !== 'moved' && data.type !== 'ended') return [];
    return [`${cliMessages.states[data.state ?? '']} ${tasks.get(data.id)}`];
  });
  const told = said.split('\n').flatMap((line) => {
    const [, message] = /^ {4}[a-z][\w-]* (?:peringatan |galat )?\| (.*)$/.exec(line) ?? [];
    if (message !== undefined) return [`| ${message}`];
    const [, state, task] = /^ {2}(\S+) +([\w-]+)(?: |$)/.exec(line) ?? [];
    return state === undefined ? [] : [`${state} ${task}`];
  });
  return told.filter((line) => {
    const at = known.indexOf(line);
    if (at >= 0 && !line.startsWith('|')) known.splice(at, 1);
    return at < 0;
  });
}

export interface Outcome {
  /** How the first process ended; nothing where it was killed. */
  status: number | null;
  /** What it said. */
  first: string;
  /** How the first process to resume it ended. */
  resumed: number | null;
  /** Nothing where it was killed before there was an execution. */
  executions?: Execution[];
  /** Told on the screen, and not in the journal. */
  lost: string[];
  /** Marks of tasks that had ended before the kill, left again after it. */
  again: string[];
  /** All that resuming said. */
  said: string;
}

/** `alur resume` would answer this pause, where nobody was to answer: it goes on as the engine recovers. */
const isNobodys = (name: string): boolean => name === 'pause-out-of-time';

/** Runs the flow in a home of its own, killed as said, and lets it go on until all has ended; the first to resume it may be killed, too. */
export async function killedAndResumed(name: string, marks: Marks, kill?: Kill, again?: Kill): Promise<Outcome> {
  const home = mkdtempSync(join(tmpdir(), 'alur-mati-'));
  const key = `${name}-${kill ?? 'utuh'}-${again ?? 'utuh'}`.replaceAll(':', '-');
  const env = { ENV_TANDA: marks.address(key) };
  try {
    const first = await alur(['run', join(FOLDER, `${name}.yaml`), '--flows', DEPLOYED], home, env, kill);
    let kept = await keptIn(home);
    let seen = marks.of(key).length;
    const twice: string[] = [];
    const lost = lostIn(first.said, kept);
    const outcome = { status: first.status, first: first.said, lost, again: twice };
    /** Since the last look: marks of tasks that had ended by then. */
    const look = (): void => {
      const ended = new Set(kept.flatMap(({ data }) => (ENDED.has(data.type) ? [data.id] : [])));
      twice.push(
        ...marks
          .of(key)
          .slice(seen)
          .filter((mark) => ended.has(mark)),
      );
      seen = marks.of(key).length;
    };
    const id = kept.findLast(({ data }) => data.type === 'created' && data.header?.flowId === 'utama')?.stream;
    if (id === undefined) return { ...outcome, resumed: 0, said: first.said };
    let [last, said] = [first, ''];
    let resumed: number | null = 0;
    const isCut = kill?.startsWith('full') ? 1 : null;
    for (let tries = 0; !isNobodys(name) && (last.status === isCut || last.status === PAUSED); tries++) {
      if (tries > 5) throw new Error(`still paused: ${said}`);
      last = await alur(['resume', id, '-i', 'setuju=true'], home, env, tries === 0 ? again : undefined);
      said += last.said;
      if (tries > 0) continue;
      resumed = last.status;
      look();
      kept = await keptIn(home);
      lost.push(...lostIn(last.said, kept));
    }
    const executions = await restOf(home, env);
    look();
    return { ...outcome, resumed, executions, said };
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Executions that nobody waited for go on, too. */
async function restOf(home: string, env: Record<string, string>): Promise<Execution[]> {
  const engine = createEngine(createNodeHost({ home, env: { ...process.env, ...env } }));
  try {
    return await finish(engine);
  } finally {
    await engine.close();
  }
}
