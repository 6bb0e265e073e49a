/** The looks themselves, on a machine made up for it: a `docker` of our own in PATH, a port that is taken, a folder with files. */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gatherFacts } from './gather.ts';

const PATH = process.env.PATH ?? '';
let folder: string;
let server: Server | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alur-dokter-'));
});
afterEach(async () => {
  process.env.PATH = PATH;
  server?.close();
  server = undefined;
  await rm(folder, { recursive: true, force: true });
});

async function fakeDocker(script: string): Promise<void> {
  const path = join(folder, 'docker');
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  process.env.PATH = `${folder}:${PATH}`;
}

test('no docker program', async () => {
  process.env.PATH = folder;
  expect((await gatherFacts(folder)).docker).toBe('absent');
});

test('a daemon that does not answer', async () => {
  await fakeDocker('echo "Cannot connect to the Docker daemon" >&2; exit 1');
  expect((await gatherFacts(folder)).docker).toEqual({ code: 1, said: 'Cannot connect to the Docker daemon' });
});

test('a port of .env that is taken, and a compose file', async () => {
  server = createServer();
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await writeFile(join(folder, '.env'), `PGADMIN_PORT=${port}\n`);
  await writeFile(join(folder, 'compose.yaml'), 'services: {}\n');
  const { ports, composeFile } = await gatherFacts(folder);
  const taken = ports.find(({ variable }) => variable === 'PGADMIN_PORT');
  expect(taken?.port).toBe(port);
  expect(taken?.takenBy).toMatch(/pid \d+|program lain/);
  expect(composeFile).toBe('services: {}\n');
});

test('containers, volumes, images, and whose port it is', async () => {
  server = createServer();
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await writeFile(join(folder, '.env'), `POSTGRES_PORT=${port}\n`);
  const inspected = JSON.stringify([
    {
      Name: '/alur-pgdatabase-1',
      Config: { Image: 'postgres:18', Labels: { 'com.docker.compose.project': 'alur' } },
      State: { Status: 'running' },
      Mounts: [{ Destination: '/var/lib/postgresql' }],
      HostConfig: { PortBindings: { '5432/tcp': [{ HostPort: String(port) }] } },
    },
  ]);
  await fakeDocker(`case "$1 $2" in
"ps --all") echo abc;;
"inspect abc") echo '${inspected}';;
"volume ls") echo alur_pgdata;;
"image inspect") echo "Error: No such image: x" >&2; exit 1;;
"info --format") echo 2001-01-01T00:00:00Z;;
esac`);
  const facts = await gatherFacts(folder);
  expect(facts.containers).toEqual([
    {
      name: 'alur-pgdatabase-1',
      image: 'postgres:18',
      state: 'running',
      project: 'alur',
      mounts: ['/var/lib/postgresql'],
    },
  ]);
  expect(facts.ports.find(({ variable }) => variable === 'POSTGRES_PORT')).toMatchObject({ ours: true });
  expect(facts.volumes).toEqual(['alur_pgdata']);
  expect(facts.missingImages).toEqual(['postgres:18', 'dpage/pgadmin4:9.18']);
  expect(facts.dockerClock).toBeLessThan(-1e8);
});
