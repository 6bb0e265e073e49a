/** What a function in an expression asks of the host: the KV store, secrets, files, HTTP, the execution's own log. */
import type { IoRequest } from '../expression/index.ts';
import { fileExists, fileSize, fileURI, isFileEmpty, read } from './fileAnswers.ts';
import type { RendererNeeds } from './render.ts';
import { currentState } from './state.ts';
import { iso } from './view.ts';

export async function answerRequest(request: IoRequest, needs: RendererNeeds): Promise<unknown> {
  const known = Object.hasOwn(ANSWERS, request.name) ? ANSWERS[request.name] : undefined;
  if (!known) throw new Error(`The function '${request.name}' is not available here`);
  return known(request.args, needs);
}

type Answerer = (args: Record<string, unknown>, needs: RendererNeeds) => unknown;

const ANSWERS: Record<string, Answerer> = {
  kv: readKv,
  secret: readSecret,
  read,
  fileURI,
  fileSize,
  fileExists,
  isFileEmpty,
  http: fetchHttp,
  errorLogs: (_, { log }) =>
    log.entries
      .filter(({ level }) => level === 'ERROR')
      .map(({ namespace, flowId, taskId, executionId, taskRunId, attemptNumber, timestamp, level, message }) => ({
        tenantId: 'main',
        namespace,
        flowId,
        taskId,
        executionId,
        taskRunId,
        attemptNumber,
        timestamp,
        level,
        thread: 'worker_0',
        message,
        deleted: false,
      })),
  tasksWithState: (args, { state }) =>
    [...state.taskRuns.values()]
      .filter((taskRun) => currentState(taskRun.histories) === text(args.state).toUpperCase())
      .map((taskRun) => ({
        id: taskRun.id,
        taskId: taskRun.task.id,
        state: currentState(taskRun.histories),
        startDate: iso(taskRun.histories[0]?.at ?? 0),
        ...(taskRun.value !== undefined && { value: taskRun.value }),
      })),
};

/** The namespace, then its parents: `a.b.c`, `a.b`, `a`. */
async function readKv(args: Record<string, unknown>, { ports, state }: RendererNeeds): Promise<unknown> {
  const key = text(args.key);
  const given = args.namespace === undefined || args.namespace === null ? undefined : text(args.namespace);
  const namespace = given ?? state.header.namespace;
  const steps = namespace.split('.');
  for (let length = steps.length; length > 0; length--) {
    const entry = await ports.kv.get(steps.slice(0, length).join('.'), key);
    if (entry) return entry.value;
    if (given !== undefined) break;
  }
  if (args.errorOnMissing === false) return null;
  throw new Error(`The key '${key}' does not exist in the namespace '${namespace}'.`);
}

async function readSecret(args: Record<string, unknown>, { ports, state, log }: RendererNeeds): Promise<unknown> {
  const key = text(args.key);
  const value = await ports.secrets.get(text(args.namespace ?? state.header.namespace), key);
  if (value === undefined) throw new Error(`Cannot find secret for key '${key}'.`);
  log.hide(value);
  if (args.subkey === undefined || args.subkey === null) return value;
  const parsed = JSON.parse(value) as Record<string, unknown>;
  const inner = parsed[text(args.subkey)];
  if (inner === undefined) throw new Error(`Cannot find secret sub-key '${text(args.subkey)}' in secret '${key}'.`);
  if (typeof inner === 'string') log.hide(inner);
  return inner;
}

async function fetchHttp(args: Record<string, unknown>, { ports }: RendererNeeds): Promise<unknown> {
  const response = await ports.http.fetch(
    {
      url: text(args.uri),
      method: text(args.method ?? 'GET'),
      headers: Object.fromEntries(
        Object.entries((args.headers ?? {}) as Record<string, unknown>).map(([key, value]) => [key, text(value)]),
      ),
      followRedirects: true,
      timeoutMs: 60_000,
      ...(args.body !== undefined &&
        args.body !== null && { body: typeof args.body === 'string' ? args.body : JSON.stringify(args.body) }),
    },
    new AbortController().signal,
  );
  const body = await new Response(response.body).text();
  if (response.status >= 400) throw new Error(`Request failed with status code '${response.status}'`);
  const type = response.headers['content-type']?.[0] ?? '';
  return type.includes('json') ? JSON.parse(body) : body;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : String(value ?? '');
}
