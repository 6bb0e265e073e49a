/**
 * Samples for scripts that run outside the sandbox and bring their own wget: a small server answers the addresses of the table, and the
 * script's text is made to ask it. Said in the log where it happens; with `--data asli` none of this is there.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Http } from '../../ports/Http.ts';
import type { ScriptRequest, Scripts } from '../../ports/Scripts.ts';
import type { Closable } from '../common/lazy.ts';
import { once } from '../common/lazy.ts';
import type { Sample } from '../samples/index.ts';

export interface ServedFrom {
  /** Addresses to listen at; the first that this computer has. */
  listenAt(): Promise<readonly string[]>;
  /** By what name a script reaches it. */
  name: string;
}

export function withServedSamples(
  scripts: Scripts,
  http: Http,
  samples: readonly Sample[],
  from: ServedFrom,
): Scripts & Closable {
  const prefixes = [...new Set(samples.map(({ prefix }) => prefix))];
  const server = once(async () =>
    listening(
      createServer((request, response) => void answer(http, prefixes, request, response)),
      await from.listenAt(),
    ),
  );
  return {
    runner: scripts.runner,
    async run(request, listener, signal) {
      const asked = prefixes.filter((prefix) => textsOf(request).some((text) => text.includes(prefix)));
      if (asked.length === 0) return scripts.run(request, listener, signal);
      const { port } = (await server.get()).address() as AddressInfo;
      for (const prefix of asked)
        listener.line('stdout', `Alamat ${prefix}… dijawab data contoh buatan Alur, bukan dari internet.`);
      return scripts.run(redirected(request, prefixes, `http://${from.name}:${port}/`), listener, signal);
    },
    async close() {
      const open = await server.made()?.catch(() => undefined);
      open?.closeAllConnections();
      open?.close();
    },
  };
}

const decoder = new TextDecoder();

function* filesAsText(files: ScriptRequest['files']): Generator<[path: string, text: string]> {
  for (const [path, content] of Object.entries(files))
    if (content.length < 1_000_000) yield [path, decoder.decode(content)];
}

const textsOf = ({ program, env, files }: ScriptRequest): string[] => [
  program,
  ...Object.values(env),
  ...[...filesAsText(files)].map(([, text]) => text),
];

/** `https://host/path` becomes `http://NAME:PORT/https://host/path` wherever it begins like an address of the table. */
function redirected(request: ScriptRequest, prefixes: readonly string[], to: string): ScriptRequest {
  const own = (text: string) => text.replace(anyOf(prefixes), (prefix) => to + prefix);
  const files = { ...request.files };
  for (const [path, text] of filesAsText(request.files))
    if (prefixes.some((prefix) => text.includes(prefix))) files[path] = new TextEncoder().encode(own(text));
  const env = Object.fromEntries(Object.entries(request.env).map(([key, value]) => [key, own(value)]));
  return { ...request, program: own(request.program), env, files };
}

/** The longest first: one may be the beginning of another. */
function anyOf(prefixes: readonly string[]): RegExp {
  const longestFirst = [...prefixes].sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.map((prefix) => prefix.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
}

async function listening(server: Server, addresses: readonly string[]): Promise<Server> {
  for (const address of [...addresses, '127.0.0.1']) {
    const there = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(0, address, () => resolve(true));
    });
    server.removeAllListeners('error');
    if (there) return server.unref();
  }
  throw new Error('Tidak ada port kosong untuk data contoh.');
}

/** Only addresses of the table: this is no way out to the network. */
async function answer(
  http: Http,
  prefixes: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = (request.url ?? '/').slice(1);
  try {
    if (!prefixes.some((prefix) => url.startsWith(prefix))) {
      response.writeHead(404).end();
      return;
    }
    if (!['GET', 'HEAD'].includes(request.method ?? 'GET')) {
      response.writeHead(405, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('Data contoh hanya bisa dibaca. `--data asli` mengirim ke alamat aslinya.');
      return;
    }
    const { status, headers, body } = await http.fetch(
      { url, method: request.method ?? 'GET', headers: {}, followRedirects: false },
      new AbortController().signal,
    );
    response.writeHead(status, headers);
    await pipeline(Readable.from(chunksOf(body)), response);
  } catch {
    response.destroy();
  }
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
