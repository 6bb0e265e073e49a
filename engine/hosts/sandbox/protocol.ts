/** What a sandbox's worker and its host say to each other. Everything here crosses a worker by structured clone. */
import type { HttpRequest } from '../../ports/Http.ts';

export type Language = 'shell' | 'python';

/** A script as its worker gets it: paths are checked, the program says what `workingDirectory` says. */
export interface Job {
  program: string;
  env: Record<string, string>;
  workingDirectory: string;
  files: Record<string, Uint8Array>;
  maxFileBytes: number;
  /** Python only: what stands after the file's name on the command line. */
  argv?: readonly string[];
  stdin?: Uint8Array;
  /** What a script that can't wait was answered before it was started anew, in order. */
  answers?: readonly Answered[];
}

export interface Answered {
  request: FetchRequest;
  answer: FetchAnswer;
}

export interface JobResult {
  exitCode: number;
  /** Every file that stands in the working directory afterwards, by relative path. */
  files: Record<string, Uint8Array>;
}

export type Stream = 'stdout' | 'stderr';
export type Line = readonly [stream: Stream, text: string];

export type FetchRequest = Pick<HttpRequest, 'url' | 'method' | 'headers' | 'followRedirects'> & { body?: Uint8Array };

export type FetchAnswer =
  | { ok: true; status: number; headers: Record<string, string[]>; url: string; body: Uint8Array }
  | { ok: false; reason: 'unreachable' | 'too-large'; message: string; explanation?: string };

/** What a shell gets for `python file.py`. */
export interface PythonAnswer extends JobResult {
  stdout: string;
  stderr: string;
}

export type ToWorker =
  | { type: 'boot'; setup: unknown }
  | { type: 'run'; job: Job }
  /** So many batches of lines were read. */
  | { type: 'taken' }
  | { type: 'fetched'; id: number; answer: FetchAnswer }
  | { type: 'ranPython'; id: number; answer: PythonAnswer };

export type FromWorker =
  | { type: 'ready' }
  | { type: 'lines'; lines: readonly Line[] }
  | { type: 'fetch'; id: number; request: FetchRequest }
  | { type: 'runPython'; id: number; job: Job }
  /** It can't wait for an answer: it is to be started anew with the answers before `at`, and this one. */
  | { type: 'startAnew'; at: number; request: FetchRequest }
  | { type: 'done'; result: JobResult }
  | { type: 'failed'; reason: 'too-large' | 'broken'; message: string };

/** A worker as its host sees it, in Node and in a page alike. */
export interface WorkerHandle {
  post(message: ToWorker, transfer?: Transferable[]): void;
  /** `onEnd`: it is gone without having been asked to. */
  listen(onMessage: (message: FromWorker) => void, onEnd: (why: 'memory' | 'crash', message: string) => void): void;
  terminate(): void;
}

/** The host as its worker sees it. */
export interface HostPort {
  post(message: FromWorker, transfer?: Transferable[]): void;
  listen(onMessage: (message: ToWorker) => void): void;
  /** The next message, waited for without giving up the thread. A page's worker has no such thing. */
  waitForMessage?(): ToWorker;
}
