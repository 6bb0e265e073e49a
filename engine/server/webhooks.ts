/**
 * The door for webhooks, at a Kestra's own address: /api/v1/main/executions/webhook/NAMESPACE/FLOW/KEY. The key is what lets a caller
 * in; a page in somebody's browser is kept out all the same, whatever key it may have come by.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Engine, WebhookCall } from '../door.ts';

const PATH = /^\/api\/v1(?:\/main)?\/executions\/webhook\/([^/]+)\/([^/]+)\/([^/]+)\/?$/;
const LOCAL = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;
const MOST_BYTES = 10 * 1024 * 1024;

/** Answers the request where it is one for a webhook; says whether it was. */
export type Door = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

type Webhooks = Pick<Engine, 'webhook' | 'wait' | 'execution'>;

/** `refused` is the status of an error that is the caller's, and nothing where it is ours. */
export function webhookDoor(engine: Webhooks, refused: (error: unknown) => number | undefined): Door {
  return async (request, response) => {
    const address = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = PATH.exec(address.pathname);
    if (!path) return false;
    const answer = await answerTo(engine, request, address, path.slice(1), refused);
    const text = answer.body === undefined ? undefined : JSON.stringify(answer.body);
    response.writeHead(answer.status, {
      'cache-control': 'no-store',
      ...(text !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
      ...(answer.status === 405 && { allow: 'GET, POST, PUT' }),
    });
    response.end(text);
    return true;
  };
}

interface Answer {
  status: number;
  body?: unknown;
}

const no = (status: number, message: string): Answer => ({ status, body: { message } });

async function answerTo(
  engine: Webhooks,
  request: IncomingMessage,
  address: URL,
  parts: readonly string[],
  refused: (error: unknown) => number | undefined,
): Promise<Answer> {
  if (!isLocal(request)) return no(403, 'Forbidden: only from this computer, and not from a web page');
  if (!['GET', 'POST', 'PUT'].includes(request.method ?? '')) return no(405, 'Method Not Allowed');
  const [namespace, flowId, key] = parts.map(decoded);
  if (namespace === undefined || flowId === undefined || key === undefined) return no(400, 'Bad Request');
  const body = await bodyOf(request);
  if (body === undefined) return no(413, `Request Entity Too Large: at most ${MOST_BYTES} bytes`);
  try {
    return await called(engine, {
      namespace,
      flowId,
      key,
      ...(body.length > 0 && { body }),
      headers: headersOf(request),
      parameters: parametersOf(address),
    });
  } catch (error) {
    const status = refused(error);
    if (status === undefined || !(error instanceof Error)) throw error;
    return no(status, status === 404 ? `Not Found: ${error.message}` : error.message);
  }
}

/** Where the conditions of the trigger don't hold nothing is started, and nothing is said. */
async function called(engine: Webhooks, call: WebhookCall): Promise<Answer> {
  const { executionId, wait, returnOutputs } = await engine.webhook(call);
  if (executionId === undefined) return { status: 204 };
  const execution = wait ? await engine.wait(executionId) : await engine.execution(executionId);
  return { status: 200, body: returnOutputs && wait ? (execution.outputs ?? {}) : execution };
}

/** A name that was made to point here, and a page that calls across, are both refused. */
function isLocal({ headers }: IncomingMessage): boolean {
  const { host = '', origin } = headers;
  const site = headers['sec-fetch-site'];
  if (!LOCAL.test(host)) return false;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  return site === undefined || site === 'same-origin' || site === 'none';
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Nothing where it is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes <= MOST_BYTES) parts.push(part);
  }
  return bytes > MOST_BYTES ? undefined : Buffer.concat(parts).toString('utf8');
}

/** Names as they were sent; all values of each. */
function headersOf({ rawHeaders }: IncomingMessage): Record<string, string[]> {
  const headers: Record<string, string[]> = {};
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
    headers[name] = [...(Object.hasOwn(headers, name) ? (headers[name] ?? []) : []), value];
  }
  return headers;
}

function parametersOf({ searchParams }: URL): Record<string, string[]> {
  return Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]));
}
