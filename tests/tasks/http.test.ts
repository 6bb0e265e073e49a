/** http.Request and http.Download against a server of this test's own: what a Kestra 1.1.15 answered to the same. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNodeHost } from '#engine/hosts/node/index.ts';
import { createEngine, type Engine } from '#engine/index.ts';
import { result, task, write } from './run.ts';

let home: string;
let engine: Engine;
let server: Server;
let U = '';
/** How often the flaky address was asked: it breaks off the first time. */
let flaky = 0;

async function echo(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method, url: path, headers } = request;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ method, path, headers, body: Buffer.concat(chunks).toString('latin1') }));
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = (request.url ?? '').split('?')[0] ?? '';
  const send = (status: number, body: string | Buffer = '', headers: Record<string, string> = {}) =>
    response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers }).end(body);
  if (path === '/echo') return void echo(request, response);
  if (path === '/text') return void send(200, 'halo', { 'content-type': 'text/plain' });
  if (path === '/latin') return void send(200, Buffer.from('é', 'latin1'), { 'content-type': 'text/plain' });
  if (path === '/empty') return void send(200);
  if (path === '/204') return void response.writeHead(204).end();
  if (path.startsWith('/status/')) return void send(Number(path.slice(8)), 'isi galat');
  if (path === '/redirect') return void send(302, '', { location: '/echo' });
  if (path === '/again') return void send(307, '', { location: '/echo' });
  if (path === '/loop') return void send(302, '', { location: '/loop' });
  if (path === '/elsewhere') return void send(302, '', { location: `${U.replace('127.0.0.1', 'localhost')}/echo` });
  if (path === '/to-file') return void send(302, '', { location: 'file:///etc/passwd' });
  if (path === '/to-metadata') return void send(302, '', { location: 'http://169.254.169.254/latest/meta-data/' });
  if (path === '/long') return void send(302, '', { location: `/long?${Math.random()}` });
  if (path === '/flaky' && !flaky++) {
    response.writeHead(200, { 'content-length': 100 }).write('half');
    setImmediate(() => request.socket.destroy());
    return;
  }
  if (path === '/disposition')
    return void send(200, 'x', { 'content-disposition': 'attachment; filename="lap oran.csv"' });
  if (path === '/climbing')
    return void send(200, 'x', { 'content-disposition': 'attachment; filename="../../etc/x.csv"' });
  if (path === '/packed') return void send(200, gzipSync('zip isi'), { 'content-encoding': 'gzip' });
  if (path === '/short') {
    response.writeHead(200, { 'content-length': 100 }).write('half');
    setImmediate(() => request.socket.destroy());
    return;
  }
  if (path === '/slow') return;
  if (path === '/slow-body') return void response.writeHead(200, { 'content-length': 100 }).write('half');
  send(200, 'data,1\n', { 'content-type': 'text/csv' });
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'alur-http-'));
  engine = createEngine(createNodeHost({ home }));
  server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  U = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await engine.close();
  rmSync(home, { recursive: true, force: true });
});

async function run(tasks: string) {
  const source = `id: http\nnamespace: uji\ntasks:\n${tasks.replaceAll('$U', U).trim().replace(/^/gm, '  ')}\n`;
  const { id } = await engine.start(await engine.deploy(source));
  const execution = await engine.wait(id);
  const bad = await engine.logs(id, { minLevel: 'WARN' });
  const outputs: Record<string, Record<string, unknown> | null> = Object.fromEntries(
    execution.taskRunList.map((taskRun) => [taskRun.taskId, taskRun.outputs]),
  );
  const said = bad.map(({ message, explanation = '' }) => `${message}\n${explanation}`).join('\n');
  return { state: execution.state.current, outputs, said };
}

const request = (uri: string, properties: Record<string, unknown> = {}) =>
  task('h', 'http.Request', { uri: `$U${uri}`, ...properties });
const download = (uri: string, properties: Record<string, unknown> = {}) =>
  task('h', 'http.Download', { uri: `$U${uri}`, ...properties });
const heard = (outputs: Record<string, Record<string, unknown> | null>) => JSON.parse(String(outputs.h?.body));

describe('Request sends', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['nothing but a type', {}, { method: 'GET', body: '', headers: { 'content-type': 'application/json' } }],
    [
      'JSON',
      { method: 'POST', body: '{"a":1}' },
      { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } },
    ],
    [
      'another type',
      { method: 'PUT', body: 'x', contentType: 'text/plain' },
      { method: 'PUT', body: 'x', headers: { 'content-type': 'text/plain' } },
    ],
    ['a patch', { method: 'PATCH', body: 'x' }, { method: 'PATCH', body: 'x' }],
    ['a deletion', { method: 'DELETE' }, { method: 'DELETE' }],
    [
      'a form',
      { method: 'POST', formData: { a: 'b c', n: '{{ 1 }}' } },
      { body: 'a=b+c&n=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    ],
    ['parameters', { params: { a: 'b c', l: [1, 2], n: '{{ 3 }}' } }, { path: '/echo?a=b%20c&l=1&l=2&n=3' }],
    ['headers', { headers: { 'X-A': 'b', 'x-n': 3, 'x-null': null } }, { headers: { 'x-a': 'b', 'x-n': '3' } }],
    [
      'a name and a password',
      { options: { auth: { type: 'BASIC', username: 'u', password: 'p' } } },
      { headers: { authorization: 'Basic dTpw' } },
    ],
    [
      'the same in the old way',
      { options: { basicAuthUser: 'u', basicAuthPassword: 'p' } },
      { headers: { authorization: 'Basic dTpw' } },
    ],
    [
      'a token',
      { options: { auth: { type: 'BEARER', token: "{{ 't' }}" } } },
      { headers: { authorization: 'Bearer t' } },
    ],
  ])('%s', async (_, properties, expected) => {
    const { outputs, said } = await run(request('/echo', properties));
    expect(outputs.h?.code, said).toBe(200);
    expect(heard(outputs)).toMatchObject(expected);
  });

  test('files in a form', async () => {
    const { outputs } = await run(
      write('w', 'isi berkas') +
        request('/echo', {
          method: 'POST',
          contentType: 'multipart/form-data',
          formData: { f: '{{ outputs.w.uri }}', g: { name: 'nama.csv', content: '{{ outputs.w.uri }}' }, t: 'teks' },
        }),
    );
    const { headers, body } = heard(outputs);
    const boundary = /boundary=(.+)$/.exec(headers['content-type'])?.[1];
    const parts = body.split(`--${boundary}`).slice(1, -1);
    expect(parts).toHaveLength(3);
    expect(parts[0]).toMatch(
      /name="f"; filename="\w+\.txt"\r\nContent-Type: application\/octet-stream\r\n\r\nisi berkas\r\n/,
    );
    expect(parts[1]).toMatch(/name="g"; filename="nama\.csv"/);
    expect(parts[2]).toMatch(/name="t"\r\nContent-Type: text\/plain\r\n\r\nteks\r\n/);
  });
});

describe('Request gets', () => {
  test.each<[string, string, Record<string, unknown>, Record<string, unknown>]>([
    ['text', '/text', {}, { code: 200, body: 'halo' }],
    ['a head', '/text', { method: 'HEAD' }, { code: 200, body: undefined }],
    ['an empty body', '/empty', {}, { code: 200, body: '' }],
    ['no body', '/204', {}, { code: 204, body: undefined }],
    ['what was packed', '/packed', {}, { body: 'zip isi' }],
    ['another charset', '/latin', { options: { defaultCharset: 'ISO-8859-1' } }, { body: 'é' }],
    ['a failure that is allowed', '/status/404', { options: { allowFailed: true } }, { code: 404, body: 'isi galat' }],
    ['in the old way', '/status/404', { allowFailed: true }, { code: 404 }],
    ['a code that is allowed', '/status/404', { options: { allowedResponseCodes: [404] } }, { code: 404 }],
    ['a redirect, unfollowed', '/redirect', { options: { followRedirects: false } }, { code: 302, body: '' }],
    [
      'a body that should be encrypted, unencrypted',
      '/text',
      { encryptBody: true },
      { body: undefined, encryptedBody: { value: 'halo', type: 'io.kestra.datatype:aes_encrypted' } },
    ],
  ])('%s', async (_, path, properties, expected) => {
    const { state, outputs, said } = await run(request(path, properties));
    expect(state, said).toMatch(/SUCCESS/);
    for (const [key, value] of Object.entries(expected)) expect(outputs.h?.[key], key).toEqual(value);
  });

  test.each([
    ['a POST becomes a GET', '/redirect', 'POST', 'GET', ''],
    ['a 307 stays as it is', '/again', 'POST', 'POST', 'x'],
  ])('a redirect: %s', async (_, path, method, expected, body) => {
    const { outputs } = await run(request(path, { method, body: 'x' }));
    expect(heard(outputs)).toMatchObject({ method: expected, path: '/echo', body });
    expect(outputs.h?.uri).toBe(U + path);
  });
});

test('a redirect to another host goes without credentials, one on the same host with them', async () => {
  const secret = { headers: { 'X-A': 'b' }, options: { auth: { type: 'BASIC', username: 'u', password: 'p' } } };
  const near = heard((await run(request('/redirect', secret))).outputs).headers;
  const far = heard(
    (await run(request('/elsewhere', { ...secret, headers: { 'X-A': 'b', Cookie: 'c=d' } }))).outputs,
  ).headers;
  expect([near.authorization, near['x-a']]).toEqual(['Basic dTpw', 'b']);
  expect([far.authorization, far.cookie, far['x-a']]).toEqual([undefined, undefined, 'b']);
});

test('half a file and a retry by the flow: the file is whole', async () => {
  const { state, outputs } = await run(
    download('/flaky', { retry: { type: 'constant', interval: 'PT0.01S', maxAttempts: 2 } }),
  );
  expect(state).toBe('SUCCESS');
  expect(outputs.h).toMatchObject({ code: 200, length: 7 });
});

describe('fails', () => {
  test.each<[string, string, RegExp]>([
    [
      'at 404, with the body',
      request('/status/404'),
      /Failed http request with response code '404' and body:\nisi galat/,
    ],
    ['at 500', request('/status/500'), /response code '500'/],
    [
      'at a code that is not in the list',
      request('/text', { options: { allowedResponseCodes: [404] } }),
      /response code '200'/,
    ],
    ['at a circle', request('/loop'), /Circular redirect to '.*\/loop'/],
    [
      'at half a body',
      request('/short'),
      /Premature end of Content-Length delimited message body \(expected: 100; received: 4\)/,
    ],
    ['at half a file', download('/short'), /Premature end of Content-Length[\s\S]*terputus/],
    [
      'at a server that is silent',
      request('/slow', { options: { timeout: { readIdleTimeout: 'PT0.2S' } } }),
      /Read timed out/,
    ],
    [
      'at a body that stops',
      download('/slow-body', { options: { timeout: { readIdleTimeout: 'PT0.3S' } } }),
      /Read timed out/,
    ],
    [
      'at a closed port',
      task('h', 'http.Request', { uri: 'http://127.0.0.1:1/x' }),
      /Connect to http:\/\/127\.0\.0\.1:1 failed: Connection refused/,
    ],
    ['at a chain of redirects without end', request('/long'), /Circular redirect to '.*\/long\?/],
    ['at a redirect to a file', download('/to-file'), /Unroutable protocol scheme|Target host is not specified/],
    [
      'at a redirect to the metadata of a cloud',
      request('/to-metadata'),
      /Access to 169\.254\.169\.254 is not allowed[\s\S]*kredensial/,
    ],
    ['at another scheme', task('h', 'http.Request', { uri: 'ftp://x/y' }), /Unroutable protocol scheme: ftp:\/\/x/],
    ['at no address', task('h', 'http.Request', { uri: 'abc' }), /Target host is not specified/],
    [
      'at a file of this computer',
      task('h', 'http.Download', { uri: 'file:///etc/passwd' }),
      /Target host is not specified/,
    ],
    ['at an empty download', download('/empty'), /No response from server/],
    ['at a proxy', request('/text', { options: { proxy: { type: 'HTTP', address: 'x', port: 1 } } }), /proxy/],
  ])('%s', async (_, tasks, expected) => {
    const { state, said } = await run(tasks);
    expect(state).toBe('FAILED');
    expect(said).toMatch(expected);
  });

  test('leaving nothing of half a file', async () => {
    const { outputs } = await run(
      `- {id: aman, type: io.kestra.plugin.core.flow.AllowFailure, tasks: [${download('/short').slice(2).trim()}]}\n` +
        task('p', 'storage.PurgeCurrentExecutionFiles'),
    );
    expect(outputs.p?.uris).toEqual([]);
  });
});

describe('Download names its file', () => {
  test.each<[string, string, Record<string, unknown>, RegExp]>([
    ['with the ending of the address', '/a/b.csv.gz?x=1', {}, /\/tasks\/h\/\w+\/\w+\.csv\.gz$/],
    ['without one', '/abc', {}, /\/\w+\.tmp$/],
    ['as the server says', '/disposition', {}, /\/tasks\/h\/\w+\/lap\+oran\.csv$/],
    ['by the last part of what the server says', '/climbing', {}, /\/tasks\/h\/\w+\/x\.csv$/],
    ['as the flow says', '/a.csv', { saveAs: 'q.txt' }, /\/tasks\/h\/\w+\/q\.txt$/],
    ['in a folder', '/a.csv', { saveAs: 'x/q.txt' }, /\/tasks\/h\/\w+\/x\/q\.txt$/],
  ])('%s', async (_, path, properties, expected) => {
    const { outputs, said } = await run(download(path, properties) + result('{{ fileSize(outputs.h.uri) }}'));
    expect(outputs.h?.uri, said).toMatch(expected);
    expect(outputs.r?.value).toBe(String(outputs.h?.length));
  });

  test('an empty file is one where it is allowed', async () => {
    const { outputs, said } = await run(download('/empty', { failOnEmptyResponse: false }));
    expect(outputs.h).toMatchObject({ code: 200, length: 0 });
    expect(said).toMatch(/File '.*\/empty' is empty/);
  });
});
