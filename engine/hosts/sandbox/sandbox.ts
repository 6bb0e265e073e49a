/**
 * The `sandbox` runner: every script in a worker of its own that is thrown away afterwards. A spare one is made ready after the first
 * of its language, so that the next starts at once. Stopping ends the worker, whatever it is doing.
 */
import { type Http, HttpUnreachableError } from '../../ports/Http.ts';
import {
  OutputTooLargeError,
  type ScriptListener,
  type ScriptOutcome,
  type ScriptRequest,
  type Scripts,
  ScriptUnavailableError,
} from '../../ports/Scripts.ts';
import { WorkerGoneError } from '../../ports/WorkerGone.ts';
import { bytesOf } from '../common/streams.ts';
import { insidePath } from './paths.ts';
import type {
  Answered,
  FetchAnswer,
  FetchRequest,
  FromWorker,
  Job,
  JobResult,
  Language,
  WorkerHandle,
} from './protocol.ts';

export interface SandboxNeeds {
  launch(language: Language): WorkerHandle;
  /** What a worker of this language boots with. */
  setup(language: Language): Promise<unknown>;
  http: Http;
}

/** Bytes that one answer may bring into a script. */
const MOST_FETCHED = 400 * 1024 * 1024;

/** How often one script may be started anew for an answer. */
const MOST_STARTS = 100;

type Anew = Extract<FromWorker, { type: 'startAnew' }>;

class TooLargeError extends Error {}

interface Warm {
  handle: WorkerHandle;
  ready: Promise<void>;
}

export function createSandbox({ launch, setup, http }: SandboxNeeds): Scripts & { close(): Promise<void> } {
  const spares = new Map<Language, Warm>();

  function warm(language: Language): Warm {
    const handle = launch(language);
    const ready = new Promise<void>((resolve, reject) => {
      handle.listen(
        (message) => {
          if (message.type === 'ready') resolve();
          else if (message.type === 'failed') reject(new ScriptUnavailableError(message.message));
        },
        (why, message) => {
          // One that dies while nobody uses it is not given to anybody.
          if (spares.get(language)?.handle === handle) spares.delete(language);
          reject(ended(why, message));
        },
      );
      setup(language).then((with_) => handle.post({ type: 'boot', setup: with_ }), reject);
    });
    ready.catch(() => undefined);
    return { handle, ready };
  }

  function take(language: Language): Warm {
    const spare = spares.get(language) ?? warm(language);
    spares.delete(language);
    return spare;
  }

  async function runJob(
    language: Language,
    job: Job,
    listener: ScriptListener,
    signal: AbortSignal,
  ): Promise<JobResult> {
    const answers: Answered[] = [];
    const said = { stdout: 0, stderr: 0 };
    for (;;) {
      const end = await runOnce(language, { ...job, answers }, unheard(listener, said), signal);
      if (!('request' in end)) return end;
      if (answers.length >= MOST_STARTS) throw new Error('Script ini bertanya terlalu banyak kali ke alamat lain.');
      answers.splice(end.at, Number.POSITIVE_INFINITY, {
        request: end.request,
        answer: await fetched(end.request, http, listener, signal),
      });
    }
  }

  async function runOnce(
    language: Language,
    job: Job,
    listener: ScriptListener,
    signal: AbortSignal,
  ): Promise<JobResult | Anew> {
    const worker = take(language);
    try {
      await abortable(worker.ready, signal);
      return await abortable(working(worker.handle, job, listener, signal), signal);
    } finally {
      worker.handle.terminate();
      if (!signal.aborted && !spares.has(language)) spares.set(language, warm(language));
    }
  }

  function working(
    handle: WorkerHandle,
    job: Job,
    listener: ScriptListener,
    signal: AbortSignal,
  ): Promise<JobResult | Anew> {
    return new Promise((resolve, reject) => {
      handle.listen(
        (message) => void onMessage(message),
        (why, message) => reject(ended(why, message)),
      );
      handle.post({ type: 'run', job });

      async function onMessage(message: FromWorker): Promise<void> {
        switch (message.type) {
          case 'lines':
            for (const [stream, text] of message.lines) listener.line(stream, text);
            handle.post({ type: 'taken' });
            return;
          case 'fetch':
            handle.post({
              type: 'fetched',
              id: message.id,
              answer: await fetched(message.request, http, listener, signal),
            });
            return;
          case 'runPython':
            handle.post({ type: 'ranPython', id: message.id, answer: await nested(message.job) });
            return;
          case 'startAnew':
            resolve(message);
            return;
          case 'done':
            resolve(message.result);
            return;
          case 'failed':
            reject(
              message.reason === 'too-large' ? new OutputTooLargeError(message.message) : new Error(message.message),
            );
            return;
          case 'ready':
            return;
        }
      }

      async function nested(inner: Job) {
        const text = { stdout: '', stderr: '' };
        const collect: ScriptListener = {
          line: (stream, line) => {
            text[stream] += `${line}\n`;
          },
        };
        try {
          return { ...(await runJob('python', inner, collect, signal)), ...text };
        } catch (error) {
          return {
            exitCode: 1,
            files: {},
            stdout: text.stdout,
            stderr: `${text.stderr}${error instanceof Error ? error.message : String(error)}\n`,
          };
        }
      }
    });
  }

  return {
    runner: 'sandbox',
    async run(request, listener, signal): Promise<ScriptOutcome> {
      signal.throwIfAborted();
      const job = jobOf(request);
      const { exitCode, files } = await runJob(request.language, job, listener, signal);
      const kept = Object.entries(files).filter(([path]) => request.collect(path));
      return { exitCode, files: Object.fromEntries(kept), workingDirectory: request.workingDirectory };
    },
    async close() {
      for (const { handle } of spares.values()) handle.terminate();
      spares.clear();
    },
  };
}

function jobOf({ program, env, workingDirectory, files, maxFileBytes }: ScriptRequest): Job {
  const checked = Object.fromEntries(Object.entries(files).map(([path, content]) => [insidePath(path), content]));
  return { program, env, workingDirectory, files: checked, maxFileBytes };
}

function ended(why: 'memory' | 'crash', message: string): Error {
  if (why === 'memory') return new OutputTooLargeError(`The script used too much memory: ${message}`);
  return new WorkerGoneError(message);
}

async function fetched(
  request: FetchRequest,
  http: Http,
  listener: ScriptListener,
  signal: AbortSignal,
): Promise<FetchAnswer> {
  try {
    const { status, headers, url, body, sample } = await http.fetch(request, signal);
    if (sample !== undefined) {
      listener.line('stdout', `Jawaban ini ${sample} buatan Alur, bukan dari internet: ${url}`);
    }
    const bytes = await bytesOf(body, MOST_FETCHED, () => new TooLargeError(`The answer of ${url} is too large`));
    return { ok: true, status, headers, url, body: bytes };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof TooLargeError) return { ok: false, reason: 'too-large', message };
    const explanation = error instanceof HttpUnreachableError ? error.explanation : undefined;
    return { ok: false, reason: 'unreachable', message, ...(explanation !== undefined && { explanation }) };
  }
}

/** Of a script that was started anew: only what it had not said before. `said` counts, over all starts. */
function unheard(listener: ScriptListener, said: Record<'stdout' | 'stderr', number>): ScriptListener {
  const heard = { stdout: 0, stderr: 0 };
  return {
    ...listener,
    line(stream, text) {
      heard[stream] += 1;
      if (heard[stream] <= said[stream]) return;
      said[stream] = heard[stream];
      listener.line(stream, text);
    },
  };
}

async function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop: (() => void) | undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, stopped]);
  } finally {
    if (stop) signal.removeEventListener('abort', stop);
  }
}
