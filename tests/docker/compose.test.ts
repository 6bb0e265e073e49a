/** The compose file as a person uses it: one command, and everything is there; data outlive `down` and `up`. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pgAdmin } from './pgAdmin.ts';
import { buildEnvironment } from './standIns.ts';

const PORTS = { ALUR_PORT: '24321', POSTGRES_PORT: '25432', PGADMIN_PORT: '28085', KESTRA_PORT: '28080' };
let env: NodeJS.ProcessEnv;

function compose(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('docker', ['compose', '-p', 'alur-uji', ...args], {
    encoding: 'utf8',
    env,
  });
  return { status, stdout, said: `${stdout}\n${stderr}` };
}

const up = () => {
  const before = performance.now();
  const { status, said } = compose('up', '--detach', '--wait');
  expect(status, said).toBe(0);
  return Math.round((performance.now() - before) / 1000);
};

async function rows(sql: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: `postgresql://root:root@127.0.0.1:${PORTS.POSTGRES_PORT}/ny_taxi` });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  env = { ...process.env, ...PORTS, ...(await buildEnvironment()) };
  const built = compose('build', 'alur');
  expect(built.status, built.said).toBe(0);
  console.log(`docker compose up --wait: ${up()} dtk`);
}, 900_000);

afterAll(() => void compose('down', '--volumes', '--remove-orphans', '--timeout', '1'), 120_000);

test('everything listens on this computer only, at the ports of .env', () => {
  const config = JSON.parse(compose('--profile', 'kestra', 'config', '--format', 'json').stdout);
  const ports = Object.values<{ ports?: { host_ip: string; published: string }[] }>(config.services).flatMap(
    ({ ports: published }) => published ?? [],
  );
  expect(ports.map(({ host_ip }) => host_ip)).toEqual(['127.0.0.1', '127.0.0.1', '127.0.0.1', '127.0.0.1']);
  expect(ports.map(({ published }) => published).sort()).toEqual(Object.values(PORTS).sort());
});

test('the site is there, with its labs', async () => {
  const answer = await fetch(`http://127.0.0.1:${PORTS.ALUR_PORT}/03-etl/02-taksi-postgres/`);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('Jalankan');
});

test("Alur's image: small, a normal user, nothing writable but its data", () => {
  const size = Number(
    spawnSync('docker', ['image', 'inspect', '-f', '{{.Size}}', 'alur:0.1.0'], { encoding: 'utf8', env }).stdout,
  );
  console.log(`image alur: ${Math.round(size / 1e6)} MB`);
  expect(size).toBeLessThan(400e6);
  const probe = `const fs = require('node:fs');
    const refused = (path) => { try { fs.writeFileSync(path, ''); return false; } catch { return true; } };
    console.log(JSON.stringify({ user: process.getuid(), root: refused('/app/x'), etc: refused('/etc/x'), data: refused('/data/x') }));`;
  expect(JSON.parse(compose('exec', '-T', 'alur', 'node', '-e', probe).stdout)).toEqual({
    user: 65532,
    root: true,
    etc: true,
    data: false,
  });
});

test('a flow run in it fills Postgres, and pgAdmin is connected without being asked for a password', async () => {
  const ran = compose(
    'exec',
    '-T',
    'alur',
    'node',
    '/app/alur',
    'run',
    '/app/labs/03-etl/02-taksi-postgres/solution.yaml',
  );
  expect(ran.status, ran.said).toBe(0);
  expect(await rows('select count(*) > 4000 from green_tripdata')).toEqual([[true]]);
  const admin = await pgAdmin(`http://127.0.0.1:${PORTS.PGADMIN_PORT}`);
  expect(await admin.servers()).toEqual(['ny_taxi']);
  expect(await admin.connect()).toBe('Server connected.');
  expect(await admin.tables()).toContain('green_tripdata');
});

/** The `sh` blocks of the page on installing, as written, in its order; the last one takes everything down. */
const written = [
  ...readFileSync('site/src/content/docs/02-memulai/02-memasang.mdx', 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm),
].map(([, text = '']) => text.trim());

test.each(written)('the page says: %s', (command) => {
  const shell = { ...env, COMPOSE_PROJECT_NAME: 'alur-uji' };
  // Without a terminal, exec and run need to be told so.
  const said = command.replace(/^docker compose (exec|run)/, 'docker compose $1 -T');
  const { status, stdout, stderr } = spawnSync(said, { shell: true, encoding: 'utf8', env: shell });
  expect(status, `${stdout}\n${stderr}`).toBe(0);
  if (command.includes('select count')) expect(Number(/^\s*(\d+)$/m.exec(stdout)?.[1])).toBeGreaterThan(4000);
});

test('data survive down and up', async () => {
  console.log(`docker compose up --wait, kedua kalinya: ${up()} dtk`);
  expect(await rows('select count(*) > 4000 from green_tripdata')).toEqual([[true]]);
  expect(await (await pgAdmin(`http://127.0.0.1:${PORTS.PGADMIN_PORT}`)).servers()).toEqual(['ny_taxi']);
}, 300_000);
