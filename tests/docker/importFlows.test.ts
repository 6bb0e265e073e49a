/** What the `kestra` profile does once Kestra is up: each lab's starter goes in, what the learner already has is left alone. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';

let answer = { status: 200, body: '{}' };
const asked: { path: string; authorization?: string; body: string }[] = [];
const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  asked.push({ path: request.url ?? '', authorization: request.headers.authorization ?? '', body });
  response.writeHead(answer.status).end(answer.body);
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve())));
afterAll(() => void server.close());

async function imported() {
  const { port } = server.address() as AddressInfo;
  const child = spawn(process.execPath, ['scripts/docker/import-flows.mjs', `http://127.0.0.1:${port}`, 'labs'], {
    env: { ...process.env, KESTRA_USER: 'admin@kestra.io', KESTRA_PASSWORD: 'Admin1234!' },
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, said };
}

test.each([
  [200, '{}', 0, 'tersimpan di Kestra'],
  [422, '{"message":"Invalid entity: Flow id already exists"}', 0, 'sudah ada, dibiarkan'],
  [401, 'Unauthorized', 1, 'ditolak Kestra (401)'],
])('answer %i', async (status, body, code, words) => {
  asked.length = 0;
  answer = { status, body };
  const done = await imported();
  expect(done.code).toBe(code);
  expect(done.said).toContain(words);
  expect(asked[0]?.path).toBe('/api/v1/main/flows');
  expect(asked[0]?.authorization).toBe(`Basic ${btoa('admin@kestra.io:Admin1234!')}`);
  expect(asked[0]?.body).toContain('namespace:');
});
