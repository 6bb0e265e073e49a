/** Serves the built site, on 127.0.0.1 unless told otherwise, at the first free port from 4321 on. Nothing outside the folder is ever read. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { createGzip } from 'node:zlib';
import type { Door } from './webhooks.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};
const TEXT = new Set(['.html', '.js', '.mjs', '.css', '.json', '.svg', '.wasm', '.data']);

export interface Served {
  url: string;
  port: number;
  close(): Promise<void>;
}

export interface ServeOptions {
  port?: number;
  /** The address to listen at; this computer's own, and nobody else's, unless said. */
  host?: string;
  /** The port must be this one: a taken one is an error. */
  exactly?: boolean;
  /** The sub-path the site was built for. */
  base?: string;
  /** Asked first; what it does not answer is looked for in the folder. */
  door?: Door;
  /** Told when a port is taken. */
  taken?: (port: number) => void;
}

export async function serve(folder: string, options: ServeOptions = {}): Promise<Served> {
  const { port = 4321, host = '127.0.0.1', base = '/', exactly = false, taken, door } = options;
  const server = createServer(async (request, response) => {
    try {
      if (!(await door?.(request, response))) await answer(folder, base, request, response);
    } catch {
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    }
  });
  const found = await listen(server, host, port, exactly ? 1 : 50, taken);
  return {
    url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${found}${base}`,
    port: found,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function listen(
  server: Server,
  host: string,
  port: number,
  most: number,
  taken: ServeOptions['taken'],
): Promise<number> {
  for (let at = port; at < port + most; at++) {
    const free = await new Promise<boolean>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
      );
      server.listen(at, host, () => resolve(true));
    });
    server.removeAllListeners('error');
    if (free) return at;
    if (at + 1 < port + most) taken?.(at);
  }
  throw new Error(
    most === 1
      ? `Port ${port} sudah dipakai program lain.`
      : `Tidak ada port kosong dari ${port} sampai ${port + most - 1}.`,
  );
}

async function answer(folder: string, base: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405).end();
    return;
  }
  const path = pathOf(request.url ?? '/', base);
  const file = path === undefined ? undefined : await fileAt(folder, path);
  const found = file ?? (await fileAt(folder, `${sep}404.html`));
  if (found === undefined) {
    response.writeHead(404).end();
    return;
  }
  const kind = extname(found);
  const zipped = TEXT.has(kind) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  response.writeHead(file ? 200 : 404, {
    'content-type': TYPES[kind] ?? 'application/octet-stream',
    'cache-control': /[/\\]_astro[/\\]/.test(found) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    ...(zipped
      ? { 'content-encoding': 'gzip', vary: 'accept-encoding' }
      : { 'content-length': (await stat(found)).size }),
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const stream = createReadStream(found);
  stream.on('error', () => response.destroy());
  (zipped ? stream.pipe(createGzip({ level: 6 })) : stream).pipe(response);
}

/** The path below the base; nothing where it is no path of ours. */
function pathOf(url: string, base: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(new URL(url, 'http://127.0.0.1').pathname);
  } catch {
    return undefined;
  }
  const root = base.replace(/\/$/, '');
  if (!path.startsWith(`${root}/`) || path.includes('\0')) return undefined;
  const inner = normalize(path.slice(root.length));
  return inner.split(sep).includes('..') ? undefined : inner;
}

async function fileAt(folder: string, path: string): Promise<string | undefined> {
  for (const candidate of path.endsWith(sep) ? [join(folder, path, 'index.html')] : [join(folder, path)]) {
    const found = await stat(candidate).catch(() => undefined);
    if (found?.isFile()) return candidate;
  }
  return undefined;
}
