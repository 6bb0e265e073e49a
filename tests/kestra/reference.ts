/**
 * A real Kestra engine, run in a JVM of its own (`jvm/Reference.java`) and asked over JSON lines; many requests may be under way at
 * once. Needs a JDK 21 and Maven, which fetches the jars once (125 MB). Where these are missing it says so and what to do.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Execution, LogEntry } from '#engine/index.ts';
import { findJava, type Java, libraries } from './jvm/find.ts';

export interface RunRequest {
  yaml: string;
  inputs?: Record<string, unknown>;
  labels?: Record<string, string>;
  /** States that end the waiting, beside those that end an execution. */
  until?: string[];
  /** Given up when nothing has moved for so long. */
  timeoutMs?: number;
  settleMs?: number;
}

/** A refusal, in Kestra's own words. */
export interface Refused {
  error: string;
  message: string | null;
}

export interface Ran {
  execution: Execution;
  logs: LogEntry[];
  /** It had not ended when `timeoutMs` was over. */
  timeout?: true;
}

export interface Reference {
  version: string;
  run(request: RunRequest): Promise<Ran | Refused>;
  create(yaml: string): Promise<{ flow: Record<string, unknown> } | Refused>;
  validate(yaml: string): Promise<{ result: unknown } | Refused>;
  render(expr: string, vars?: Record<string, unknown>, typed?: boolean): Promise<{ value: unknown } | Refused>;
  close(): Promise<void>;
}

/** Why there is none here, for a person. */
export interface Missing {
  missing: string;
}

/** The newest 1.1 is what we hold ourselves against. */
export const VERSION = '1.1.15';

/** So many run side by side at most: a JVM with two cores does not get faster beyond. */
const AT_ONCE = 32;

export const isRefused = (answer: object): answer is Refused => 'error' in answer;

let shared: Promise<Reference | Missing> | undefined;

/** One for the whole process; it ends with it. */
export function reference(): Promise<Reference | Missing> {
  shared ??= openReference();
  return shared;
}

export async function openReference(version = VERSION): Promise<Reference | Missing> {
  const java = findJava();
  if (java === undefined) return { missing: 'Kestra asli ditinggalkan: JDK 21 atau lebih baru tidak ada di sini.' };
  const jars = libraries(version);
  if (!existsSync(jars))
    return { missing: 'Kestra asli ditinggalkan: Maven tidak ada, atau pustakanya gagal diunduh.' };
  return started(java, jars, version);
}

interface Waiting {
  line: string;
  answer: (value: never) => void;
  fail: (error: Error) => void;
}

/** What the JVM is told: quiet, quick to start, in UTC, everything on its class path. */
function jvmArguments({ version }: Java, jars: string): string[] {
  const here = new URL('jvm/', import.meta.url).pathname;
  return [
    '-XX:TieredStopAtLevel=1',
    '-Xmx2g',
    '--enable-native-access=ALL-UNNAMED',
    ...(version >= 23 ? ['--sun-misc-unsafe-memory-access=allow'] : []),
    '-Duser.timezone=UTC',
    '-Dfile.encoding=UTF-8',
    `-Dlogback.configurationFile=${here}logback.xml`,
    `-Dmicronaut.config.files=${here}application.yml`,
    '-cp',
    `${jars}/*`,
    `${here}Reference.java`,
  ];
}

function started(java: Java, jars: string, version: string): Promise<Reference> {
  const data = mkdtempSync(join(tmpdir(), 'alur-reference-'));
  const child = spawn(java.command, jvmArguments(java, jars), { env: { ...process.env, REFERENCE_DATA: data } });
  const sent = new Map<number, Waiting>();
  const queue: [number, Waiting][] = [];
  let said = '';
  let count = 0;
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  });
  const end = (): void => {
    child.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  };
  process.once('exit', end);

  function pump(): void {
    for (let next = sent.size < AT_ONCE && queue.shift(); next; next = sent.size < AT_ONCE && queue.shift()) {
      sent.set(...next);
      child.stdin.write(next[1].line);
    }
  }

  function ask<T>(request: Record<string, unknown>): Promise<T> {
    const n = count++;
    return new Promise((answer, fail) => {
      queue.push([n, { line: `${JSON.stringify({ n, ...request })}\n`, answer, fail }]);
      pump();
    });
  }

  const door: Reference = {
    version,
    run: (request) => ask({ op: 'run', ...request }),
    create: (yaml) => ask({ op: 'create', yaml }),
    validate: (yaml) => ask({ op: 'validate', yaml }),
    render: (expr, vars = {}, typed = false) => ask({ op: 'render', expr, vars, typed }),
    close: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve());
        child.stdin.end();
      }),
  };

  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { n, ready, ...answer } = JSON.parse(line) as { n?: number; ready?: true };
      if (ready) resolve(door);
      if (n === undefined) return;
      const waiting = sent.get(n);
      sent.delete(n);
      waiting?.answer(answer as never);
      pump();
    });
    child.once('close', (code) => {
      process.removeListener('exit', end);
      rmSync(data, { recursive: true, force: true });
      const gone = new Error(`Kestra asli berhenti (kode ${code}).\n${said}`);
      reject(gone);
      for (const { fail } of [...sent.values(), ...queue.map(([, one]) => one)]) fail(gone);
    });
  });
}
