/** Each finding: the facts that bring it out, and that it says a fix. */
import { expect, test } from 'vitest';
import type { Facts } from './facts.ts';
import { findingsOf } from './findings.ts';

const healthy: Facts = {
  node: '24.21.0',
  docker: { code: 0, said: '' },
  dockerClock: 0,
  ports: [{ variable: 'ALUR_PORT', port: 4321 }],
  containers: [],
  volumes: [],
  missingImages: [],
  network: { reachable: true, clock: 1 },
  diskFree: 50e9,
  browser: '/usr/bin/chromium',
};
const container = { name: 'pgdatabase', image: 'postgres:18', state: 'running', project: 'lain', mounts: [] };
const oldCompose = 'services:\n  db:\n    image: postgres:18\n    volumes:\n      - pgdata:/var/lib/postgresql/data\n';

test('a healthy machine has none', () => {
  expect(findingsOf(healthy)).toEqual([]);
});

test.each<[code: string, severity: string, facts: Partial<Facts>, words: string]>([
  ['node-old', 'error', { node: '20.20.2' }, '20.20.2'],
  ['docker-absent', 'warning', { docker: 'absent' }, 'Docker'],
  [
    'docker-stopped',
    'error',
    { docker: { code: 1, said: 'Cannot connect to the Docker daemon at unix:///x' } },
    'menyala',
  ],
  ['docker-denied', 'error', { docker: { code: 1, said: 'permission denied while trying to connect' } }, 'usermod'],
  ['docker-failed', 'error', { docker: { code: 1, said: 'no space left on device' } }, 'prune'],
  [
    'port-taken',
    'error',
    { ports: [{ variable: 'POSTGRES_PORT', port: 5432, takenBy: 'postgres (pid 7)' }] },
    'postgres (pid 7)',
  ],
  [
    'postgres-volume',
    'error',
    { containers: [{ ...container, mounts: ['/var/lib/postgresql/data'] }] },
    '/var/lib/postgresql',
  ],
  ['postgres-volume', 'error', { composeFile: oldCompose }, 'compose'],
  ['container-old', 'warning', { containers: [{ ...container, state: 'exited' }] }, 'docker rm pgdatabase'],
  ['volume-old', 'info', { volumes: ['alur_pgdata'] }, 'down -v'],
  ['disk-full', 'error', { diskFree: 1.2e9 }, '1,2 GB'],
  ['image-missing', 'info', { missingImages: ['postgres:18'] }, 'postgres:18'],
  [
    'image-unreachable',
    'error',
    { missingImages: ['postgres:18'], network: { reachable: false } },
    'docker pull postgres:18',
  ],
  ['clock-off', 'error', { network: { reachable: true, clock: 600 } }, '10 menit'],
  ['docker-clock-off', 'warning', { dockerClock: -7300 }, '2 jam'],
])('%s', (code, severity, facts, words) => {
  const found = findingsOf({ ...healthy, ...facts });
  expect(found.map((one) => [one.code, one.severity])).toEqual([[code, severity]]);
  expect(`${found[0]?.message} ${found[0]?.fix ?? ''}`).toContain(words);
});

test('our own containers and a compose file as it should be are fine', () => {
  const ports = [{ variable: 'ALUR_PORT', port: 4321, takenBy: 'container alur-alur-1', ours: true }];
  const containers = [{ ...container, project: 'alur', mounts: ['/var/lib/postgresql'] }];
  const composeFile = oldCompose.replace('/data', '').concat('# bukan lagi :/var/lib/postgresql/data\n');
  expect(findingsOf({ ...healthy, ports, containers, composeFile, volumes: ['alur_pgdata'] })).toEqual([]);
});

test('errors come first', () => {
  const found = findingsOf({ ...healthy, volumes: ['alur_pgdata'], node: '18.0.0' });
  expect(found.map(({ code }) => code)).toEqual(['node-old', 'volume-old']);
});

test('browser-absent', () => {
  const { browser: _, ...without } = healthy;
  expect(findingsOf(without).map(({ code }) => code)).toEqual(['browser-absent']);
});
