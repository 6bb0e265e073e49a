/** What a function in an expression asks of the host: the KV store, secrets, files, HTTP, the execution's own log. */
import type { IoRequest } from '../expression/index.ts';
import { runJq } from './jq.ts';
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
  jq: (args) => runJq(args),
  kv: readKv,
  secret: readSecret,
  read: async (args, needs) => readText(text(args.path), needs),
  fileURI: (args, { state }) => nameSpaceFile(state.header.namespace, text(args.path)),
  fileSize: async (args, needs) =>
    (await sizeOf(text(args.uri ?? args.path), needs)) ?? missing(text(args.uri ?? args.path)),
  fileExists: async (args, needs) => (await sizeOf(text(args.uri ?? args.path), needs)) !== undefined,
  isFileEmpty: async (args, needs) => ((await sizeOf(text(args.uri ?? args.path), needs)) ?? 0) === 0,
  http: fetchHttp,
  errorLogs: (_, { log, state }) =>
    log.entries
      .filter(({ level }) => level === 'ERROR')
      .map((entry) => ({ tenantId: 'main', ...entry, revision: state.header.revision })),
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

/** More than this does not belong into an expression. */
const MOST_TEXT = 32 * 1024 * 1024;

async function readText(path: string, needs: RendererNeeds): Promise<string> {
  const uri = addressOf(path, needs);
  const size = await needs.ports.storage.size(uri);
  if (size === undefined) return missing(path);
  if (size > MOST_TEXT) throw new Error(`The file ${path} is too large to be read in an expression (${size} bytes)`);
  return new Response(await needs.ports.storage.open(uri)).text();
}

const sizeOf = (path: string, needs: RendererNeeds) => needs.ports.storage.size(addressOf(path, needs));

/** A flow reads the files of its own namespace; a `kestra://` address as given, any other path is a namespace file. */
function addressOf(path: string, { state }: RendererNeeds): string {
  return path.startsWith('kestra://') ? path : nameSpaceFile(state.header.namespace, path);
}

const nameSpaceFile = (namespace: string, path: string): string =>
  `kestra:///${namespace.replaceAll('.', '/')}/_files/${path.replace(/^\/+/, '')}`;

function missing(path: string): never {
  throw new Error(`Unable to find file '${path}'`);
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
