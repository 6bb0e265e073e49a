/** Shell and Python, each run in a sandbox of its own that can be killed. */

/** Where a Python program stands in the working directory: a traceback names it, whatever the runner. */
export const PYTHON_FILE = '.alur/script.py';
/** A shell program that is too long for an argument. */
export const SHELL_FILE = '.alur/program';

export interface ScriptRequest {
  language: 'shell' | 'python';
  /** The whole program: for shell what `/bin/sh -c` would get, for Python the text of the file. */
  program: string;
  /** Shell only: the interpreter the flow asked for, `['/bin/sh', '-c']`. */
  interpreter?: readonly string[];
  env: Record<string, string>;
  /**
   * The absolute path by which `program` and `env` name the working directory. A runner that works in another one puts its own
   * in its place.
   */
  workingDirectory: string;
  /** Files that stand in the working directory before the start, by relative path. */
  files: Record<string, Uint8Array>;
  /** Paths of files to bring back: all that the script left, chosen by the caller afterwards. */
  collect: (path: string) => boolean;
  /** What the flow says of its container; only the docker runner reads it. */
  container?: ContainerWish;
  /** Bytes; the script ends with `OutputTooLargeError` beyond. */
  maxFileBytes: number;
}

/** A container as the flow wants it, rendered. A runner may give less, never more than the person at the keyboard allowed. */
export interface ContainerWish {
  image: string;
  /** The flow's task runner is Kestra's own host (`core.runner.Process`), not a container. */
  onHost?: boolean;
  pullPolicy?: string;
  user?: string;
  networkMode?: string;
  /** As Docker writes it: `512MB`, `2g`. */
  memory?: string;
  cpus?: number;
  volumes?: readonly string[];
  entryPoint?: readonly string[];
  extraHosts?: readonly string[];
  privileged?: boolean;
}

export interface ScriptOutcome {
  exitCode: number;
  files: Record<string, Uint8Array>;
  /** The working directory as the script saw it. */
  workingDirectory: string;
}

export interface ScriptListener {
  /** A whole line, without its end; in order. A line longer than 64 KiB is cut and says so. */
  line(stream: 'stdout' | 'stderr', text: string): void;
  progress?(what: string, done: number, total?: number): void;
}

export interface Scripts {
  /** `sandbox`, `process` or `docker`: what the person at the keyboard chose. */
  readonly runner: 'sandbox' | 'process' | 'docker';
  /** The signal ends the script within a second, whatever it is doing. Rejects with `ScriptUnavailableError` when it can't be started. */
  run(request: ScriptRequest, listener: ScriptListener, signal: AbortSignal): Promise<ScriptOutcome>;
}

export class ScriptUnavailableError extends Error {
  override name = 'ScriptUnavailableError';
  /** Indonesian: cause, then fix. */
  readonly explanation: string | undefined;

  constructor(message: string, facts: { explanation?: string | undefined; cause?: unknown } = {}) {
    super(message, { cause: facts.cause });
    this.explanation = facts.explanation;
  }
}

export class OutputTooLargeError extends Error {
  override name = 'OutputTooLargeError';
}
